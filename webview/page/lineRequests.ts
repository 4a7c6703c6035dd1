import type { Near } from "../../src/figure/data/reduce/columnSource.ts";
import type { Pointer, Scale } from "../../src/figure/data/reduce/nearest.ts";
import type { View } from "../../src/figure/data/reduce/pixelColumns.ts";
import type { FigureColumn, FromWebview, LinePoints } from "../../src/protocol.ts";
import type { LineAsker } from "../reading/partialLine.ts";
import type { HostMessage } from "./state.ts";

/** Asks the host for points of lines that are here in part, and hands its answers to who asked. */
export class LineRequests implements LineAsker {
  readonly #post: (message: FromWebview) => void;
  readonly #complete: (columns: readonly FigureColumn[]) => void;
  readonly #pointAgain: () => void;
  readonly #waiting = new Map<number, PromiseWithResolvers<HostMessage<"points">>>();
  #last = 0;

  /**
   * `complete` is called with columns of which all values have come, `pointAgain` when another point than was thought is next
   * to the pointer.
   */
  constructor(
    post: (message: FromWebview) => void,
    complete: (columns: readonly FigureColumn[]) => void,
    pointAgain: () => void,
  ) {
    this.#post = post;
    this.#complete = complete;
    this.#pointAgain = pointAgain;
  }

  async view(line: number, view: View): Promise<LinePoints> {
    const { range, ...rest } = view;
    const asked = { ...rest, ...(range && { range: [...range] satisfies [number, number] }) };
    const { points } = await this.#ask((request) => ({ type: "view", request, line, view: asked }));
    if (points === undefined) throw new Error("The host sent no points.");
    return points;
  }

  async nearest(line: number, x: Scale, y: Scale, pointer: Pointer): Promise<Near | undefined> {
    return (await this.#ask((request) => ({ type: "nearest", request, line, x, y, pointer }))).near;
  }

  pointAgain(): void {
    this.#pointAgain();
  }

  async whole(line: number): Promise<void> {
    const { columns = [] } = await this.#ask((request) => ({ type: "whole", request, line }));
    this.#complete(columns);
  }

  /** Takes the host's answer. */
  receive(answer: HostMessage<"points">): void {
    const waiting = this.#waiting.get(answer.request);
    this.#waiting.delete(answer.request);
    if (answer.error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(answer.error));
  }

  #ask(message: (request: number) => FromWebview): Promise<HostMessage<"points">> {
    const request = ++this.#last;
    const waiting = Promise.withResolvers<HostMessage<"points">>();
    this.#waiting.set(request, waiting);
    this.#post(message(request));
    return waiting.promise;
  }
}
