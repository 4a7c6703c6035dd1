/** A mistake because of which MathJax does not typeset the LaTeX. */
export interface TexMistake {
  readonly start: number;
  readonly end: number;
  /** A clause without a full stop: "this brace is not closed". */
  readonly message: string;
}

/** A group that is open: by a brace, by `\left` or by `\begin`. */
interface Group {
  readonly kind: "brace" | "left" | "environment";
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands above and below the last sign in it. */
  above: boolean;
  below: boolean;
  /** The next sign is an index or a power. */
  script: { readonly start: number; readonly end: number } | undefined;
}

/** How many arguments a command cannot do without. */
const needed = new Map<string, number>();
for (const name of "frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel".split(" "))
  needed.set(name, 2);
for (const name of "sqrt hat bar vec dot ddot tilde acute grave check breve overline underline widehat widetilde overbrace underbrace mathbf mathrm mathit mathcal mathbb mathfrak mathsf mathtt mathscr boldsymbol operatorname text textbf textit textrm mbox".split(
  " ",
))
  needed.set(name, 1);

/** What stands in their argument is no LaTeX of formulas. */
const textual = /^(?:text\w*|mbox|hbox|fbox|ce|pu|unicode|require|color|textcolor|class|href|url|tag|label)$/;
/** With these anything may follow. */
const unpredictable =
  /\\(?:def|let|newcommand|renewcommand|newenvironment|verb|char|catcode|begingroup|endgroup|bgroup|egroup|mmlToken|DeclareMathOperator|DeclarePairedDelimiters?X?p?p?|newtagform|Newextarrow|csname)(?![A-Za-z])/;
/** A percent sign begins a comment, unless it is the argument of a command. */
const percent = /(?<!\\)(?:\\\\)*%/;
/** Commands with columns of their own. */
const columned =
  /\\(?:matrix|[pbBvV]?smallmatrix|pmatrix|cases|eqalign(?:no)?|leqalignno|displaylines|substack|array|bordermatrix|amscd|CD|prooftree)/;

/**
 * Finds the first mistake because of which MathJax does not typeset LaTeX: an unmatched brace, `\left` or `\begin`, a
 * missing script or argument, or one too many. There may be mistakes that it does not find.
 */
export function texMistake(tex: string): TexMistake | undefined {
  return unpredictable.test(tex) || percent.test(tex) ? undefined : new Reader(tex).read();
}

class Reader {
  readonly #tex: string;
  readonly #groups: Group[] = [group("brace", "", 0, 0)];
  readonly #hasColumns: boolean;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
    this.#hasColumns = columned.test(tex);
  }

  read(): TexMistake | undefined {
    while (this.#at < this.#tex.length) {
      const mistake = this.#next();
      if (mistake !== undefined) return mistake;
    }
    const open = this.#top;
    if (open.script !== undefined) return { ...open.script, message: "nothing follows this sign" };
    if (this.#groups.length === 1) return undefined;
    const { kind, name, start, end } = open;
    const missing = { brace: "this brace is not closed", left: "`\\left` has no `\\right`" };
    return {
      start,
      end,
      message: kind === "environment" ? `\`\\begin{${name}}\` has no \`\\end{${name}}\`` : missing[kind],
    };
  }

  get #top(): Group {
    return this.#groups.at(-1)!;
  }

  #next(): TexMistake | undefined {
    const start = this.#at++;
    const sign = this.#tex[start] ?? "";
    if (/\s/.test(sign)) return undefined;
    if (sign === "\\") return this.#command(start);
    if (sign === "{") return void this.#groups.push(group("brace", "", start, this.#at));
    if (sign === "}") return this.#close(start, "brace", "");
    if (sign === "^" || sign === "_") return this.#script(start, sign);
    if (sign === "#") return { start, end: this.#at, message: "`#` must be written `\\#`" };
    if (sign === "&" && !this.#hasColumns && this.#groups.every(({ kind }) => kind !== "environment"))
      return { start, end: this.#at, message: "`&` is for columns; as a sign it is written `\\&`" };
    if (sign !== "'") this.#atom();
    return undefined;
  }

  #script(start: number, sign: string): TexMistake | undefined {
    const { script, above, below } = this.#top;
    if (script !== undefined) return { ...script, message: "nothing follows this sign" };
    const again = sign === "^" ? above : below;
    const what = sign === "^" ? "a second power" : "a second index";
    if (again) return { start, end: this.#at, message: `${what} at one sign needs braces` };
    if (sign === "^") this.#top.above = true;
    else this.#top.below = true;
    this.#top.script = { start, end: this.#at };
    return undefined;
  }

  /** A sign that is there: an index or a power belongs to the one before, any other begins anew. */
  #atom(): void {
    const top = this.#top;
    if (top.script === undefined) top.above = top.below = false;
    top.script = undefined;
  }

  #command(start: number): TexMistake | undefined {
    const name = /^(?:[A-Za-z]+|[^])/.exec(this.#tex.slice(this.#at))?.[0] ?? "";
    this.#at += name.length;
    const place = { start, end: this.#at };
    if (name === "") return undefined;
    if (name === "begin" || name === "end") return this.#environment(start, name);
    if (name === "left") {
      this.#delimiter();
      return void this.#groups.push(group("left", "", start, place.end));
    }
    if (name === "right") {
      this.#delimiter();
      return this.#close(start, "left", "");
    }
    const script = this.#top.script !== undefined;
    this.#atom();
    const count = script ? 0 : (needed.get(name) ?? 0);
    if (count > 0 && !this.#hasArguments(count, /^(?:sqrt|cfrac)$/.test(name)))
      return { ...place, message: `\`\\${name}\` needs ${count === 1 ? "an argument" : `${count} arguments`}` };
    if (textual.test(name)) return this.#skipText();
    return undefined;
  }

  #environment(start: number, name: "begin" | "end"): TexMistake | undefined {
    const environment = /^\s*\{([^{}]*)\}/.exec(this.#tex.slice(this.#at));
    if (environment === null) return { start, end: this.#at, message: `\`\\${name}\` needs a name in braces` };
    this.#at += environment[0].length;
    const called = environment[1] ?? "";
    if (name === "end") return this.#close(start, "environment", called);
    this.#groups.push(group("environment", called, start, this.#at));
    // What follows may be a list of columns, or a place.
    const option = /^\s*(?:\[[^\]{}]*\]|\{[lcr|:\d\s]*\})/.exec(this.#tex.slice(this.#at));
    this.#at += option?.[0].length ?? 0;
    return undefined;
  }

  #close(start: number, kind: Group["kind"], name: string): TexMistake | undefined {
    const open = this.#top;
    const place = { start, end: this.#at };
    if (open.script !== undefined) return { ...open.script, message: "nothing follows this sign" };
    if (this.#groups.length > 1 && open.kind === kind && open.name === name) {
      this.#groups.pop();
      this.#atom();
      return undefined;
    }
    if (kind === "left") return { ...place, message: "`\\right` has no `\\left`" };
    if (kind === "environment") return { ...place, message: `\`\\end{${name}}\` has no \`\\begin{${name}}\`` };
    if (open.kind === "left") return { start: open.start, end: open.end, message: "`\\left` has no `\\right`" };
    return { ...place, message: "no brace is open here" };
  }

  /** `(`, `.` or a command after `\left` and `\right`. */
  #delimiter(): void {
    this.#at += /^\s*(?:\\(?:[A-Za-z]+|[^])|[^\s{}])/.exec(this.#tex.slice(this.#at))?.[0].length ?? 0;
  }

  #hasArguments(count: number, takesOption: boolean): boolean {
    let at = this.#at;
    for (let left = count; left > 0; left--) {
      const rest = this.#tex.slice(at);
      const before = (takesOption ? /^(?:\s|\[[^\]{}]*\])*/ : /^\s*/).exec(rest)?.[0].length ?? 0;
      const sign = rest[before];
      if (sign === undefined || sign === "}") return false;
      // Whether braces are closed is looked at elsewhere.
      const end =
        sign === "{"
          ? closing(rest, before)
          : before + (sign === "\\" ? (/^\\(?:[A-Za-z]+|[^])/.exec(rest.slice(before))?.[0].length ?? 1) : 1);
      if (end === undefined) return true;
      at += end;
    }
    return true;
  }

  #skipText(): TexMistake | undefined {
    const begin = this.#at + (/^\s*(?:\[[^\]{}]*\])?\s*/.exec(this.#tex.slice(this.#at))?.[0].length ?? 0);
    if (this.#tex[begin] !== "{") return undefined;
    const end = closing(this.#tex, begin);
    if (end === undefined) return { start: begin, end: begin + 1, message: "this brace is not closed" };
    this.#at = end;
    return undefined;
  }
}

const group = (kind: Group["kind"], name: string, start: number, end: number): Group => ({
  kind,
  name,
  start,
  end,
  above: false,
  below: false,
  script: undefined,
});

/** Where the brace that is opened at `from` has been closed. */
function closing(tex: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < tex.length; at++) {
    const sign = tex[at];
    if (sign === "\\") at++;
    else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}
