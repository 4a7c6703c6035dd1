import type { Attributes, Drawable } from "../../../webview/reading/attributes.ts";

export const drawable = (data: Attributes[], layout: Attributes = {}, frames: Attributes[] = []): Drawable => ({
  data,
  layout,
  frames,
  config: {},
});

export const bytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
