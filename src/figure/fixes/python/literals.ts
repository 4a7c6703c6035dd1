/** A string of Python as it stands in a text. */
export interface PythonString {
  readonly value: string;
  /** Behind the closing quote. */
  readonly end: number;
}

const PREFIXED = /(?<prefix>[A-Za-z]{0,2})(?<quote>'''|"""|'|")/y;
const ESCAPE =
  /\\(?:(?<octal>[0-7]{1,3})|x(?<hex>[0-9A-Fa-f]{2})|u(?<unit>[0-9A-Fa-f]{4})|U(?<point>[0-9A-Fa-f]{8})|(?<line>\r?\n)|(?<other>[^]))/g;
const SIMPLE = new Map([
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["a", "\u0007"],
  ["v", "\v"],
]);

/** Whether a string begins here, prefix included. */
export function isStringAt(text: string, start: number): boolean {
  PREFIXED.lastIndex = start;
  return PREFIXED.test(text);
}

/** The string at `start`, or a sentence about what is wrong with it. */
export function readString(text: string, start: number): PythonString | string {
  PREFIXED.lastIndex = start;
  const opening = PREFIXED.exec(text);
  const { prefix = "", quote = "" } = opening?.groups ?? {};
  if (opening === null || quote === "") return "Here a text in quotes is expected.";
  if (!/^(?:[ru]?)$/i.test(prefix))
    return `Texts that begin with \`${prefix}${quote}\` cannot be converted. Write a plain text in quotes.`;
  const from = start + opening[0].length;
  const end = closing(text, from, quote);
  if (end === undefined) return "This text has no closing quote.";
  const written = text.slice(from, end);
  const value = /r/i.test(prefix) ? written : decode(written);
  return { value, end: end + quote.length };
}

function closing(text: string, from: number, quote: string): number | undefined {
  for (let at = from; ;) {
    const end = text.indexOf(quote, at);
    if (end < 0) return undefined;
    let slashes = 0;
    while (end - 1 - slashes >= from && text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 1) {
      at = end + 1;
      continue;
    }
    // A quote does not run over the end of its line, unless the line's end is escaped.
    if (quote.length === 1 && /(?<!\\)(?:\\\\)*\n/.test(text.slice(from, end).replaceAll("\r\n", "\n")))
      return undefined;
    return end;
  }
}

function decode(written: string): string {
  if (!written.includes("\\")) return written;
  return written.replace(ESCAPE, (whole, ...rest: unknown[]) => {
    const { octal, hex, unit, point, line, other } = rest.at(-1) as Record<string, string | undefined>;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    const code = hex ?? unit ?? point;
    if (code !== undefined) {
      const number = Number.parseInt(code, 16);
      return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
    }
    if (line !== undefined) return "";
    return SIMPLE.get(other ?? "") ?? whole;
  });
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NUMBER =
  /[+-]?(?:0[xX][0-9A-Fa-f_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y;

/** The number at `start` as JSON writes it. Undefined where none begins there. */
export function readNumber(text: string, start: number): { readonly json: string; readonly end: number } | undefined {
  NUMBER.lastIndex = start;
  const [written] = NUMBER.exec(text) ?? [];
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (/[A-Za-z_\d]/.test(text[end] ?? "")) return undefined;
  if (JSON_NUMBER.test(written)) return { json: written, end };
  const sign = written.startsWith("-") ? "-" : "";
  const digits = written.replace(/^[+-]/, "").replaceAll("_", "");
  if (/^0[xob]/i.test(digits)) return { json: sign + BigInt(digits).toString(), end };
  const plain = digits
    .replace(/^0+(?=\d)/, "")
    .replace(/^\./, "0.")
    .replace(/\.(?=$|[eE])/, ".0");
  return JSON_NUMBER.test(sign + plain) ? { json: sign + plain, end } : undefined;
}
