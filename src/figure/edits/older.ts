import type { Json } from "../model/figure.ts";
import { firstMember } from "../schema/firstId.ts";
import { hadTextTitle, olderAttribute } from "../schema/olderAttributes.ts";
import { olderSpellingOf } from "../schema/olderSpellings.ts";

/** What stands today for a member that is written as older Plotly had it. */
export interface Today {
  /** Path from the member's container. */
  readonly path: readonly string[];
  /** Undefined: the very same text. */
  readonly value: Json | undefined;
}

export interface OlderForm {
  readonly now: readonly Today[];
  /** Whether more of the figure must change with it, so that no single edit can do it. */
  readonly isWide?: boolean;
}

interface Row {
  readonly name: RegExp;
  /** Containers, as `OlderAttribute` has them. */
  readonly at: RegExp;
  readonly read: (value: Json | undefined, name: string) => OlderForm | undefined;
}

/** What neither the table of dropped attributes nor that of older spellings tells. */
const rows: readonly Row[] = [
  {
    name: /^title$/,
    at: /./,
    read: (value) => (typeof value === "string" || typeof value === "number" ? same("title", "text") : undefined),
  },
  { name: /^[xy]axis1$|^scene1$/, at: /^layout$/, read: (_value, name) => same(firstMember(name) ?? name) },
  {
    name: /^autotick$/,
    at: /^layout\.(?:scene\.)?[xyz]axis$/,
    read: (value) => ({ now: [{ path: ["tickmode"], value: value === false ? "linear" : "auto" }] }),
  },
  {
    name: /^ref$/,
    at: /\.annotations\[\]$/,
    read: (value) => ({
      now: [
        { path: ["xref"], value: value === "paper" ? "paper" : "x" },
        { path: ["yref"], value: value === "paper" ? "paper" : "y" },
      ],
    }),
  },
  { name: /^cameraposition$/, at: /^layout\.scene$/, read: () => wide("camera") },
  { name: /^bardir$/, at: /^(?:bar|histogram)$/, read: () => wide("orientation", "x", "y") },
  { name: /^mapbox\d*$/, at: /^layout$/, read: (_value, name) => wide(name.replace("mapbox", "map")) },
  { name: /^(?:radialaxis|angularaxis|direction|orientation)$/, at: /^layout$/, read: () => wide("polar") },
];

/**
 * How today's Plotly writes the member `name` of the container at `path` (`layout.xaxis`, `scatter.marker`); undefined
 * where it is written so already, or says nothing any more.
 */
export function todayOf(
  path: string,
  name: string,
  value: () => Json | undefined,
  sibling: (name: string) => Json | undefined,
): OlderForm | undefined {
  for (const row of rows) {
    if (!row.name.test(name) || !row.at.test(path)) continue;
    if (name === "title" && !hadTextTitle(path)) continue;
    const form = row.read(value(), name);
    if (form !== undefined) return form;
  }
  const now = olderAttribute(path, name)?.now;
  if (now !== undefined) return same(...now);
  const members = olderSpellingOf(`${path}.${name}`, value, sibling)?.members;
  if (members === undefined) return undefined;
  return { now: members.map(([member, to]) => ({ path: [member], value: to })) };
}

const same = (...path: string[]): OlderForm => ({ now: [{ path, value: undefined }] });

const wide = (...names: string[]): OlderForm => ({
  now: names.map((name) => ({ path: [name], value: undefined })),
  isWide: true,
});
