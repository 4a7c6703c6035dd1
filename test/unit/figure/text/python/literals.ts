import * as fc from "fast-check";
import type { Json } from "../../../../../src/figure/model/figure.ts";

/** A literal as Python may show or take it, and the JSON that it means. */
export interface Literal {
  readonly written: string;
  readonly value: Json;
}

const of = (written: string, value: Json): Literal => ({ written, value });

const space = fc.constantFrom("", "", " ", "  ", "\n  ", " \\\n ", "\t", " # a note, 'with' (brackets\n");

/** A text between quotes, each sign as itself or as one of its escapes. */
const inQuotes = (quote: string, text: string, escape: number): string =>
  Array.from(text)
    .map((sign, index) => {
      const code = sign.codePointAt(0) ?? 0;
      const hex = (width: number): string => code.toString(16).padStart(width, "0");
      const mustEscape = sign === "\\" || sign === quote[0] || code < 32 || code === 127;
      if (!mustEscape && (escape + index) % 4 !== 0) return sign;
      if (sign === "\n") return "\\n";
      if (sign === "\\" || sign === "'" || sign === '"') return `\\${sign}`;
      if (code < 256) return (escape + index) % 8 === 0 ? `\\${code.toString(8).padStart(3, "0")}` : `\\x${hex(2)}`;
      return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
    })
    .join("");

const part = fc
  .tuple(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constantFrom("'", '"', "'''", '"""'),
    fc.constantFrom("", "u", "U", "r", "R", "f", "b", "Rb", "fr"),
    fc.nat(7),
  )
  .map(([text, quote, prefix, escape]): Literal => {
    const kind = prefix.toLowerCase();
    const isPlain = !/[\\'"\r\n]/.test(text);
    if (kind.includes("r") && !isPlain) return of(`'${inQuotes("'", text, escape)}'`, text);
    if (kind.includes("b")) {
      const ascii = text.replaceAll(/[^ -~]/g, "");
      return of(prefix + quote + (kind.includes("r") ? ascii : inQuotes(quote, ascii, escape)) + quote, ascii);
    }
    const body = kind.includes("r") ? text : inQuotes(quote, text, escape);
    return of(prefix + quote + (kind.includes("f") ? body.replaceAll(/[{}]/g, "$&$&") : body) + quote, text);
  });

/** Texts beside each other are one, which bytes and texts cannot be together. */
const text = fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), space).map(([parts, between]): Literal => {
  const isBytes = ({ written }: Literal): boolean => /^(?:b|rb)/i.test(written);
  const [first] = parts;
  const alike = parts.filter((each) => first !== undefined && isBytes(each) === isBytes(first));
  // Two empty texts side by side would begin a long one.
  const gap = between === "" || (between.includes("\n") && !between.includes("\\")) ? " " : between;
  return of(alike.map(({ written }) => written).join(gap), alike.map(({ value }) => value as string).join(""));
});

const underscored = (digits: string): string => digits.replaceAll(/(\d)(?=(?:\d{3})+$)/g, "$1_");
const integer = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 45 }), fc.constantFrom("d", "_", "x", "o", "b"), fc.constantFrom("", "-", "+"))
  .map(([number, base, sign]): Literal => {
    const written = {
      d: String(number),
      _: underscored(String(number)),
      x: `0x${number.toString(16)}`,
      o: `0o${number.toString(8)}`,
      b: `0B${number.toString(2)}`,
    }[base];
    return of(sign + written, sign === "-" && number !== 0 ? -number : number);
  });
const float = fc
  .tuple(fc.nat(99_999), fc.nat(999), fc.constantFrom("", "e3", "E-2", "e+1_0"), fc.constantFrom("a", "b", "c"))
  .map(([whole, fraction, exponent, shape]): Literal => {
    const written = { a: `${whole}.`, b: `.${fraction}`, c: `${underscored(String(whole))}.${fraction}` }[shape];
    return of(`${written}${exponent}`, Number(`${written}${exponent}`.replaceAll("_", "")));
  });

const words = fc.constantFrom(
  of("None", null),
  of("True", true),
  of("np.False_", false),
  of("nan", null),
  of("-inf", null),
  of("np.nan", null),
  of("float('nan')", null),
  of("NaT", null),
  of("<NA>", null),
  of("np.datetime64('NaT')", null),
  of("Decimal('0.50')", 0.5),
  of("Decimal('NaN')", null),
  of("np.float64(1.)", 1),
  of("np.float32(-inf)", null),
  of("np.str_('a')", "a"),
  of("float('1_0.5')", 10.5),
  of("datetime.datetime(2024, 5, 1, 12, 30)", "2024-05-01T12:30:00"),
  of("datetime.datetime(2024, 5, 1, 0, 0, 0, 250, tzinfo=datetime.timezone.utc)", "2024-05-01T00:00:00.000250+00:00"),
  of(
    "datetime.datetime(2024, 5, 1, 9, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))",
    "2024-05-01T09:00:00+02:00",
  ),
  of("datetime.datetime(2024, 5, 1, 9, 0, tzinfo=<DstTzInfo 'Europe/Berlin' CEST+2:00:00 DST>)", "2024-05-01T09:00:00"),
  of("datetime.date(2024, month=5, day=1)", "2024-05-01"),
  of("Timestamp('2024-05-01 00:00:00', tz='UTC')", "2024-05-01 00:00:00"),
  of("UUID('12345678-1234-5678-1234-567812345678')", "12345678-1234-5678-1234-567812345678"),
  of("array(5.)", 5),
  of("array([], shape=(0, 2), dtype=float64)", []),
  of("array(['2024-05-01', 'NaT'], dtype='datetime64[D]')", ["2024-05-01", null]),
  of("array([(1, 'a')], dtype=[('x', '<i4'), ('y', '<U1')])", [[1, "a"]]),
  of("masked_array(data=[1, --, 3],\n             mask=[False,  True, False],\n       fill_value=999999)", [
    1,
    null,
    3,
  ]),
  of("array.array('d', [1.0, 2.5])", [1, 2.5]),
  of("range(2, 5)", [2, 3, 4]),
  of("RangeIndex(start=0, stop=2, step=1)", [0, 1]),
  of("Index(['a', 'b'], dtype='object', name='n')", ["a", "b"]),
);

const scalar = fc.oneof(text, integer, float, words);
const key = fc.oneof(
  text,
  fc.nat(99).map((number) => of(String(number), String(number))),
  fc.constant(of("True", "true")),
);
const name = fc.constantFrom("x", "y_1", "größe", "data");

/** Any literal, with the white space and the comments of people. */
export const literals: fc.Arbitrary<Literal> = fc.letrec<{ any: Literal }>((tie) => {
  const any = tie("any");
  const several = fc.array(any, { maxLength: 4 });
  const values = (items: readonly Literal[]): Json => items.map(({ value }) => value);
  const comma = fc.constantFrom("", ",");
  const pad = (item: Literal, gap: string): string => `${gap}${item.written}${gap}`;
  const join = (items: readonly string[], end: string, gap: string): string =>
    items.join(`,${gap}`) + (items.length > 0 && end !== "" ? `${gap},${gap}` : gap);
  const members = fc.uniqueArray(fc.tuple(key, any), { maxLength: 4, selector: ([{ value }]) => value });
  const named = fc.uniqueArray(fc.tuple(name, any), { maxLength: 3, selector: ([one]) => one });
  const object = (entries: readonly (readonly [Json, Json])[]): Json =>
    Object.fromEntries(entries.map(([one, value]) => [one as string, value]));
  return {
    any: fc.oneof(
      { maxDepth: 4, depthSize: "medium" },
      scalar,
      fc.tuple(several, comma, space).map(([items, end, gap]) => {
        const written = items.map((item) => pad(item, gap));
        return of(`[${join(written, end, gap)}]`, values(items));
      }),
      fc.tuple(several, comma, space).map(([items, end, gap]) => {
        const written = items.map(({ written: one }) => one);
        return of(`(${join(written, items.length === 1 ? "," : end, gap)})`, values(items));
      }),
      fc.tuple(any, space).map(([item, gap]) => of(`(${pad(item, gap)})`, item.value)),
      fc.tuple(members, comma, space).map(([entries, end, gap]) => {
        const written = entries.map(([one, item]) => `${one.written}${gap}:${pad(item, gap)}`);
        return of(`{${join(written, end, gap)}}`, object(entries.map(([one, item]) => [one.value, item.value])));
      }),
      fc.tuple(named, comma, space).map(([entries, end, gap]) => {
        const written = entries.map(([one, item]) => `${one}${gap}=${pad(item, gap)}`);
        return of(`dict(${join(written, end, gap)})`, object(entries.map(([one, item]) => [one, item.value])));
      }),
      fc.tuple(members, comma, space).map(([entries, end, gap]) => {
        const written = entries.map(([one, item]) => `(${one.written},${pad(item, gap)})`);
        return of(
          `OrderedDict([${join(written, end, gap)}])`,
          object(entries.map(([one, item]) => [one.value, item.value])),
        );
      }),
      fc
        .tuple(several, space, fc.constantFrom("", ", dtype=object", ",\n   dtype=float32, shape=(3,)"))
        .map(([items, gap, rest]) =>
          of(
            `np.array([${join(
              items.map(({ written }) => written),
              "",
              gap,
            )}]${rest})`,
            values(items),
          ),
        ),
    ),
  };
}).any;
