import { type Outlines, outlineName, spriteAddress } from "./icons.ts";

/** The side of an outline's square, in its own units. */
const square = 15;
/** The pixels of a picture for one unit of the outline. */
const scale = 2;
/** How far the picture reaches beyond the outline, in pixels: the halo's room. */
const margin = 6;
/** Maps read distances up to this many pixels from the edge. */
const reach = 8;
const side = square * scale + 2 * margin;

/**
 * Answers the maps' requests for the list of icons and its picture, from outlines. All other requests go on to the
 * page's policy, which lets none through.
 */
export function answerSprites(outlines: Outlines): void {
  const onward = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(spriteAddress)) return onward(input, init);
    const [, list = "", kind] = /^(.*?)(?:@2x)?\.(json|png)$/.exec(url.slice(spriteAddress.length)) ?? [];
    const names = list.split(",").map(decodeURIComponent);
    if (kind === "json") return Response.json(Object.fromEntries(names.map((name, i) => [name, place(i)])));
    const paths = names.map((name) => outlines.get(outlineName(name, outlines) ?? "") ?? "");
    return new Response(await picture(paths));
  };
}

/** `sdf`: the picture holds distances, so that maps colour it as the marker says. */
const place = (index: number): object => ({
  x: index * side,
  y: 0,
  width: side,
  height: side,
  pixelRatio: scale,
  sdf: true,
});

async function picture(paths: readonly string[]): Promise<Blob> {
  const canvas = new OffscreenCanvas(side * paths.length, side);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser draws no pictures for icons.");
  for (const [i, path] of paths.entries()) {
    context.setTransform(scale, 0, 0, scale, i * side + margin, margin);
    const outline = new Path2D(path);
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- this is a canvas, not an array
    context.fill(outline);
    const image = context.getImageData(i * side, 0, side, side);
    writeDistances(image.data);
    context.putImageData(image, i * side, 0);
  }
  return await canvas.convertToBlob({ type: "image/png" });
}

/** Replaces each pixel's coverage by its distance from the edge: 255 well inside, 191 on it, 0 far out. */
function writeDistances(pixels: Uint8ClampedArray): void {
  const covered = Array.from({ length: side * side }, (_, i) => (pixels[4 * i + 3] ?? 0) / 255);
  for (let i = 0; i < covered.length; i++) {
    const inside = (covered[i] ?? 0) > 0.5;
    const distance = distanceToEdge(covered, i, inside) * (inside ? -1 : 1);
    pixels[4 * i + 3] = Math.round(255 - 255 * (distance / reach + 0.25));
  }
}

function distanceToEdge(covered: readonly number[], index: number, inside: boolean): number {
  const [x, y] = [index % side, Math.floor(index / side)];
  let least = reach;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      const share = nx < 0 || ny < 0 || nx >= side || ny >= side ? 0 : (covered[ny * side + nx] ?? 0);
      // The part of that pixel on the other side reaches so far towards this one.
      const other = inside ? 1 - share : share;
      if (other > 0) least = Math.min(least, Math.max(0, Math.hypot(dx, dy) + 0.5 - other));
    }
  }
  return least;
}
