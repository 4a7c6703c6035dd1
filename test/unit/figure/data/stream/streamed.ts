import type { ByteSource, CondenseOptions } from "../../../../../src/figure/data/stream/condense.ts";
import { type Places, placesInSlices } from "../../../../../src/figure/data/stream/places.ts";
import { readStream, type StreamedFigure } from "../../../../../src/figure/data/stream/readStream.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";

const encoder = new TextEncoder();

/** A file in memory. */
export function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (at, into) => {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
  };
}

export async function streamed(
  text: string | Uint8Array,
  options: CondenseOptions = {},
): Promise<StreamedFigure & { readonly places: Places }> {
  const figure = await readStream(inMemory(typeof text === "string" ? encoder.encode(text) : text), options);
  if (figure === undefined) throw new Error("Nobody gave it up.");
  return { ...figure, places: finished(placesInSlices(figure.condensed, figure.scanned.units)) };
}
