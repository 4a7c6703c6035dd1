import type { PartialLine } from "../../reading/partialLine.ts";

/** A picture is taken as it is after so many rounds of asking for points. */
const MOST_ROUNDS = 4;

/** The picture that is being made. It shows more than the screen, of lines too whose points are not all here. */
export class FinePicture {
  /** Its pixels for each of the drawing's; undefined while none is made. */
  density: number | undefined;
  /** What resolves when finer points are here, which were asked for in this round. */
  #asked: Promise<void>[] = [];
  #lacksPoints = false;

  /** Finer points are on their way. */
  waitFor(asked: Promise<void>): void {
    if (this.density !== undefined) this.#asked.push(asked);
  }

  /** A line is drawn that has to be drawn from all points, and from some. */
  lacks(): void {
    this.#lacksPoints = true;
  }

  /**
   * Has it drawn. All points of `lines` are fetched first; where they are too many, it is drawn again when the finer ones
   * have come that it asks for. Rejects where a line cannot be drawn without all.
   */
  async make<Result>(density: number, lines: readonly PartialLine[], draw: () => Promise<Result>): Promise<Result> {
    const lacking: unknown = await Promise.all(lines.map((line) => line.fetch())).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    this.density = density;
    try {
      for (let round = 1; ; round++) {
        this.#asked = [];
        this.#lacksPoints = false;
        const result = await draw();
        if (lacking !== undefined && this.#lacksPoints) throw lacking;
        if (this.#asked.length === 0 || round === MOST_ROUNDS) return result;
        await Promise.all(this.#asked);
      }
    } finally {
      this.density = undefined;
    }
  }
}
