import { isAttributes } from "./attributes.ts";

/** The longest array that is copied. Plotly writes into ranges, domains and the like. */
const short = 64;

/**
 * Copies a figure, so that Plotly may keep the copy and write into it. Objects and short arrays are new. Long arrays of
 * data are the very same, since Plotly redraws only what is not identical.
 */
export function copyFigure<T>(value: T): T;
export function copyFigure(value: unknown): unknown {
  if (Array.isArray(value)) {
    if (value.length > short && !value.some(isAttributes)) return value;
    return value.map((element: unknown) => copyFigure(element));
  }
  if (!isAttributes(value)) return value;
  const copy: { [key: string]: unknown } = {};
  for (const key in value) {
    // A JSON text may hold this key; assigned, it would change the copy's prototype.
    if (key !== "__proto__") copy[key] = copyFigure(value[key]);
  }
  return copy;
}

/**
 * Puts the arrays of `previous` in the place of those of `next` that equal them, so that Plotly sees at once what did
 * not change. Changes `next` and returns it.
 */
export function keepArrays(previous: unknown, next: unknown): unknown {
  if (ArrayBuffer.isView(next)) return sameTypedArray(previous, next) ? previous : next;
  if (Array.isArray(next)) {
    const before: readonly unknown[] = Array.isArray(previous) ? previous : [];
    let same = before.length === next.length;
    for (let i = 0; i < next.length; i++) {
      const element: unknown = next[i];
      if (typeof element === "object" && element !== null) next[i] = keepArrays(before[i], element);
      same &&= next[i] === before[i];
    }
    return same ? before : next;
  }
  if (isAttributes(next)) {
    for (const key in next) {
      const value = next[key];
      if (typeof value === "object" && value !== null) {
        next[key] = keepArrays(isAttributes(previous) ? previous[key] : undefined, value);
      }
    }
  }
  return next;
}

function sameTypedArray(a: unknown, b: ArrayBufferView): boolean {
  if (!ArrayBuffer.isView(a) || a.constructor !== b.constructor || a.byteLength !== b.byteLength) return false;
  if (a.buffer === b.buffer && a.byteOffset === b.byteOffset) return true;
  const [x, y] = [a, b].map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  if (!x || !y) return false;
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}
