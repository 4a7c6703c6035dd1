import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { Json } from "../../src/figure/model/figure.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import { sameJson } from "../../src/figure/model/sameJson.ts";
import type { Manual, ManualContainer } from "../../src/figure/manual/manual.ts";
import type { ManualRule } from "../../src/figure/manual/manualTable.ts";
import { changeEdits } from "../../src/figure/inspect/changes.ts";
import { nodeIn } from "../../src/figure/inspect/fieldAt.ts";
import { drawnAt, type Inspected, writtenAt } from "../../src/figure/inspect/inspected.ts";
import { type Origin, originOf, templatePath } from "../../src/figure/inspect/origin.ts";
import { type FigurePart, partAt } from "../../src/figure/inspect/part.ts";
import { manualAt } from "../../src/figure/inspect/place.ts";
import type { InspectorHost } from "./inspectorHost.ts";

/** Where a value comes from, and whether the chosen parts have different ones. */
export type SharedOrigin = Origin & { readonly mixed: boolean };

/** The chosen parts, and changes of them: one goes to all. */
export class Selection {
  readonly manual: Manual;
  readonly host: InspectorHost;
  /** At least one. */
  readonly parts: readonly FigurePart[];
  /** What all of them have. */
  readonly container: ManualContainer;
  /** What was chosen inside of the part: `["marker", "line"]`. */
  readonly inside: FigurePath;

  constructor(manual: Manual, host: InspectorHost) {
    this.manual = manual;
    this.host = host;
    const chosen = host.selected.length === 0 ? [["layout"]] : host.selected;
    const parts = chosen.map((path) => partAt(host, path));
    const [first = partAt(host, ["layout"])] = parts;
    const unique = new Map(parts.map((part) => [JSON.stringify(part.path), part]));
    // Only parts of the same sort have something in common.
    this.parts = [...unique.values()].filter(
      ({ path, kind }) => path[0] === first.path[0] && (path[0] === "data" || kind === first.kind),
    );
    const node = manualAt(manual, host, first.path);
    this.container = node?.kind === "container" ? node : manual.layout;
    this.inside = parts.length === 1 ? (chosen[0]?.slice(first.path.length) ?? []) : [];
  }

  get figure(): Inspected {
    return this.host;
  }

  get first(): FigurePart {
    return this.parts[0] ?? partAt(this.host, ["layout"]);
  }

  get isMany(): boolean {
    return this.parts.length > 1;
  }

  /** Where this attribute of the first part is. */
  pathOf(inside: FigurePath): FigurePath {
    return [...this.first.path, ...inside];
  }

  origin(inside: FigurePath, rule: ManualRule): SharedOrigin {
    const [first, ...others] = this.parts.map(({ path }) => originOf(this.host, [...path, ...inside], rule));
    const own = first ?? { from: "default", value: rule.dflt };
    const mixed = others.some((other) => !sameJson((own.value ?? null) as Json, (other.value ?? null) as Json));
    const isWritten = [own, ...others].find(({ from }) => from === "written");
    return { ...(isWritten ?? own), mixed };
  }

  /** Whether the engine uses an attribute of the first part now, or it is written. */
  isUsed(inside: FigurePath): boolean {
    const path = this.pathOf(inside);
    const [root] = path;
    if (root !== "data" && root !== "layout") return true;
    if (path[1] === "template") return true;
    if (drawnAt(this.host, path) !== undefined || writtenAt(this.host, path) !== undefined) return true;
    // What has no default is not there until somebody writes it: the text of a title.
    const parent = drawnAt(this.host, path.slice(0, -1));
    return path.length > 3 && typeof parent === "object" && nodeIn(this.container, inside)?.kind === "attribute"
      ? path.at(-1) === "text"
      : false;
  }

  written(inside: FigurePath): unknown {
    return writtenAt(this.host, this.pathOf(inside));
  }

  drawn(inside: FigurePath): unknown {
    return drawnAt(this.host, this.pathOf(inside));
  }

  edits(inside: FigurePath, value: Json | undefined): FigureEdit[] {
    return this.parts.flatMap(({ path }) => changeEdits(this.host, [...path, ...inside], value));
  }

  /** Writes a value into all chosen parts; undefined leaves it to Plotly. */
  set(inside: FigurePath, value: Json | undefined, label: string): void {
    this.write(this.edits(inside, value), value === undefined ? `Reset ${label}` : `Change ${label}`);
  }

  write(edits: readonly FigureEdit[], label: string): void {
    if (edits.length > 0 && this.host.locked === undefined) this.host.edit(edits, label);
  }

  preview(inside: FigurePath, value: Json): void {
    if (this.host.locked === undefined) this.host.preview(this.edits(inside, value));
  }

  /** Where the figure's template has this attribute of the first part. */
  templatePath(inside: FigurePath): FigurePath | undefined {
    return templatePath(this.host, this.pathOf(inside));
  }
}
