import { putOnClipboard } from "../drawing/clipboard.ts";
import type { Drawing } from "../drawing/drawing.ts";
import { exportPicture, pictureAsDrawn, thumbnailOf } from "../drawing/picture.ts";
import type { Host } from "./host.ts";
import { reasonOf } from "./reason.ts";
import type { HostMessage } from "./state.ts";

/** Whoever gets an SVG may look at it so many times as large. */
const enlarged = 8;

/** Makes pictures of what is drawn, and gives them to the host. */
export class Pictures {
  readonly #host: Host;
  readonly #drawing: Drawing;

  constructor(host: Host, drawing: Drawing) {
    this.#host = host;
    this.#drawing = drawing;
  }

  /** Answers the host's wish for a picture, or says why there is none. */
  async export({ id, format, scale, to }: HostMessage<"export">): Promise<void> {
    try {
      const { drawn, size, view } = this.#drawing;
      if (!drawn) throw new Error("There is no drawing to make a picture of.");
      const { plotly, figure } = drawn;
      const bytes = await this.#drawing.picture(format === "svg" ? enlarged : scale, () =>
        exportPicture(plotly, figure, { ...size, format, scale, view }),
      );
      if (to === "clipboard") await putOnClipboard(bytes);
      this.#host.post({ type: "exported", id, bytes: to === "clipboard" ? new Uint8Array() : bytes });
    } catch (error) {
      this.#host.post({ type: "exported", id, error: reasonOf(error) });
    }
  }

  /** Gives the host what another page needs to go on in the place of this one. */
  async handOver(): Promise<void> {
    const kept = JSON.stringify(this.#host.kept);
    const { drawn, place, view } = this.#drawing;
    if (!drawn) {
      this.#host.post({ type: "handedOver", kept, isWhole: true });
      return;
    }
    // The picture may take long, and the zoom does not wait for it.
    this.#host.post({ type: "handedOver", kept, isWhole: false });
    const { left, top, width, height } = place;
    const picture = await pictureAsDrawn(drawn, { width, height, view }).catch(() => undefined);
    this.#host.post({
      type: "handedOver",
      kept,
      isWhole: true,
      ...(picture && { picture: { png: picture, left, top, width, height } }),
    });
  }

  /** Makes the small picture for the side bar. */
  async thumbnail(version: number): Promise<void> {
    const { drawn } = this.#drawing;
    if (!drawn) return;
    try {
      this.#host.post({ type: "thumbnail", version, png: await thumbnailOf(drawn.plotly, drawn.figure) });
    } catch (error) {
      this.#host.log("warn", `No small picture of version ${version} could be made: ${reasonOf(error)}`);
    }
  }
}
