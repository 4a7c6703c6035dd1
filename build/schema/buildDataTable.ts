/**
 * Builds the table of attributes that take data: from the schema of the engine that ships, joined with what older
 * Plotly had and files still hold. The rule is Plotly's own, without exception in every schema that had `src` keys:
 * `<name>src` exists exactly when `<name>` is a `data_array` or `arrayOk`.
 */
import { type DataTable, LEAF_ARRAY_OK, LEAF_DATA, type RemovedTypes } from "../../src/figure/schema/dataTable.ts";

/** A node of Plotly's schema; containers hold more of them beside their own marks. */
export interface SchemaNode {
  readonly valType?: string;
  readonly arrayOk?: boolean;
  /** An object array: one member, named after the element. */
  readonly items?: { readonly [name: string]: SchemaNode };
  readonly [member: string]: unknown;
}

/** What is read of `Plotly.PlotSchema.get()`. */
export interface EngineSchema {
  readonly traces: {
    readonly [type: string]: { readonly attributes: SchemaNode; readonly layoutAttributes?: SchemaNode };
  };
  readonly layout: { readonly layoutAttributes: SchemaNode };
}

type SchemaKind = "data_array" | "arrayOk";

/** olderDataAttributes.json: paths by kind, `[]` for the element of an object array, with trace types in one string. */
export interface OlderAttributes {
  readonly removed: RemovedTypes;
  readonly traces: { readonly [kind in SchemaKind]: { readonly [path: string]: string | undefined } };
  readonly transforms: { readonly [type: string]: { readonly [path: string]: string | undefined } };
  readonly layout: { readonly [kind in SchemaKind]: string };
}

/** Paths that take data, each with its kind; `marker.color`, `dimensions[].values`. */
export type DataPaths = Map<string, SchemaKind>;

/** The attributes of one container of the engine's schema that take data. */
export function dataPaths(container: SchemaNode): DataPaths {
  const found: DataPaths = new Map();
  const visit = (node: SchemaNode, prefix: string): void => {
    for (const [name, member] of Object.entries(node)) {
      if (name.startsWith("_") || !isSchemaNode(member)) continue;
      const path = `${prefix}${name}`;
      if (member.valType === "data_array") found.set(path, "data_array");
      else if (member.arrayOk === true) found.set(path, "arrayOk");
      else if (member.valType === undefined && member.items !== undefined)
        for (const element of Object.values(member.items)) visit(element, `${path}[].`);
      else if (member.valType === undefined) visit(member, `${path}.`);
    }
  };
  visit(container, "");
  return found;
}

/** What older Plotly's trace type took, transforms included. */
export function olderTracePaths(older: OlderAttributes, type: string): DataPaths {
  const found: DataPaths = new Map();
  for (const kind of ["arrayOk", "data_array"] as const)
    for (const [path, types] of Object.entries(older.traces[kind]))
      if (types?.split(" ").includes(type) === true) found.set(path, kind);
  return found;
}

/** Throws where the two sources contradict each other or a removed type has no successor. */
export function buildDataTable(engine: EngineSchema, version: string, older: OlderAttributes): DataTable {
  const engineTypes = Object.keys(engine.traces).toSorted();
  const olderTypes = new Set(
    Object.values(older.traces).flatMap((paths) => Object.values(paths).flatMap((types) => types?.split(" ") ?? [])),
  );
  for (const type of olderTypes)
    if (engine.traces[type] === undefined && !engineTypes.includes(older.removed[type]?.instead ?? ""))
      throw new Error(`The engine has no trace type "${type}", and nothing says what replaced it.`);

  const transforms: DataPaths = new Map();
  for (const members of Object.values(older.transforms))
    for (const [path, kind] of Object.entries(members)) {
      // groupby takes only an array where aggregate takes either; the scan does not know a transform's type.
      const previous = transforms.get(`transforms[].${path}`);
      transforms.set(`transforms[].${path}`, kind === "data_array" ? kind : (previous ?? "arrayOk"));
    }

  const nodes: { [key: string]: number }[] = [];
  const interned = new Map<string, number>();
  const roots: { [root: string]: number } = {};
  const everyTrace: DataPaths = new Map();
  for (const type of [...new Set([...engineTypes, ...olderTypes])].toSorted()) {
    const paths = olderTracePaths(older, type);
    for (const [path, kind] of dataPaths(engine.traces[type]?.attributes ?? {})) join(paths, path, kind, type);
    for (const [path, kind] of transforms) paths.set(path, kind);
    for (const [path, kind] of paths) if (everyTrace.get(path) !== "data_array") everyTrace.set(path, kind);
    roots[type] = intern(paths, nodes, interned);
  }
  roots["*"] = intern(everyTrace, nodes, interned);

  const layout: DataPaths = new Map();
  for (const kind of ["data_array", "arrayOk"] as const)
    for (const path of older.layout[kind].split(" ")) layout.set(path, kind);
  for (const part of [engine.layout.layoutAttributes, ...Object.values(engine.traces).map((t) => t.layoutAttributes)])
    for (const [path, kind] of dataPaths(part ?? {})) join(layout, path, kind, "layout");
  roots["layout"] = intern(layout, nodes, interned);

  const subplots = Object.entries(engine.layout.layoutAttributes)
    .filter(([, member]) => isSchemaNode(member) && member["_isSubplotObj"] === true)
    .map(([name]) => name);
  // A subplot kind that left the engine; the older schemas number it like the others.
  subplots.push("mapbox");
  return { engine: `plotly.js ${version}`, types: engineTypes, removed: older.removed, subplots, roots, nodes };
}

function join(paths: DataPaths, path: string, kind: SchemaKind, where: string): void {
  const previous = paths.get(path);
  if (previous !== undefined && previous !== kind)
    throw new Error(`${where}: ${path} is ${kind} in the engine and was ${previous} before.`);
  paths.set(path, kind);
}

type Branch = { [key: string]: Branch | number };

function intern(paths: DataPaths, nodes: { [key: string]: number }[], interned: Map<string, number>): number {
  const root: Branch = {};
  for (const path of [...paths.keys()].toSorted()) {
    const keys = path.replaceAll("[]", ".[]").split(".");
    const last = keys.pop() ?? "";
    let branch = root;
    for (const key of keys) {
      const below = (branch[key] ??= {});
      if (typeof below === "number") throw new Error(`${path} lies below an attribute that takes data itself.`);
      branch = below;
    }
    branch[last] = paths.get(path) === "data_array" ? LEAF_DATA : LEAF_ARRAY_OK;
  }
  const number = (branch: Branch): number => {
    const node = Object.fromEntries(
      Object.entries(branch).map(([key, below]) => [key, typeof below === "number" ? below : number(below)]),
    );
    const text = JSON.stringify(node);
    const known = interned.get(text);
    if (known !== undefined) return known;
    nodes.push(node);
    interned.set(text, nodes.length - 1);
    return nodes.length - 1;
  };
  return number(root);
}

function isSchemaNode(value: unknown): value is SchemaNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
