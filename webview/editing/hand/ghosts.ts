/**
 * Elements of a drawing that stand elsewhere than plotly.js has put them, until it draws them there. That costs no
 * drawing, however large the figure is.
 */
export class Ghosts {
  #shifted = new Set<Element>();

  /** By pixels of the drawing. */
  shift(elements: readonly Element[], right: number, down: number): void {
    for (const each of elements) {
      if (!(each instanceof SVGElement)) continue;
      each.style.translate = `${right}px ${down}px`;
      this.#shifted.add(each);
    }
  }

  clear(): void {
    for (const each of this.#shifted) if (each instanceof SVGElement) each.style.translate = "";
    this.#shifted = new Set();
  }
}
