import type { Span } from "../../model/span.ts";

/** Bytes that are looked at between two pauses. */
const STRETCH = 1024 * 1024;

/**
 * Where spans of a text, in UTF-16 code units, are in its bytes (UTF-8). The spans are ascending and apart; `isPlain`
 * says of which the text is ASCII, since nothing in those is looked at. `length` is the text's, a byte order mark counted
 * as one.
 */
export function* bytePlaces(
  bytes: Uint8Array,
  length: number,
  spans: readonly Span[],
  isPlain: (index: number) => boolean,
): Generator<undefined, Span[]> {
  if (bytes.length === length) return [...spans];
  const places: Span[] = [];
  let at = 0;
  let unit = 0;
  let pause = STRETCH;
  for (const [index, { start, end }] of spans.entries()) {
    yield* goOn(start);
    const from = at;
    if (isPlain(index)) {
      at += end - start;
      unit = end;
    }
    yield* goOn(end);
    places.push({ start: from, end: at });
  }
  return places;

  function* goOn(to: number): Generator<undefined, void> {
    for (; at < bytes.length && unit < to; at++) {
      if (at > pause) {
        pause = at + STRETCH;
        yield;
      }
      unit += unitsOf(bytes[at]!);
    }
    at = characterAt(bytes, at);
  }
}

/** UTF-16 code units of the character that begins with this byte; none where one goes on. */
function unitsOf(byte: number): number {
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}

/** Where the next character begins. */
function characterAt(bytes: Uint8Array, at: number): number {
  let next = at;
  while ((bytes[next]! & 0xc0) === 0x80) next++;
  return next;
}
