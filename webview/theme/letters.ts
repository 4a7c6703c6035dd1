import { type Attributes, type Drawable, isAttributes } from "../reading/attributes.ts";
import { type EditorColors, type Rgb, contrast, parseColor } from "./colors.ts";
import { lettersOn, readable } from "./fittingColors.ts";

/**
 * Gives letters a legible colour where the author chose their ground but not their colour: in legends, annotations,
 * buttons, colour bars, scenes and tables. Changes the figure.
 */
export function keepLettersReadable({ data, layout }: Pick<Drawable, "data" | "layout">, colors: EditorColors): void {
  const letters = new Letters(layout, colors);
  if (!letters.areEditors) return;
  for (const [key, part] of Object.entries(layout)) {
    if (/^legend\d*$/.test(key)) letters.on(part, "bgcolor", ["font"]);
    else if (/^coloraxis\d*$/.test(key)) letters.onColorBar(part);
    else if (/^xaxis\d*$/.test(key)) letters.on(member(part, "rangeselector"), "bgcolor", ["font"]);
    else if (/^scene\d*$/.test(key)) letters.onScene(part);
    else if (key === "annotations" || key === "updatemenus") letters.onEach(part);
  }
  for (const trace of data) {
    for (const holder of [trace, trace["marker"], trace["line"]]) letters.onColorBar(holder);
    if (trace["type"] === "table") letters.onTable(trace);
  }
}

/** The letters of a figure that is drawn in the editor's colours. */
class Letters {
  readonly #paper: Rgb | undefined;
  readonly #color: Rgb | undefined;
  /** False where the author chose the colour of all letters, so that nothing is to be done. */
  readonly areEditors: boolean;

  constructor(layout: Attributes, { background, foreground }: EditorColors) {
    const ground = parseColor(background);
    this.#paper = parseColor(layout["paper_bgcolor"], ground) ?? ground;
    this.#color = parseColor(foreground);
    this.areEditors = parseColor(member(layout, "font")?.["color"]) === undefined;
  }

  /** `ground` names the colour behind the letters, `fonts` the members that colour them. */
  on(container: unknown, ground: string, fonts: readonly string[]): void {
    if (!isAttributes(container)) return;
    const color = this.#for(container[ground]);
    if (color !== undefined) for (const font of fonts) give(container, font, color);
  }

  onEach(list: unknown): void {
    if (Array.isArray(list)) for (const each of list) this.on(each, "bgcolor", ["font"]);
  }

  onColorBar(holder: unknown): void {
    const bar = member(holder, "colorbar");
    if (bar === undefined) return;
    this.on(bar, "bgcolor", ["tickfont"]);
    const color = this.#for(bar["bgcolor"]);
    const title = bar["title"];
    if (color === undefined || title === undefined) return;
    if (isAttributes(title)) give(title, "font", color);
  }

  onScene(scene: unknown): void {
    if (!isAttributes(scene)) return;
    this.onEach(scene["annotations"]);
    const color = this.#for(scene["bgcolor"]);
    if (color === undefined) return;
    for (const name of ["xaxis", "yaxis", "zaxis"]) {
      const axis = (scene[name] ??= {});
      if (!isAttributes(axis)) continue;
      give(axis, "tickfont", color);
      const title = (axis["title"] ??= {});
      if (isAttributes(title)) give(title, "font", color);
    }
  }

  onTable(trace: Attributes): void {
    for (const name of ["header", "cells"]) {
      const part = member(trace, name);
      const color = part && this.#forEach(member(part, "fill")?.["color"]);
      if (color !== undefined) give(part, "font", color);
    }
  }

  #for(ground: unknown): string | undefined {
    const color = parseColor(ground, this.#paper);
    if (color === undefined || this.#color === undefined) return undefined;
    return contrast(color, this.#color) >= readable ? undefined : lettersOn(color);
  }

  /** Each column of a table, or each of its cells, may have a ground of its own. */
  #forEach(ground: unknown): unknown {
    if (!Array.isArray(ground)) return this.#for(ground);
    const colors = ground.map((each: unknown) => this.#forEach(each));
    if (colors.every((color) => color === undefined)) return undefined;
    const usual = this.#color && `rgb(${this.#color.join(", ")})`;
    return colors.map((color) => color ?? usual);
  }
}

const member = (value: unknown, name: string): Attributes | undefined => {
  const found = isAttributes(value) ? value[name] : undefined;
  return isAttributes(found) ? found : undefined;
};

function give(container: Attributes | undefined, font: string, color: unknown): void {
  if (container === undefined) return;
  const given = (container[font] ??= {});
  if (isAttributes(given)) given["color"] ??= color;
}
