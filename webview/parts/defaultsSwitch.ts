import type { Defaults } from "../../src/figure/migrate/migrate.ts";
import type { WrittenFor } from "../../src/figure/migrate/defaults/defaults.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";

const names: { readonly [each in WrittenFor]: string } = {
  newest: "Plotly 4's defaults",
  "before-4": "Defaults of before Plotly 4",
};

const others: { readonly [each in WrittenFor]: WrittenFor } = { newest: "before-4", "before-4": "newest" };

/** The button that says whose defaults the figure is drawn with, and changes them. It hides where they make no difference. */
export class DefaultsSwitch {
  readonly root = element("button", { type: "button", class: "fold defaults", hidden: "" });
  #shown: Defaults | undefined;

  /** `choose` gets what the person chose, or undefined where they go back to what the figure or the setting says. */
  constructor(choose: (writtenFor: WrittenFor | undefined) => void) {
    this.root.addEventListener("click", () => {
      if (this.#shown === undefined) return;
      const chosen = others[this.#shown.writtenFor];
      choose(chosen === this.#shown.unchosen ? undefined : chosen);
    });
  }

  show(defaults: Defaults | undefined): void {
    this.#shown = defaults;
    this.root.hidden = defaults === undefined;
    if (defaults === undefined) return;
    const { writtenFor, saidBy } = defaults;
    this.root.replaceChildren(icon("versions"), element("span", {}, names[writtenFor]));
    this.root.title = `${reasons[saidBy]} Where the figure leaves values out, Plotly 4 draws maps, ticks of overlaying axes and scatter matrices in another way than earlier versions. Choose this to draw it with ${
      writtenFor === "newest" ? "the defaults of before Plotly 4" : "Plotly 4's defaults"
    }.`;
  }
}

const reasons: { readonly [each in Defaults["saidBy"]]: string } = {
  figure: "The figure was written for a Plotly before 4.",
  person: "You chose these defaults for this figure.",
  setting:
    "The setting plots.preview.defaults says so, since the figure does not show which Plotly it was written for.",
};
