import { button } from "../parts/element.ts";
import type { Size } from "./prepare.ts";

/** A figure that is larger than its pane: shown at its own size with scroll bars, or smaller as a whole. */
export class Fitting {
  /** The button in the line below the drawing. It is there only where the figure is larger than the pane. */
  readonly button: HTMLButtonElement;
  readonly #frame: HTMLElement;
  readonly #graph: HTMLElement;
  #isOn: boolean;
  #figure: Size = { width: 0, height: 0 };
  #room: Size = { width: 0, height: 0 };

  /** `frame` holds `graph` and nothing else. It has the size of the drawing as it is shown. */
  constructor(frame: HTMLElement, graph: HTMLElement, isOn: boolean, kept: (isOn: boolean) => void) {
    this.#frame = frame;
    this.#graph = graph;
    this.#isOn = isOn;
    this.button = button("Fit", "link", () => {
      this.#isOn = !this.#isOn;
      kept(this.#isOn);
      this.#apply();
    });
    this.button.hidden = true;
  }

  /** Sizes are in CSS pixels. `figure` is undefined for one that fills the room. */
  show(figure: Size | undefined, room: Size): void {
    this.#figure = figure ?? room;
    this.#room = room;
    this.#apply();
  }

  #apply(): void {
    const [{ width, height }, room] = [this.#figure, this.#room];
    const scale = Math.min(room.width / width, room.height / height);
    const isLarger = scale < 1 && room.width > 0 && room.height > 0;
    const fits = isLarger && this.#isOn;
    this.button.hidden = !isLarger;
    this.button.textContent = fits ? "Actual Size" : "Fit";
    this.button.title = fits
      ? `Show the figure at its own size, ${width} × ${height}`
      : `Show the whole figure, ${width} × ${height}, in this pane`;
    // plotly.js takes the transform into account where it looks for the pointer.
    this.#graph.style.transform = fits ? `scale(${scale})` : "";
    this.#frame.style.width = fits ? `${width * scale}px` : "";
    this.#frame.style.height = fits ? `${height * scale}px` : "";
  }
}
