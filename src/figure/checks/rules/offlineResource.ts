import { formatPath } from "../../model/path.ts";
import type { Severity } from "../../model/problem.ts";
import { pathOf } from "../../text/structure/structure.ts";
import type { Rule } from "../rule/rule.ts";

const ADDRESS = /^(?:https?:|\/\/|mapbox:)/i;

interface Resource {
  readonly at: RegExp;
  readonly severity: Severity;
  /** What is missing from the drawing. */
  readonly missing: string;
  readonly value?: RegExp;
}

const resources: readonly Resource[] = [
  {
    at: /^layout\.images\[\]\.source$/,
    severity: "warning",
    missing: "this picture is not drawn. Put it into the figure as a data: URI.",
  },
  {
    at: /^image\.source$/,
    severity: "warning",
    missing: "this picture is not drawn. Put it into the figure as a data: URI.",
  },
  {
    at: /\.geojson$/,
    severity: "warning",
    missing: "these shapes are not drawn. Put the GeoJSON into the figure.",
  },
  { at: /^layout\.map\d*\.style$/, severity: "information", missing: "this map style is not drawn." },
  {
    at: /^layout\.map\d*\.layers\[\]\.source$/,
    severity: "information",
    missing: "this layer is not drawn. GeoJSON can be put into the figure.",
  },
  {
    at: /^layout\.map\d*\.style$/,
    severity: "hint",
    missing: 'only what the traces draw is shown of the map. "white-bg" needs no tiles.',
    value: /^(?!white-bg$)[\w-]+$/,
  },
];

const names = new Set(["source", "geojson", "style"]);

/** Finds what a page would fetch: the preview has no network, nor have many pages on which a figure is shown. */
export const offlineResource: Rule = {
  code: "offline-resource",
  severity: "warning",
  title: "Something that the drawing would have to fetch from the network.",
  visit:
    () =>
    ({ node, schemaPath }) => {
      const { value } = node;
      if (typeof value !== "string" || !names.has(node.key?.name ?? "")) return undefined;
      const found = resources.find(({ at, value: wanted = ADDRESS }) => at.test(schemaPath) && wanted.test(value));
      if (found === undefined) return undefined;
      const message = `\`${formatPath(pathOf(node))}\` is on the network, and the preview fetches nothing: ${found.missing}`;
      return { code: "offline-resource", severity: found.severity, span: node.span, message, related: [] };
    },
};
