import type { Rectangle } from "../moving/boxMovers.ts";

/** Where a drawing is on the page, and how large: pixels of the page and pixels of the drawing. */
export class Surface {
  readonly left: number;
  readonly top: number;
  /** A pixel of the drawing on the page. It is less than 1 where a large figure is fitted. */
  readonly scale: number;

  constructor(graph: HTMLElement, width: number) {
    const svg = graph.querySelector(".main-svg") ?? graph;
    const box = svg.getBoundingClientRect();
    this.left = box.left;
    this.top = box.top;
    this.scale = width > 0 && box.width > 0 ? box.width / width : 1;
  }

  /** From the drawing to the page. */
  toPage({ left, top, width, height }: Rectangle): Rectangle {
    const { scale } = this;
    return {
      left: this.left + left * scale,
      top: this.top + top * scale,
      width: width * scale,
      height: height * scale,
    };
  }

  /** A point of the drawing on the page. */
  onPage(x: number, y: number): readonly [number, number] {
    return [this.left + x * this.scale, this.top + y * this.scale];
  }

  /** From the page to the drawing. */
  toDrawing({ left, top, width, height }: Rectangle): Rectangle {
    const { scale } = this;
    return {
      left: (left - this.left) / scale,
      top: (top - this.top) / scale,
      width: width / scale,
      height: height / scale,
    };
  }
}

/** The smallest rectangle of the page around some elements; undefined where nothing of them is seen. */
export function around(elements: readonly Element[]): Rectangle | undefined {
  const boxes = elements.map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width + height > 0);
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { left, top, width: right - left, height: bottom - top };
}

/** Tells whether a point is in a rectangle, or so near. */
export const isIn = ({ left, top, width, height }: Rectangle, x: number, y: number, near = 0): boolean =>
  x >= left - near && x <= left + width + near && y >= top - near && y <= top + height + near;
