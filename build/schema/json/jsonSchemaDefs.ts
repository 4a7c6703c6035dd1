import { type JsonSchema, mapInside } from "./jsonSchemaNode.ts";

/** A schema that stands once in the text, however often it is used. */
interface Shared {
  readonly schema: JsonSchema;
  readonly text: string;
  /** Distinct schemas that it stands in. */
  uses: number;
  name: string | undefined;
}

/** What differs most is on the outside, so that what is inside is shared: place, default, description, then the values. */
const layers = [
  ["suggestSortText"],
  ["default"],
  ["title", "description", "markdownDescription", "doNotSuggest"],
] as const;

/** A reference costs about as much. */
const worthSharing = 34;

/**
 * The same schema with all that stands in it more than once moved to `$defs`; references meant for the named ones are
 * already there as `{ $ref: "#/$defs/<name>" }`. VS Code's JSON service merges keywords with those of the `$ref` beside
 * them, from draft 2019-09 on; none is ever on both sides.
 */
export function shareDefinitions(schema: JsonSchema, named: { readonly [name: string]: JsonSchema }): JsonSchema {
  const known = new Map<string, Shared>();
  const byRef = new Map<string, Shared>();

  const intern = (raw: JsonSchema): JsonSchema => {
    if (raw.$ref !== undefined && Object.keys(raw).length === 1) return raw;
    let rest: JsonSchema = mapInside(raw, intern);
    const outer: JsonSchema[] = [];
    for (const keys of layers) {
      const [layer, below] = split(rest, keys);
      if (Object.keys(layer).length === 0) continue;
      outer.push(layer);
      rest = below;
    }
    let handle = Object.keys(rest).length === 0 ? undefined : register(rest);
    for (const layer of outer.toReversed()) handle = register(handle === undefined ? layer : { ...layer, ...handle });
    return handle ?? register({});
  };

  const register = (one: JsonSchema): JsonSchema => {
    const text = JSON.stringify(one);
    let shared = known.get(text);
    if (shared === undefined) {
      shared = { schema: one, text, uses: 0, name: undefined };
      known.set(text, shared);
      byRef.set(`#${known.size}`, shared);
      refs.set(shared, { $ref: `#${known.size}` });
      count(one);
    }
    return refs.get(shared) ?? {};
  };
  const refs = new Map<Shared, JsonSchema>();
  const count = (one: JsonSchema): void => {
    const use = (inside: JsonSchema): JsonSchema => {
      const shared = byRef.get(inside.$ref ?? "");
      if (shared !== undefined) shared.uses += 1;
      return inside;
    };
    use(one);
    mapInside(one, use);
  };

  const root = intern(schema);
  const roots = Object.entries(named).map(([name, one]) => [name, intern(one)] as const);

  const $defs: { [name: string]: JsonSchema } = {};
  let next = 0;
  const write = (one: JsonSchema): JsonSchema => {
    const shared = byRef.get(one.$ref ?? "");
    if (shared === undefined) return mapInside(one, write);
    const { $ref: _, ...own } = one;
    if (shared.name === undefined && shared.uses > 1 && lengthOf(shared) > worthSharing) {
      shared.name = (next++).toString(36);
      $defs[shared.name] = {};
      $defs[shared.name] = write(shared.schema);
    }
    const below = shared.name === undefined ? write(shared.schema) : { $ref: `#/$defs/${shared.name}` };
    return Object.keys(own).length === 0 ? below : { ...mapInside(own, write), ...below };
  };
  const lengths = new Map<Shared, number>();
  const lengthOf = (shared: Shared): number => {
    const length = lengths.get(shared) ?? JSON.stringify(write({ ...shared.schema })).length;
    lengths.set(shared, length);
    return length;
  };

  const written = write(root);
  for (const [name, one] of roots) $defs[name] = write(one);
  return { ...written, $defs };
}

function split(schema: JsonSchema, keys: readonly string[]): [JsonSchema, JsonSchema] {
  const entries = Object.entries(schema);
  const has = ([key]: [string, unknown]): boolean => keys.includes(key);
  return [Object.fromEntries(entries.filter(has)), Object.fromEntries(entries.filter((entry) => !has(entry)))];
}
