/** Where the pointer was last, so that what it points at can be found once more. */
export class LastPointer {
  #last: MouseEvent | undefined;

  constructor(root: HTMLElement) {
    root.addEventListener("mousemove", (event) => (this.#last = event), true);
    root.addEventListener("mouseleave", () => (this.#last = undefined));
  }

  /** Has the engine look again at what is pointed at, unless the pointer has gone. */
  again(): void {
    if (this.#last === undefined) return;
    const { target, clientX, clientY, buttons } = this.#last;
    if (!(target instanceof Element) || !target.isConnected || buttons !== 0) return;
    target.dispatchEvent(new MouseEvent("mousemove", { bubbles: true, clientX, clientY, view: window }));
  }
}
