import { testMark } from "../host/vscode/suites/testOutput.ts";

/**
 * Marks every line that is printed in this extension host, so that it can be told from VS Code's own log, and makes
 * plain text of it, since VS Code drops what does not begin with a string.
 */
for (const method of ["log", "info", "warn", "error", "debug"] as const) {
  const print = console[method].bind(console);
  const printMarked = (...values: readonly unknown[]) => {
    for (const line of plainText(values).split("\n")) print(testMark + line);
  };
  // VS Code has made these properties of which an assignment is ignored.
  Object.defineProperty(console, method, { value: printMarked });
}

/** Fills in the few directives that mocha uses. */
function plainText([first = "", ...rest]: readonly unknown[]): string {
  const text = typeof first === "string" ? first.replace(/%[sdijo]/g, () => show(rest.shift())) : show(first);
  return [text, ...rest.map(show)].join(" ");
}

function show(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.stack ?? String(value);
  return JSON.stringify(value) ?? typeof value;
}
