import { rules } from "./rules/rules.ts";
import { severities } from "../model/problem.ts";

/**
 * The JSON Schema of `plots.diagnostics.rules` and of the rules in a `.plotfilesrc.json`: every rule with its levels.
 * It is generated into package.json and dist/schemas.
 */
export function ruleProperties(): { readonly [code: string]: object } {
  return Object.fromEntries(
    rules.map(({ code, severity, title }) => [
      code,
      {
        type: "string",
        enum: ["off", ...severities],
        default: severity,
        markdownDescription: `${title} [More](https://github.com/plot-files/plot-files/blob/main/PROBLEMS.md#${code})`,
      },
    ]),
  );
}

/**
 * The JSON Schema of `.plotfilesrc.json`. It serves completion and hovers; the extension itself reports what is wrong
 * in such a file.
 */
export function ruleFileSchema(): object {
  const proposed = Object.entries(ruleProperties()).map(([code, { ...property }]) => {
    const { enum: levels, type: _, ...told } = property as { enum?: readonly string[]; type?: string };
    return [code, { ...told, anyOf: [{ enum: levels }, {}] }];
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of Plot Files for the figures of a folder",
    properties: {
      rules: {
        description: "The severity of each rule's findings, or off.",
        properties: Object.fromEntries(proposed) as object,
        defaultSnippets: [{ label: "rules", body: { "${1:raw-array}": "${2:off}" } }],
      },
      files: {
        description: "The same for single figures, by their paths from this file's folder.",
        additionalProperties: { properties: Object.fromEntries(proposed) as object },
        defaultSnippets: [{ label: "file", body: { "${1:name.plotly.json}": { "${2:raw-array}": "${3:off}" } } }],
      },
    },
    defaultSnippets: [{ label: "rules", body: { rules: { "${1:raw-array}": "${2:off}" } } }],
  };
}
