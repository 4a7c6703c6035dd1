import type { JsonSchema } from "./jsonSchemaNode.ts";
import type { PlotAttribute } from "../plotSchema.ts";

/**
 * What is proposed for an attribute: choices, flags, examples, the colour picker. Nothing in it refuses a value: what the
 * engine does not take, the figure's own rules say, with a range, a fix and a severity that can be set, and the command
 * line says the same. Throws for a kind of attribute that it does not know.
 */
export function valueProposals(attribute: PlotAttribute): JsonSchema {
  const { flags = [], extras = [], values = [], dflt } = attribute;
  switch (attribute.valType) {
    case "data_array":
      return snippet("[]", "^[$1]");
    case "boolean":
      return { examples: [true, false] };
    case "number":
    case "angle":
      return dflt === undefined || dflt === null ? snippet("number", "^${1:0}") : {};
    case "integer":
      return extras.length > 0 ? { examples: extras } : dflt === undefined ? snippet("number", "^${1:0}") : {};
    case "string":
      return values.length > 0 ? { examples: values } : hasText(dflt) ? {} : snippet("text", '^"$1"');
    case "color":
      // Without a format: VS Code's colour picker takes hexadecimal ones alone, and ours takes all.
      return hasText(dflt) ? {} : snippet("color", '^"${1:#1f77b4}"');
    case "colorlist":
      return snippet("[]", "^[$1]");
    case "colorscale":
      return colorscale(attribute);
    case "flaglist": {
      const words = extras.filter((extra) => typeof extra === "string");
      const others = extras.filter((extra) => typeof extra !== "string");
      return { examples: [...flags, ...words, ...(flags.length < 5 ? pairs(flags) : []), ...others] };
    }
    case "enumerated":
      return { examples: choices(values) };
    case "subplotid":
      return { examples: patternExamples(attribute.regex ?? `/^${String(dflt)}([2-9]|[1-9][0-9]+)?$/`) };
    case "info_array":
      return infoArray(attribute);
    case "any":
      return values.length > 0 ? { examples: values } : {};
    default:
      throw new Error(`Plotly's schema has a kind of attribute that is not known here: ${attribute.valType}.`);
  }
}

const hasText = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/** What is put in where nothing is known of the value but its kind. */
function snippet(label: string, body: string): JsonSchema {
  return { defaultSnippets: [{ label, body }] };
}

function pairs(flags: readonly string[]): string[] {
  return flags.flatMap((first, index) => flags.slice(index + 1).map((second) => `${first}+${second}`));
}

/** Numbers of symbols are not proposed beside their names. */
function choices(values: readonly unknown[]): readonly unknown[] {
  const plain = values.filter((value) => !isPattern(value) && !(typeof value === "string" && /^\d+$/.test(value)));
  const named = plain.length === 0 ? values.filter((value) => !isPattern(value)) : plain;
  const texts = named.filter((value) => typeof value !== "number");
  const numbers = texts.length > 20 ? texts : named;
  return [...numbers, ...values.filter(isPattern).flatMap(patternExamples)];
}

/** A palette's name, or pairs of a number from 0 to 1 and a colour. */
function colorscale({ description = "" }: PlotAttribute): JsonSchema {
  const listing = /list: ([\w, ]+)/.exec(description)?.[1] ?? /any of ([\w, ]+)\)/.exec(description)?.[1] ?? "";
  const names = listing.split(/[\s,]+/).filter((name) => name !== "");
  return names.length > 0 ? { examples: names } : {};
}

function infoArray({ items, dimensions }: PlotAttribute): JsonSchema {
  if (items === undefined || dimensions !== undefined) return snippet("[]", "^[$1]");
  // In a list of free length, what is plain is left unlooked at: somebody may have put much into it.
  if (!isList(items)) return isPlain(items) ? snippet("[]", "^[$1]") : { items: valueProposals(items) };
  return items.every(isPlain) ? snippet("[]", "^[$1]") : { items: items.map(valueProposals) };
}

const isPlain = ({ valType }: PlotAttribute): boolean => ["any", "string", "number", "boolean"].includes(valType);

function isList(items: PlotAttribute | readonly PlotAttribute[]): items is readonly PlotAttribute[] {
  return Array.isArray(items);
}

/** Plotly writes regular expressions among the values as texts between slashes. */
function isPattern(value: unknown): value is string {
  return typeof value === "string" && /^\/\^.+\$\/$/.test(value);
}

function patternExamples(text: string): string[] {
  const numbered = "([2-9]|[1-9][0-9]+)?";
  const source = text.slice(2, -2);
  const examples = ["", "2", "3"].map((number) => source.replaceAll(numbered, number));
  if (examples.every((example) => example.endsWith("( domain)?")))
    return [
      ...examples.map((example) => example.replace("( domain)?", "")),
      ...examples.slice(0, 1).map((example) => example.replace("( domain)?", " domain")),
    ];
  return examples;
}
