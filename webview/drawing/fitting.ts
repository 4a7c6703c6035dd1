import { button } from "../parts/element.ts";
import type { Size } from "./prepare.ts";

/** Shows a figure that is larger than its pane at its own size, with scroll bars, or as a whole, smaller. */
export class Fitting {
  /** In the line below the drawing; there only where the figure is larger than the pane. */
  readonly button: HTMLButtonElement;
  readonly #frame: HTMLElement;
  readonly #graph: HTMLElement;
  #isOn: boolean;
  #figure: Size = { width: 0, height: 0 };
  #room: Size = { width: 0, height: 0 };

  /** `frame` holds `graph` alone, and takes the room that the drawing is shown in. */
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

  /** `figure` is undefined for one that fills the room. */
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
