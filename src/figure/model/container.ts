import type { JsonObject } from "./figure.ts";

/** Whether the value is a JSON object. A typed array, which a list of numbers may be in memory, is none. */
export function isContainer(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
