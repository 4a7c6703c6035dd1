import type { JsonObject } from "./figure.ts";

/** Whether the value is a JSON object. */
export function isContainer(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
