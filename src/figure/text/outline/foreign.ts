/** What a text is that was never meant as JSON, and what to do with it. */
export interface Foreign {
  readonly kind: ForeignKind;
  /** A sentence about what it is, and one about what to do. */
  readonly message: string;
}

export type ForeignKind =
  | "gzip"
  | "packed"
  | "utf-16"
  | "pickle"
  | "binary"
  | "git-lfs"
  | "merge"
  | "html"
  | "xml"
  | "python"
  | "r"
  | "javascript"
  | "yaml"
  | "table";

const WRITE = 'Write the figure itself into the file: fig.write_json("figure.plotly.json") in Python.';

export const UTF_16 = "This file is in UTF-16, and JSON is in UTF-8. Save it with that encoding.";

interface Sign {
  readonly kind: ForeignKind;
  readonly sign: RegExp;
  readonly message: string;
}

// A byte that is no UTF-8 is U+FFFD in a text, or itself where each byte was read as a sign.
/* oxlint-disable no-control-regex */

/** The first bytes of files that are no texts. */
const BYTES: readonly Sign[] = [
  {
    kind: "gzip",
    sign: /^\u001F[\uFFFD\u008B]/,
    message: "This file is packed with gzip. Open it unpacked, or unpack it with gunzip.",
  },
  {
    kind: "packed",
    sign: /^(?:PK\u0003\u0004|BZh\d1AY|[\uFFFD\u00FD]7zXZ|7z[\uFFFD\u00BC]|\([\uFFFD\u00B5]\/[\uFFFD\u00FD])/,
    message: "This file is an archive. Unpack it, and open the figure in it.",
  },
  {
    kind: "pickle",
    sign: /^(?:[\uFFFD\u0080][\u0002-\u0005]|(?:\((?:dp|lp)\d*\r?\n|[}\]]q[\u0000-\u0009]|c(?:copy_reg|__builtin__|builtins|plotly[\w.]*)\r?\n))/,
    message: `This file is a pickled Python object. Load it in Python, and write it with fig.write_json("figure.plotly.json").`,
  },
  {
    kind: "binary",
    sign: /^(?:[\uFFFD\u0089]PNG|[\uFFFD\u00FF]{3,4}[^]{0,4}(?:JFIF|Exif)|GIF8[79]a|RIFF[^]{4}WEBP|%PDF-)/,
    message: `This file is a picture or a document for print, which no longer contains the figure's values. ${WRITE}`,
  },
  {
    kind: "binary",
    sign: /^(?:[\uFFFD\u0089]HDF|PAR1|ARROW1|SQLite format 3|OBJ1)/,
    message: `This file contains data in another format, and no figure. ${WRITE}`,
  },
  {
    kind: "utf-16",
    sign: /^(?:[\uFFFD\u00FE\u00FF]{2}(?:[^]\u0000|\u0000[^])|(?:[^\u0000]\u0000){4}|(?:\u0000[^\u0000]){4})/,
    message: UTF_16,
  },
  {
    kind: "binary",
    sign: /^(?!\s*[{["'])[^]{0,200}[\u0000-\u0008\u000E-\u001A]/,
    message: `This file is no text, so it is no figure. ${WRITE}`,
  },
];

/** Comments in front, as the language has them. */
const HASH = String.raw`^(?:#[^\n]*\n\s*)*`;
const SLASHES = String.raw`^(?:\/\/[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*`;

/** The beginnings of texts in other languages, after white space. */
const TEXTS: readonly Sign[] = [
  {
    kind: "git-lfs",
    sign: /^version https:\/\/git-lfs\.github\.com\//,
    message: "Git LFS keeps this file elsewhere. Fetch it with git lfs pull.",
  },
  {
    kind: "html",
    sign: /^(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|script|meta|link|iframe|style)\b/i,
    message: `This is a page of HTML, as fig.write_html writes it, and no figure by itself. ${WRITE}`,
  },
  {
    kind: "xml",
    sign: /^<(?:\?xml|svg)\b/,
    message: `This is XML, such as a picture in SVG, which no longer contains the figure's values. ${WRITE}`,
  },
  {
    kind: "javascript",
    sign: new RegExp(
      String.raw`${SLASHES}(?:["']use strict["']|(?:var|let|const|export|function|async|Plotly|window|document|module|require|define)\b|import\s*(?:["'{*]|\w+\s*(?:,|from\b))|\(\s*(?:async\s*)?(?:function\b|\(\s*\)\s*=>))`,
    ),
    message:
      "This is a JavaScript program and not the figure that it makes. Write that with JSON.stringify({data, layout}).",
  },
  {
    kind: "python",
    sign: new RegExp(
      String.raw`${HASH}(?:import\s+\w|from\s+[\w.]+\s+import\b|def\s+\w+\s*\(|class\s+\w+|"""[^]*?"""\s*(?:import|from)\s)`,
    ),
    message: `This is a Python program and not the figure that it makes. Run it, and let it write that with fig.write_json("figure.plotly.json").`,
  },
  {
    kind: "r",
    sign: new RegExp(
      String.raw`${HASH}(?:library|require|suppressPackageStartupMessages)\(|${HASH}[A-Za-z.][\w.]*\s*<-\s`,
    ),
    message:
      'This is a program in R, and not the figure that it makes: let it write that with writeLines(plotly_json(p, FALSE), "figure.plotly.json").',
  },
  {
    kind: "yaml",
    sign: new RegExp(String.raw`${HASH}(?:%YAML|---(?:\s|$)|- |[A-Za-z_][\w -]*:(?:[ \t]|\r?\n|$))`),
    message:
      "This is YAML, and a figure file is JSON. Convert it, for example with yq -o json, or in Python with json.dump(yaml.safe_load(file), …).",
  },
  {
    kind: "table",
    sign: /^(?![{["'<])(?:[^\n,;\t={}]*([,;\t])[^\n={}]*)\r?\n[^\n{}]*\1[^\n{}]*(?:\r?\n|$)/,
    message:
      "This is a table, such as a CSV file, and no figure. Name it .csv, and make a plot of it with Create Plot.",
  },
];
/* oxlint-enable no-control-regex */

/** So much of a text shows what it is. */
const HEAD = 4096;

/** A merge's marks are looked for in so much. */
const MERGE = 1_000_000;

/**
 * Recognizes what a text is that is no JSON: bytes that are no text, another language, a program. Undefined where it
 * may be JSON with a mistake in it. It also recognizes what a decoder made of bytes that are no UTF-8.
 */
export function foreignFormat(text: string): Foreign | undefined {
  const head = text.slice(text.charCodeAt(0) === 0xfeff ? 1 : 0, HEAD);
  const start = head.trimStart();
  return BYTES.find(({ sign }) => sign.test(head)) ?? TEXTS.find(({ sign }) => sign.test(start)) ?? merged(text);
}

function merged(text: string): Foreign | undefined {
  if (!/^<{7} [^\n]*$/m.test(text.slice(0, MERGE))) return undefined;
  return {
    kind: "merge",
    message: "This file contains both sides of a Git merge, between <<<<<<< and >>>>>>>. Choose what to keep.",
  };
}

/** Whether it is no text at all, so that no text editor can show it. */
export function isBytes(kind: ForeignKind): boolean {
  return kind === "gzip" || kind === "packed" || kind === "pickle" || kind === "binary";
}

/** Whether a text begins with a Python assignment: `fig = {`, `fig = dict(`. */
export function isPythonAssignment(text: string): boolean {
  return /^[^\S\n]*(?:#[^\n]*\n\s*)*[A-Za-z_][\w.]*\s*(?::[^=\n{}]*)?=(?!=)\s*(?:[{[(]|dict\(|OrderedDict\(|(?:\w+\.)*Figure\()/.test(
    text.slice(0, HEAD).trimStart(),
  );
}
