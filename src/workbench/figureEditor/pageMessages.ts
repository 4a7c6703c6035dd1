import type { MigrateOptions } from "../../figure/migrate/migrate.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { type ForeignKind, isBytes } from "../../figure/text/outline/foreign.ts";
import type { ToWebview } from "../../protocol.ts";
import type { Drawing, FigureSource } from "../figureSources/figureSource.ts";

type Message<Type extends ToWebview["type"]> = Extract<ToWebview, { type: Type }>;

/** What there is to know about a version beside its figure. */
export interface VersionFacts extends Pick<MigrateOptions, "writtenFor" | "otherwise"> {
  readonly version: number;
  readonly notice: string | undefined;
  readonly news: string | undefined;
  /** Ask the page for a small picture. */
  readonly thumbnail: boolean;
}

/** The version to draw. */
export function figureMessage(
  { figure, path, grids }: Drawing,
  { version, notice, news, thumbnail, ...defaults }: VersionFacts,
): Message<"figure"> {
  return {
    type: "figure",
    version,
    figure: toArrayBuffer(figure),
    ...(path === undefined ? {} : { path: [...path] }),
    ...(grids === undefined ? {} : { grids: toArrayBuffer(grids) }),
    ...(notice === undefined ? {} : { notice }),
    ...(news === undefined ? {} : { news }),
    thumbnail,
    ...defaults,
  };
}

/** The version has a text that holds no figure. `foreign` says what it is instead, where that is known. */
export function brokenMessage(
  source: FigureSource,
  version: number,
  obstacle: FigureProblem,
  foreign: ForeignKind | undefined,
): Message<"broken"> {
  const isWhole = obstacle.code === "empty" || obstacle.code === "not-json";
  const place = isWhole ? "" : `Line ${source.lineOf(obstacle.span.start)}: `;
  const action = foreign === "gzip" ? { action: { id: "unpack", label: "Open Unpacked" } } : {};
  // What is no text cannot be shown as one.
  const hasText = foreign === undefined || !isBytes(foreign);
  return { type: "broken", version, message: place + obstacle.message, place: hasText, ...action };
}

/** There is no figure to draw, and the person can try again. */
export const failedMessage = (message: string, detail: string): Message<"failed"> => ({
  type: "failed",
  message,
  detail,
  actions: [
    { id: "retry", label: "Try Again" },
    { id: "log", label: "Show Log" },
  ],
});

/** The bytes alone, so that nothing but them is copied to the webview. */
function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (whole ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
}
