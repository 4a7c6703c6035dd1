import type { Outline } from "../../text/outline/outline.ts";
import {
  type AttributeContainer,
  type AttributeNode,
  anyTraceAttributes,
  configAttributes,
  frameAttributes,
  layoutAttributes,
  traceAttributes,
} from "../../schema/attributes.ts";
import { typeMeant } from "../../schema/traceTypes.ts";
import { type FigureNode, member, type Structure } from "../../text/structure/structure.ts";

/** The trace, layout, frame or config that contains a member. */
export interface AttributeRoot {
  readonly kind: "trace" | "layout" | "frame" | "config";
  /** The trace's, as drawn. */
  readonly type: string | undefined;
  readonly node: FigureNode;
  readonly attributes: AttributeContainer;
}

/** A member of a figure, with what Plotly's schema has at its place. */
export interface PlacedAttribute {
  readonly node: FigureNode;
  /** Undefined where Plotly has nothing of this name. */
  readonly attribute: AttributeNode | undefined;
  /** The attributes that Plotly has in the same container. */
  readonly container: AttributeContainer;
  /** Its path as in Plotly's schema, `[]` for the element of a list: `layout.annotations[].text`, `scatter.mode`. */
  readonly schemaPath: string;
  readonly root: AttributeRoot;
}

/** A container whose members are told, as far as they have been. */
interface Open {
  readonly node: FigureNode;
  readonly container: AttributeContainer;
  readonly path: string;
  readonly root: AttributeRoot;
  next: number;
}

/**
 * All members of a figure's traces, layout, frames and config at any depth, in the order of the text within each. Left
 * out are: what is below a member that Plotly does not have; members whose value is `null`, which means nothing, or is
 * not written yet; and templates, since Plotly takes anything in them and tools write the same large ones into every
 * figure.
 */
export function* placedAttributes(structure: Structure, outline: Outline): Generator<PlacedAttribute> {
  for (const root of rootsOf(structure, outline)) {
    const { node, attributes } = root;
    const open: Open[] = [{ node, container: attributes, path: root.type ?? root.kind, root, next: 0 }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const child = top.node.children[top.next++];
      if (child === undefined) {
        open.pop();
        continue;
      }
      if (child.kind === "null" || child.kind === "missing") continue;
      const name = child.key?.name ?? "";
      const attribute = top.container.member(name);
      const schemaPath = `${top.path}.${name}`;
      yield { node: child, attribute, container: top.container, schemaPath, root };
      if (attribute?.kind === "container" && child.kind === "object")
        open.push({ node: child, container: attribute, path: schemaPath, root, next: 0 });
      if (attribute?.kind !== "list" || child.kind !== "array") continue;
      for (const element of child.children.toReversed())
        if (element.kind === "object")
          open.push({ node: element, container: attribute.element, path: `${schemaPath}[]`, root, next: 0 });
    }
  }
}

function* rootsOf({ root: figure }: Structure, outline: Outline): Generator<AttributeRoot> {
  if (figure === undefined) return;
  const traces = new Map(outline.traces.map((trace) => [trace.span.start, trace]));
  const ofTraces = function* (list: FigureNode | undefined): Generator<AttributeRoot> {
    for (const node of list?.children ?? []) {
      const trace = traces.get(node.span.start);
      if (node.kind !== "object") continue;
      const written = trace?.drawnAs ?? "scatter";
      // Of one that is of no type that there is, all is said that holds whatever is meant.
      const type = typeMeant(written) ?? written;
      yield { kind: "trace", type, node, attributes: traceAttributes(type) ?? anyTraceAttributes() };
    }
  };
  const one = function* (
    kind: AttributeRoot["kind"],
    node: FigureNode | undefined,
    attributes: AttributeContainer,
  ): Generator<AttributeRoot> {
    if (node?.kind === "object") yield { kind, type: undefined, node, attributes };
  };
  yield* ofTraces(member(figure, "data"));
  yield* one("layout", member(figure, "layout"), layoutAttributes());
  for (const frame of member(figure, "frames")?.children ?? []) {
    yield* one("frame", frame, frameAttributes());
    yield* ofTraces(member(frame, "data"));
    yield* one("layout", member(frame, "layout"), layoutAttributes());
  }
  yield* one("config", member(figure, "config"), configAttributes());
}
