import { dateText, type Arguments } from "./pythonDates.ts";
import { isStringAt, readNumber, readString } from "./literals.ts";
import type { PythonReader } from "./pythonReader.ts";
import { BOOLEANS, DICTS, LISTS, NO_NUMBER, NUMBERS, TEXTS } from "./words.ts";

/** A longer `range(…)` is not written out. */
const LONGEST_RANGE = 100_000;

/**
 * Reads the arguments of a call, `name(…)`, from its parenthesis on, and makes the value that it stands for, where that
 * can be told without Python.
 */
export function* readCall(reader: PythonReader, start: number, name: string): Generator<void, void> {
  const last = name.slice(name.lastIndexOf(".") + 1);
  const open = reader.at;
  const inside = reader.text.slice(open + 1, open + 200);
  if (DICTS.test(last)) yield* dictCall(reader, start, last);
  else if (last === "datetime" || last === "date" || last === "time") dateCall(reader, start, last);
  else if (last === "range" || last === "RangeIndex") rangeCall(reader, start, name);
  else if (LISTS.test(last)) yield* listCall(reader, start, last);
  else if (NUMBERS.test(last) || BOOLEANS.test(last) || TEXTS.test(last)) yield* scalarCall(reader, start, last);
  else if (last === "print" || (/^[A-Z]/.test(last) && /^\s*\{/.test(inside))) yield* wrapper(reader, start);
  else reader.fail(unknown(name), { start, end: open });
}

function unknown(name: string): string {
  return `\`${name}(…)\` cannot be converted: only Python knows what it makes.`;
}

/** The first argument, or the one named `data`, without what is around it. */
function* wrapper(reader: PythonReader, start: number): Generator<void, Arguments> {
  reader.at++;
  reader.space();
  const named = /(?:data|object|values)\s*=(?!=)\s*/y;
  named.lastIndex = reader.at;
  if (named.test(reader.text)) reader.at = named.lastIndex;
  const from = reader.at;
  yield* reader.value();
  const end = reader.at;
  const rest = argumentsTo(reader);
  reader.edits.replace(start, from, "");
  reader.edits.replace(end, reader.at, "");
  return rest;
}

/** `array([1, 2], dtype=int8)`, `list((1, 2))`, `array('d', [1.0])` of Python's own arrays. */
function* listCall(reader: PythonReader, start: number, last: string): Generator<void, void> {
  const { at: open, text } = reader;
  const empty = /\(\s*\)/y;
  empty.lastIndex = open;
  if (/^(?:list|tuple|deque)$/.test(last) && empty.test(text)) {
    reader.at = empty.lastIndex;
    reader.edits.replace(start, reader.at, "[]");
  } else {
    const typed = /\(\s*'[a-zA-Z]'\s*,\s*(?=[[(])/y;
    typed.lastIndex = open;
    // The letter of such an array goes with the call around it.
    if (last === "array" && typed.test(text)) reader.at = typed.lastIndex - 1;
    const { names, places } = yield* wrapper(reader, start);
    const { kind } = reader.last;
    if (kind !== "list" && !(last.endsWith("array") && kind !== "dict"))
      reader.fail(unknown(last), { start, end: open });
    if (/datetime64|M8/.test([names.get("dtype") ?? "", ...places].join()))
      for (const { start: from, end } of reader.noTimes)
        if (from > open && end <= reader.at) reader.edits.replace(from, end, "null");
  }
  reader.last = { kind: "list", value: "" };
}

/** `np.float64(1.5)`, `Decimal('0.5')`, `Timestamp('2024-05-01')`: the number, the text or null. */
function* scalarCall(reader: PythonReader, start: number, last: string): Generator<void, void> {
  const open = reader.at;
  yield* wrapper(reader, start);
  const { kind, value } = reader.last;
  const json = kind === "null" ? "null" : scalarJson(last, kind, value.trim());
  if (json === undefined) reader.fail(unknown(last), { start, end: open });
  if (kind === "text") reader.edits.replace(start, reader.at, json);
  reader.last = { kind: json === "null" ? "null" : NUMBERS.test(last) ? "number" : kind, value: json };
}

function scalarJson(last: string, kind: string, value: string): string | undefined {
  if (BOOLEANS.test(last)) return kind === "boolean" ? value : undefined;
  if (TEXTS.test(last))
    return kind !== "text" ? undefined : value === "NaT" && !last.startsWith("str") ? "null" : JSON.stringify(value);
  if (kind === "number") return value;
  const [sign = "", digits = ""] = /^([+-]?)(.*)$/s.exec(value)?.slice(1) ?? [];
  if (kind !== "text") return undefined;
  if (NO_NUMBER.test(digits) || /^s?nan$/i.test(digits)) return "null";
  const number = readNumber(digits, 0);
  return number?.end === digits.length ? `${sign === "-" ? "-" : ""}${number.json}` : undefined;
}

/** `dict(x=[1], y=[2])`, `dict({…})`, `OrderedDict([('x', 1)])`, `defaultdict(<class 'list'>, {…})`. */
function* dictCall(reader: PythonReader, start: number, last: string): Generator<void, void> {
  const open = reader.at;
  if (last === "defaultdict") {
    reader.at++;
    skipArgument(reader);
    if (reader.text[reader.at] !== ",") reader.fail(unknown(last), { start, end: open });
  }
  const from = reader.at++;
  reader.space();
  const next = reader.text.charAt(reader.at);
  if (next === "{") {
    reader.at = from;
    yield* wrapper(reader, start);
  } else if (next === "[" || next === "(") yield* pairs(reader, start);
  else {
    reader.edits.replace(start, from + 1, "{");
    yield* reader.items(")", () => namedMember(reader));
    reader.edits.replace(reader.at - 1, reader.at, "}");
  }
  reader.last = { kind: "dict", value: "" };
}

function* namedMember(reader: PythonReader): Generator<void, void> {
  const from = reader.at;
  const key = reader.name();
  const to = reader.at;
  if (key === undefined || key.includes(".")) reader.fail("Here `name=` is expected.");
  reader.space();
  if (reader.text[reader.at] !== "=") reader.fail("Here `=` is expected.");
  reader.edits.replace(from, to, JSON.stringify(key));
  reader.edits.replace(reader.at, reader.at + 1, ":");
  reader.at++;
  yield* reader.value();
}

/** `[('x', 1), ('y', 2)]` as members. */
function* pairs(reader: PythonReader, start: number): Generator<void, void> {
  const closeOf = (bracket: string | undefined): string | undefined =>
    bracket === "[" ? "]" : bracket === "(" ? ")" : undefined;
  const list = closeOf(reader.text[reader.at]) ?? "]";
  reader.at++;
  reader.edits.replace(start, reader.at, "{");
  yield* reader.items(list, function* pair() {
    const from = reader.at;
    const close = closeOf(reader.text[from]);
    if (close === undefined) reader.fail("Expected a key and its value in parentheses.");
    reader.at++;
    reader.space();
    reader.key();
    reader.space();
    if (reader.text[reader.at] !== ",") reader.fail("Expected a comma and the key's value.");
    reader.edits.replace(from, from + 1, "");
    reader.edits.replace(reader.at, reader.at + 1, ":");
    reader.at++;
    yield* reader.value();
    reader.space();
    const end = reader.at;
    if (reader.text[reader.at] === ",") reader.at++;
    reader.space();
    if (reader.text[reader.at] !== close) reader.fail("Expected a key with one value.");
    reader.edits.replace(end, ++reader.at, "");
  });
  const end = reader.at - 1;
  const rest = argumentsTo(reader);
  if (rest.places.length + rest.names.size > 0) reader.fail("Only one list of members can be converted.");
  reader.edits.replace(end, reader.at, "}");
}

function dateCall(reader: PythonReader, start: number, kind: "datetime" | "date" | "time"): void {
  const open = reader.at++;
  const value = dateText(kind, argumentsTo(reader));
  if (value === undefined)
    reader.fail("Only dates that are written as numbers can be converted.", { start, end: open });
  reader.edits.replace(start, reader.at, JSON.stringify(value));
  reader.last = { kind: "text", value };
}

function rangeCall(reader: PythonReader, start: number, name: string): void {
  const open = reader.at++;
  const { places, names } = argumentsTo(reader);
  const given = [...places, ...["start", "stop", "step"].flatMap((part) => names.get(part) ?? [])].map((text) =>
    /^-?\d+$/.test(text) ? Number(text) : Number.NaN,
  );
  const [first = Number.NaN, second, step = 1] = given;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((to - from) / step));
  if (!(length <= LONGEST_RANGE) || given.length > 3) reader.fail(unknown(name), { start, end: open });
  reader.edits.replace(start, reader.at, JSON.stringify(Array.from({ length }, (_, index) => from + index * step)));
  reader.last = { kind: "list", value: "" };
}

/** The arguments from here to the closing parenthesis, which is passed. */
function argumentsTo(reader: PythonReader): Arguments {
  const places: string[] = [];
  const names = new Map<string, string>();
  for (;;) {
    reader.space();
    const character = reader.text[reader.at];
    if (character === ")") {
      reader.at++;
      return { places, names };
    }
    if (character === ",") {
      reader.at++;
      continue;
    }
    const from = reader.at;
    skipArgument(reader);
    if (reader.at >= reader.text.length || reader.at === from) reader.fail("Expected a closing parenthesis.");
    const written = reader.text.slice(from, reader.at).trim();
    const { name, value } = /^(?<name>\w+)\s*=(?!=)\s*(?<value>[^]*)$/.exec(written)?.groups ?? {};
    if (name === undefined || value === undefined) places.push(written);
    else names.set(name, value);
  }
}

/** Up to the comma or the parenthesis behind an argument, whatever it is made of. */
function skipArgument(reader: PythonReader): void {
  const { text } = reader;
  for (let depth = 0; reader.at < text.length;) {
    if (isStringAt(text, reader.at)) {
      const string = readString(text, reader.at);
      // What is left out need not be a text that can be converted.
      reader.at = typeof string === "string" ? reader.at + 1 : string.end;
      continue;
    }
    const character = text.charAt(reader.at);
    if (depth === 0 && (character === "," || character === ")")) return;
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    reader.at++;
  }
}
