import type { Outline } from "../outline.ts";
import {
  type AttributeContainer,
  type AttributeNode,
  configAttributes,
  frameAttributes,
  layoutAttributes,
  traceAttributes,
} from "../schema/attributes.ts";
import { isTraceType } from "../schema/traceTypes.ts";
import { type FigureNode, member, type Structure } from "../structure.ts";

/** The trace, layout, frame or config that a member stands in. */
export interface AttributeRoot {
  readonly kind: "trace" | "layout" | "frame" | "config";
  /** The trace's, as drawn. */
  readonly type: string | undefined;
  readonly node: FigureNode;
  readonly attributes: AttributeContainer;
}

/** A member of a figure beside what Plotly has at its place. */
export interface PlacedAttribute {
  readonly node: FigureNode;
  /** Undefined where Plotly has nothing of this name. */
  readonly attribute: AttributeNode | undefined;
  /** What Plotly has beside it. */
  readonly container: AttributeContainer;
  /** Its path as in Plotly's schema, `[]` for the element of a list: `layout.annotations[].text`, `scatter.mode`. */
  readonly schemaPath: string;
  readonly root: AttributeRoot;
}

const STEP = 500;

/**
 * All members of a figure's traces, layout, frames and config, those below them included; found when the first rule
 * asks, kept for the others. What is below a member that Plotly does not have is not told. Templates are left out:
 * Plotly takes anything in them, and tools write the same large ones into every figure.
 */
export class PlacedAttributes {
  readonly #found: PlacedAttribute[] = [];
  readonly #source: Iterator<PlacedAttribute>;
  #done = false;

  constructor(structure: Structure, outline: Outline) {
    this.#source = find(structure, outline);
  }

  /** `undefined` in between is a place to stop at. */
  *all(): Generator<PlacedAttribute | undefined> {
    for (let number = 0; ; number++) {
      if (number % STEP === STEP - 1) yield undefined;
      if (number === this.#found.length) {
        if (this.#done) return;
        const next = this.#source.next();
        if (next.done === true) {
          this.#done = true;
          return;
        }
        this.#found.push(next.value);
      }
      yield this.#found[number];
    }
  }
}

function* find({ root: figure }: Structure, outline: Outline): Generator<PlacedAttribute> {
  if (figure === undefined) return;
  const traces = new Map(outline.traces.map((trace) => [trace.span.start, trace]));
  const ofTraces = function* (list: FigureNode | undefined): Generator<PlacedAttribute> {
    for (const node of list?.children ?? []) {
      const trace = traces.get(node.span.start);
      const type = trace?.drawnAs ?? "scatter";
      // One that is not drawn at all is told as such; what else is wrong shows when it is.
      if (trace?.type !== undefined && !isTraceType(trace.type)) continue;
      const attributes = traceAttributes(type);
      if (attributes !== undefined) yield* members(node, attributes, type, { kind: "trace", type, node, attributes });
    }
  };
  const ofLayout = function* (node: FigureNode | undefined): Generator<PlacedAttribute> {
    if (node === undefined) return;
    const attributes = layoutAttributes();
    yield* members(node, attributes, "layout", { kind: "layout", type: undefined, node, attributes });
  };
  yield* ofTraces(member(figure, "data"));
  yield* ofLayout(member(figure, "layout"));
  for (const node of member(figure, "frames")?.children ?? []) {
    const attributes = frameAttributes();
    yield* members(node, attributes, "frame", { kind: "frame", type: undefined, node, attributes });
    yield* ofTraces(member(node, "data"));
    yield* ofLayout(member(node, "layout"));
  }
  const config = member(figure, "config");
  if (config === undefined) return;
  const attributes = configAttributes();
  yield* members(config, attributes, "config", { kind: "config", type: undefined, node: config, attributes });
}

function* members(
  parent: FigureNode,
  container: AttributeContainer,
  path: string,
  root: AttributeRoot,
): Generator<PlacedAttribute> {
  if (parent.kind !== "object") return;
  for (const node of parent.children) {
    const name = node.key?.name ?? "";
    const attribute = container.member(name);
    const schemaPath = `${path}.${name}`;
    yield { node, attribute, container, schemaPath, root };
    if (attribute?.kind === "container") yield* members(node, attribute, schemaPath, root);
    else if (attribute?.kind === "list" && node.kind === "array")
      for (const element of node.children) yield* members(element, attribute.element, `${schemaPath}[]`, root);
  }
}
