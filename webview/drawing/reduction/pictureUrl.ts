/** The address of a picture of these colours, four bytes a pixel, which holds the picture itself. */
export function pictureUrl(colors: Uint8ClampedArray, width: number, height: number): string {
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
  createImageData(width: number, height: number): Pixels;
  putImageData(pixels: Pixels, x: number, y: number): void;
}

interface Pixels {
  readonly data: Uint8ClampedArray;
}
