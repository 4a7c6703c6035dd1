import type { JsonSchema } from "./jsonSchemaNode.ts";

/** An attribute of Plotly's schema. */
export interface PlotAttribute {
  readonly valType: string;
  readonly description?: string;
  readonly arrayOk?: boolean;
  readonly dflt?: unknown;
  readonly values?: readonly unknown[];
  readonly flags?: readonly string[];
  readonly extras?: readonly unknown[];
  readonly min?: number;
  readonly max?: number;
  readonly coerceNumber?: boolean;
  readonly strict?: boolean;
  readonly regex?: string;
  readonly items?: PlotAttribute | readonly PlotAttribute[];
  readonly dimensions?: number | string;
}

const numeric = String.raw`\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*`;

/**
 * The values that the engine takes for an attribute, without description and default. As lenient as the engine: a
 * number may be a text, and data is any array or an object with a typed array. Items of arrays of data have no schema,
 * so that a long array costs nothing. Throws for a kind of attribute that it does not know.
 */
export function valueSchema(attribute: PlotAttribute): JsonSchema {
  const { arrayOk = false, flags = [], extras = [], values = [] } = attribute;
  const orData = arrayOk ? ["array", "object"] : [];
  const bounds = {
    ...(attribute.min !== undefined && { minimum: attribute.min }),
    ...(attribute.max !== undefined && { maximum: attribute.max }),
  };
  switch (attribute.valType) {
    case "data_array":
      return { type: ["array", "object"] };
    case "boolean":
      return { type: arrayOk ? ["boolean", ...orData] : "boolean" };
    case "number": {
      // A few numbers are computed where nothing is written, and that may be said: "auto", false.
      const words = typeof attribute.dflt === "string" ? [attribute.dflt] : [];
      const others = typeof attribute.dflt === "boolean" ? ["boolean"] : [];
      return { type: ["number", "string", ...others, ...orData], ...bounds, ...numberText(words) };
    }
    case "integer":
      return {
        type: ["number", "string", ...orData],
        multipleOf: 1,
        ...bounds,
        ...numberText(extras),
        ...(extras.length > 0 && { examples: extras }),
      };
    case "angle":
      return { type: ["number", "string", ...orData], ...numberText(["auto"]) };
    case "string":
      return {
        type: [...(attribute.strict === true ? ["string"] : ["string", "number"]), ...orData],
        ...(values.length > 0 && { examples: values }),
      };
    case "color":
      // Without a format: VS Code's colour picker takes hexadecimal ones alone, and ours takes all.
      return { type: arrayOk ? ["string", "number", ...orData] : "string" };
    case "colorlist":
      return { type: "array", items: { type: "string" } };
    case "colorscale":
      return colorscale(attribute);
    case "flaglist":
      return flaglist(flags, attribute.dflt === "" ? [...extras, ""] : extras, orData);
    case "enumerated":
      return enumerated(values, orData, attribute.coerceNumber === true);
    case "subplotid":
      return subplot(attribute, orData);
    case "info_array":
      return infoArray(attribute);
    case "any":
      return values.length > 0 ? { examples: values } : {};
    default:
      throw new Error(`Plotly's schema has a kind of attribute that is not known here: ${attribute.valType}.`);
  }
}

/** What a text in place of a number must be; `others` are words that mean something there. */
function numberText(others: readonly unknown[] = []): JsonSchema {
  const words = others.map((other) => `|${escaped(String(other))}`).join("");
  return {
    pattern: `^(?:${numeric}${words})$`,
    patternErrorMessage: `This must be a number${others.map((other) => ` or "${String(other)}"`).join("")}.`,
  };
}

function flaglist(flags: readonly string[], extras: readonly unknown[], orData: readonly string[]): JsonSchema {
  const flag = `(?:${flags.map(escaped).join("|")})`;
  const words = extras.filter((extra) => typeof extra === "string");
  const others = extras.filter((extra) => typeof extra !== "string");
  const texts = [...flags, ...words];
  const alone = words.length === 0 ? "" : `, or ${words.map((word) => JSON.stringify(word)).join(", ")} alone`;
  const type = ["string", ...new Set(others.map((other) => typeof other)), ...orData];
  return {
    type: type.length === 1 ? "string" : type,
    pattern: `^(?:${[String.raw`${flag}(?:\+${flag})*`, ...words.map(escaped)].join("|")})$`,
    patternErrorMessage: `This must be one or more of ${flags.map((one) => `"${one}"`).join(", ")}, joined by "+"${alone}.`,
    examples: flags.length < 5 ? [...texts, ...pairs(flags), ...others] : [...texts, ...others],
  };
}

function pairs(flags: readonly string[]): string[] {
  return flags.flatMap((first, index) => flags.slice(index + 1).map((second) => `${first}+${second}`));
}

function enumerated(values: readonly unknown[], orData: readonly string[], coerceNumber: boolean): JsonSchema {
  const patterns = values.filter(isPattern);
  const plain = values.filter((value) => !isPattern(value));
  const kinds = [...new Set(plain.map((value) => typeof value))];
  if (patterns.length > 0) {
    const texts = plain.filter((value) => typeof value === "string");
    return {
      type: [...new Set(["string", ...kinds, ...orData])],
      pattern: `^(?:${[...patterns.map(patternSource), ...texts.map(escaped)].join("|")})$`,
      patternErrorMessage: `This must be ${listed([...texts.map((text) => `"${text}"`), ...patterns.map(patternName)])}.`,
      examples: [...plain, ...patterns.flatMap(patternExamples)],
    };
  }
  const taken = coerceNumber ? [...values, ...values.map(String)] : values;
  if (orData.length === 0) return { enum: taken };
  // A list of enumerated texts may be long: it is never compared with them. Numbers of symbols are not proposed.
  const named = plain.filter((value) => typeof value === "string" && !/^\d+$/.test(value));
  return {
    type: [...kinds, ...orData],
    examples: named.length > 0 ? named : plain,
    if: { type: kinds },
    then: { enum: taken },
  };
}

function subplot({ dflt, regex }: PlotAttribute, orData: readonly string[]): JsonSchema {
  const source = regex ?? `/^${String(dflt)}([2-9]|[1-9][0-9]+)?$/`;
  return {
    type: orData.length === 0 ? "string" : ["string", ...orData],
    pattern: `^(?:${patternSource(source)})$`,
    patternErrorMessage: `This must be ${patternName(source)}.`,
    examples: patternExamples(source),
  };
}

/** A palette's name, the text of a JSON array, or pairs of a number from 0 to 1 and a colour. */
function colorscale({ description = "" }: PlotAttribute): JsonSchema {
  const listing = /list: ([\w, ]+)/.exec(description)?.[1] ?? /any of ([\w, ]+)\)/.exec(description)?.[1] ?? "";
  const names = listing.split(/[\s,]+/).filter((name) => name !== "");
  return {
    type: ["string", "array"],
    ...(names.length > 0 && {
      pattern: String.raw`^(?:\s*\[.*|${names.join("|")})$`,
      patternErrorMessage: `This must be a list of pairs such as [0, "white"], or one of ${names.join(", ")}.`,
      examples: names,
    }),
    items: { type: "array", items: [{ type: ["number", "string"] }, { type: "string" }] },
  };
}

function infoArray({ items, dimensions }: PlotAttribute): JsonSchema {
  if (items === undefined || dimensions !== undefined) return { type: "array" };
  // In a list of free length, what is plain is left unlooked at: somebody may have put much into it.
  if (!isList(items)) return isPlain(items) ? { type: "array" } : { type: "array", items: valueSchema(items) };
  return items.every(isPlain) ? { type: "array" } : { type: "array", items: items.map(valueSchema) };
}

const isPlain = ({ valType }: PlotAttribute): boolean => valType === "any" || valType === "string";

function isList(items: PlotAttribute | readonly PlotAttribute[]): items is readonly PlotAttribute[] {
  return Array.isArray(items);
}

/** Plotly writes regular expressions among the values as texts between slashes. */
function isPattern(value: unknown): value is string {
  return typeof value === "string" && /^\/\^.+\$\/$/.test(value);
}

const patternSource = (text: string): string => text.slice(2, -2);

/** `/^x([2-9]|[1-9][0-9]+)?( domain)?$/` as a person calls it. */
function patternName(text: string): string {
  const [first, second] = patternExamples(text);
  return first === undefined || second === undefined ? patternSource(text) : `"${first}", "${second}", …`;
}

function patternExamples(text: string): string[] {
  const numbered = "([2-9]|[1-9][0-9]+)?";
  const source = patternSource(text);
  const examples = ["", "2", "3"].map((number) => source.replaceAll(numbered, number));
  if (examples.every((example) => example.endsWith("( domain)?")))
    return [
      ...examples.map((example) => example.replace("( domain)?", "")),
      ...examples.slice(0, 1).map((example) => example.replace("( domain)?", " domain")),
    ];
  return examples;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
