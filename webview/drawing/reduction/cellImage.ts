// oxlint-disable no-underscore-dangle -- these are the engine's private names
import type { ColorScale } from "../../../src/figure/colors/colorScale.ts";
import {
  countCells,
  evenCellsOf,
  type Hole,
  pictureOf,
  type Pixels,
  unevenCellsOf,
} from "../../../src/figure/data/reduce/cellPixels.ts";
import type { Cells } from "../../../src/figure/data/reduce/cells.ts";
import type { Axis, Subplot } from "./engineModule.ts";

/** An image of a drawing. */
export interface Image {
  readonly parentNode: Images | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  setAttributeNS(space: string, name: string, value: string): void;
  cloneNode(): Image;
  after(other: Image): void;
  remove(): void;
}

/** What the engine draws a heat map into. */
export interface Images {
  querySelector(selector: string): Image | null;
}

/** A heat map and where it is. */
export interface CellPicture {
  readonly cells: Cells;
  readonly scale: ColorScale;
  readonly subplot: Subplot;
  /** All cells are as wide and as high as each other. */
  readonly isEven: boolean;
  /** The edges of the cells along both axes, in pixels of the plot area. */
  readonly edges: readonly [x: Float64Array, y: Float64Array];
  /** Pixels of the screen for one of the drawing. */
  readonly fineness: number;
}

/** Parts of the plot area beside it, at each side, for a hand that moves the drawing. */
const beside = 0.5;

/** Pixels of the screen along one of what lies beside the plot area. */
const coarse = 4;

const aside = "image.aside";

/** Takes away what was drawn beside the plot area. */
export function clearAside(group: Images | null | undefined): void {
  group?.querySelector(aside)?.remove();
}

/** Puts the picture of a heat map into an image that the engine has placed for it. Answers how many cells are in it. */
export function drawCells(image: Image, picture: CellPicture): number {
  const { cells, edges, subplot, isEven } = picture;
  const [x, width] = [numberOf(image, "x"), numberOf(image, "width")];
  const [y, height] = [numberOf(image, "y"), numberOf(image, "height")];
  // Otherwise the engine paints its own pixels, and the browser blurs them if need be.
  if (!isEven || !/pixelated/.test(image.getAttribute("style") ?? "")) {
    const columns = unevenCellsOf(shifted(edges[0], x), width);
    const rows = unevenCellsOf(shifted(edges[1], y), height);
    return columns && rows ? fill(image, picture, columns, rows) : 0;
  }
  const across = { count: cells.columns, from: x, width, isReversed: isFalling(edges[0]) };
  const down = { count: cells.rows.length, from: y, width: height, isReversed: isFalling(edges[1]) };
  const [inX, inY] = [new Sight(x, width, subplot.xaxis, picture), new Sight(y, height, subplot.yaxis, picture)];
  if (inX.before + inX.behind + inY.before + inY.behind > 0) {
    const around = image.cloneNode();
    around.setAttribute("class", "aside");
    // The engine asks each image for its trace.
    Object.assign(around, { __data__: (image as { readonly __data__?: unknown }).__data__ });
    image.after(around);
    place(around, inX.around, inY.around);
    const [columns, rows] = [evenCellsOf(across, inX.around), evenCellsOf(down, inY.around)];
    fill(around, picture, columns, rows, { columns: inX.hole, rows: inY.hole });
  }
  place(image, inX.pixels, inY.pixels);
  return fill(image, picture, evenCellsOf(across, inX.pixels), evenCellsOf(down, inY.pixels));
}

/** What is seen of an image along an axis. Pixels are those of the screen. */
class Sight {
  /** In the plot area, and a few beside it. */
  readonly pixels: Pixels;
  /** Those around it too, each as wide as `coarse`. */
  readonly around: Pixels;
  /** How many of `around` are before those in the plot area. */
  readonly before: number;
  readonly behind: number;

  constructor(from: number, size: number, axis: Axis, { fineness }: CellPicture) {
    const { _length: length = 0, _offset: offset = 0 } = axis;
    /** The first pixel whose middle is not before a place. */
    const pixel = (at: number): number => Math.ceil((at + offset) * fineness - 0.5);
    const [first, end] = [pixel(from), pixel(from + size)];
    const within = (value: number): number => Math.max(first, Math.min(end, value));
    const start = within(Math.floor(pixel(0) / coarse) * coarse);
    const stop = Math.max(start, within(Math.ceil(pixel(length) / coarse) * coarse));
    const reach = Math.round(length * fineness * beside);
    this.before = Math.floor((start - within(start - reach)) / coarse);
    this.behind = Math.floor((within(stop + reach) - stop) / coarse);
    const startOf = (index: number): number => index / fineness - offset;
    this.pixels = { from: startOf(start), pitch: 1 / fineness, count: stop - start };
    const count = this.before + Math.ceil((stop - start) / coarse) + this.behind;
    this.around = { from: startOf(start - this.before * coarse), pitch: coarse / fineness, count };
  }

  /** Where in `around` the plot area is. */
  get hole(): readonly [from: number, to: number] {
    return [this.before, this.around.count - this.behind];
  }
}

function fill(image: Image, { cells, scale }: CellPicture, columns: Int32Array, rows: Int32Array, hole?: Hole): number {
  if (columns.length === 0 || rows.length === 0) return 0;
  const url = pictureUrl(pictureOf(cells, columns, rows, scale, hole), columns.length, rows.length);
  image.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", url);
  return countCells(columns) * countCells(rows);
}

function place(image: Image, across: Pixels, down: Pixels): void {
  image.setAttribute("x", String(across.from));
  image.setAttribute("width", String(across.count * across.pitch));
  image.setAttribute("y", String(down.from));
  image.setAttribute("height", String(down.count * down.pitch));
}

const numberOf = (image: Image, name: string): number => Number(image.getAttribute(name));

const shifted = (edges: Float64Array, by: number): Float64Array => edges.map((edge) => edge - by);

const isFalling = (edges: Float64Array): boolean => edges[edges.length - 1]! < edges[0]!;

/** The address of a picture of these colours, four bytes a pixel, which holds the picture itself. */
function pictureUrl(colors: Uint8ClampedArray, width: number, height: number): string {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  if (!context) return "";
  const pixels = context.createImageData(width, height);
  pixels.data.set(colors);
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL("image/png");
}

/** What is needed of the browser's: tests of this folder know nothing of the rest. */
declare const document: { createElement(name: "canvas"): Canvas };

interface Canvas {
  width: number;
  height: number;
  getContext(kind: "2d"): Context | null;
  toDataURL(type: string): string;
}

interface Context {
  createImageData(width: number, height: number): PixelColors;
  putImageData(pixels: PixelColors, x: number, y: number): void;
}

interface PixelColors {
  readonly data: Uint8ClampedArray;
}
