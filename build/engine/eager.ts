import { parseSync, Visitor } from "oxc-parser";

/**
 * Puts brackets around the function of each module in a bundle of esbuild's. A browser then reads it once, as what runs at
 * once; otherwise it skips it first and reads it again when it runs, with all functions in it.
 */
export function readAtOnce(bundle: string): string {
  const marks: [at: number, mark: string][] = [];
  new Visitor({
    VariableDeclarator({ init }) {
      if (init?.type !== "CallExpression" || init.callee.type !== "Identifier" || init.arguments.length !== 1) return;
      const [module] = init.arguments;
      if (module?.type === "ArrowFunctionExpression") marks.push([module.start, "("], [module.end, ")"]);
    },
  }).visit(parseSync("bundle.js", bundle, { sourceType: "script" }).program);
  let text = "";
  let at = 0;
  for (const [place, mark] of marks.toSorted(([one], [other]) => one - other)) {
    text += bundle.slice(at, place) + mark;
    at = place;
  }
  return text + bundle.slice(at);
}
