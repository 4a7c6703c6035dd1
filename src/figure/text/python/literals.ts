/** A string of Python as it stands in a text. */
export interface PythonString {
  readonly value: string;
  /** Behind the closing quote. */
  readonly end: number;
}

const PREFIXED = /(?<prefix>[A-Za-z]{0,2})(?<quote>'''|"""|'|")/y;
/** Bytes know neither `\u` nor `\N`. */
const ESCAPE =
  /\\(?:(?<octal>[0-7]{1,3})|x(?<hex>[0-9A-Fa-f]{2})|u(?<unit>[0-9A-Fa-f]{4})|U(?<point>[0-9A-Fa-f]{8})|(?<line>\n)|(?<other>[^]))/g;
const BYTE_ESCAPE = /\\(?:(?<octal>[0-7]{1,3})|x(?<hex>[0-9A-Fa-f]{2})|(?<line>\n)|(?<other>[^]))/g;
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

/** Reads the string at `start`; answers a sentence where it is wrong. */
export function readString(text: string, start: number): PythonString | string {
  PREFIXED.lastIndex = start;
  const opening = PREFIXED.exec(text);
  const { prefix = "", quote = "" } = opening?.groups ?? {};
  if (opening === null || quote === "") return "Expected a text in quotes.";
  const kind = prefix.toLowerCase();
  if (!/^(?:[rubf]?|rb|br|rf|fr)$/.test(kind))
    return `Texts that begin with \`${prefix}${quote}\` cannot be converted. Write a plain text in quotes.`;
  const from = start + opening[0].length;
  const end = closing(text, from, quote);
  if (end === undefined) return "This text has no closing quote.";
  // Python reads every end of a line as one sign.
  const written = text.slice(from, end).replaceAll(/\r\n?/g, "\n");
  const value = meaning(written, kind);
  return value.ok ? { value: value.text, end: end + quote.length } : value.why;
}

type Meaning = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

function meaning(written: string, kind: string): Meaning {
  const raw = kind.includes("r");
  if (kind.includes("b")) return bytes(raw ? written : decode(written, BYTE_ESCAPE));
  if (!raw && /(?<!\\)(?:\\\\)*\\N/.test(written))
    return {
      ok: false,
      why: String.raw`A character by its name (\N{…}) cannot be converted. Write the character itself.`,
    };
  if (!kind.includes("f")) return { ok: true, text: raw ? written : decode(written, ESCAPE) };
  if (/[{}]/.test(written.replaceAll("{{", "").replaceAll("}}", "")))
    return { ok: false, why: "Only Python knows the values for the braces in this text." };
  const plain = written.replaceAll("{{", "{").replaceAll("}}", "}");
  return { ok: true, text: raw ? plain : decode(plain, ESCAPE) };
}

/** As what writes JSON reads bytes: as UTF-8. */
function bytes(units: string): Meaning {
  if (!/[\u0080-\uffff]/.test(units)) return { ok: true, text: units };
  try {
    const values = Uint8Array.from(units, (unit) => unit.charCodeAt(0));
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(values) };
  } catch {
    return { ok: false, why: "These bytes are no UTF-8 text, and JSON has no other bytes." };
  }
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
    if (quote.length === 1 && /(?<!\\)(?:\\\\)*[\r\n]/.test(text.slice(from, end).replaceAll("\r\n", "\n")))
      return undefined;
    return end;
  }
}

function decode(written: string, escapes: RegExp): string {
  if (!written.includes("\\")) return written;
  return written.replace(escapes, (whole, ...rest: unknown[]) => {
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
const DIGITS = String.raw`\d(?:_?\d)*`;
const NUMBER = new RegExp(
  [
    String.raw`0[xX](?:_?[0-9A-Fa-f])+`,
    String.raw`0[oO](?:_?[0-7])+`,
    String.raw`0[bB](?:_?[01])+`,
    String.raw`(?:(?:${DIGITS})?\.${DIGITS}|${DIGITS}\.?)(?:[eE][+-]?${DIGITS})?`,
  ].join("|"),
  "y",
);

/** Reads the number without a sign at `start`, as JSON writes it; undefined where none begins there. */
export function readNumber(text: string, start: number): { readonly json: string; readonly end: number } | undefined {
  NUMBER.lastIndex = start;
  const [written] = NUMBER.exec(text) ?? [];
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (/[\p{L}_\d]/u.test(text[end] ?? "")) return undefined;
  if (JSON_NUMBER.test(written)) return { json: written, end };
  const digits = written.replaceAll("_", "");
  if (/^0[xob]/i.test(digits)) return { json: BigInt(digits).toString(), end };
  // Zeros in front make an older Python read the number otherwise, and a newer one none at all.
  if (/^0+[1-9]\d*$/.test(digits)) return undefined;
  const plain = digits
    .replace(/^0+(?=\d)/, "")
    .replace(/^\./, "0.")
    .replace(/\.(?=$|[eE])/, ".0");
  return JSON_NUMBER.test(plain) ? { json: plain, end } : undefined;
}
