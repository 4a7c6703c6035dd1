/** The buttons that plotly.js paints on the drawing. They are one stop of the Tab key, with arrows between them. */
export class Toolbar {
  readonly #graph: HTMLElement;

  constructor(graph: HTMLElement) {
    this.#graph = graph;
  }

  /** Watches over the buttons from now on. */
  attach(): void {
    const graph = this.#graph;
    graph.addEventListener("keydown", (event) => this.#onKey(event));
    graph.addEventListener("focusin", ({ target }) => {
      const one = this.#buttons().find((each) => each === target);
      if (one) this.#makeStop(one);
    });
    // plotly.js makes buttons anew as it likes, and marks the ones that are pressed by a class.
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => target instanceof Element && target.closest(".modebar-container")))
        this.#arrange();
    }).observe(graph, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  }

  #buttons(): HTMLElement[] {
    return [...this.#graph.querySelectorAll<HTMLElement>(".modebar .modebar-btn")];
  }

  #arrange(): void {
    const buttons = this.#buttons();
    const [first] = buttons;
    if (!first) return;
    first.closest(".modebar")?.setAttribute("aria-label", "Tools of the drawing");
    this.#makeStop(buttons.find((each) => each.tabIndex === 0 && each.hasAttribute("tabindex")) ?? first);
    for (const each of buttons) {
      // Of zoom and pan one is on. A button that only does something is neither on nor off.
      if (each.dataset["attr"] === undefined || each.dataset["val"] === undefined) continue;
      if (/^(?:in|out|auto|reset)/.test(each.dataset["val"])) continue;
      each.setAttribute("aria-pressed", String(each.classList.contains("active")));
    }
  }

  #makeStop(stop: HTMLElement): void {
    for (const each of this.#buttons()) each.setAttribute("tabindex", each === stop ? "0" : "-1");
  }

  #onKey(event: KeyboardEvent): void {
    const buttons = this.#buttons();
    const here = buttons.findIndex((each) => each === event.target);
    if (here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const count = buttons.length;
    const next: { [key: string]: number } = {
      ArrowRight: (here + 1) % count,
      ArrowDown: (here + 1) % count,
      ArrowLeft: (here + count - 1) % count,
      ArrowUp: (here + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    const target = buttons[next[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}
