/** An expression of numbers, names, `+ - * / ^ **`, parentheses and the functions below: `m*x + b`. */
export type Expression = (values: ReadonlyMap<string, number>) => number;

const FUNCTIONS: { readonly [name: string]: ((...values: number[]) => number) | undefined } = {
  abs: Math.abs,
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  pow: Math.pow,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

const TOKEN =
  /\s*(?:(?<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>\*\*|[-+*/^(),]))/y;

/** Parses an expression without evaluating any code; undefined where it is none. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const parser = new Parser(tokens);
  const formula = parser.sum();
  return parser.atEnd ? formula : undefined;
}

interface Token {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const found = TOKEN.exec(source)?.groups;
    if (found === undefined) return undefined;
    const { number, name, sign } = found;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
  }
  return tokens;
}

/** Recursive descent; every method gives undefined where the text is no formula. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(): Expression | undefined {
    return this.#chain(["+", "-"], () => this.#product());
  }

  #product(): Expression | undefined {
    return this.#chain(["*", "/"], () => this.#signed());
  }

  #chain(signs: readonly string[], operand: () => Expression | undefined): Expression | undefined {
    let left = operand();
    for (let sign = this.#take(signs); sign !== undefined && left !== undefined; sign = this.#take(signs)) {
      left = combine(sign, left, operand());
    }
    return left;
  }

  #signed(): Expression | undefined {
    const sign = this.#take(["-", "+"]);
    if (sign === undefined) return this.#power();
    const value = this.#signed();
    return sign === "-" ? combine("-", () => 0, value) : value;
  }

  /** Binds to the right: `a^b^c` is `a^(b^c)`. */
  #power(): Expression | undefined {
    const base = this.#atom();
    return base === undefined || this.#take(["^", "**"]) === undefined ? base : combine("^", base, this.#signed());
  }

  #atom(): Expression | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "number") {
      const number = Number(token.text);
      return () => number;
    }
    if (token?.kind === "name") return this.#take(["("]) === undefined ? named(token.text) : this.#call(token.text);
    if (token?.text !== "(") return undefined;
    const inner = this.sum();
    return this.#take([")"]) === undefined ? undefined : inner;
  }

  #call(name: string): Expression | undefined {
    const compute = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    const parameters: Expression[] = [];
    do {
      const parameter = this.sum();
      if (parameter === undefined) return undefined;
      parameters.push(parameter);
    } while (this.#take([","]) !== undefined);
    if (compute === undefined || this.#take([")"]) === undefined) return undefined;
    return (values) => compute(...parameters.map((parameter) => parameter(values)));
  }

  #take(signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }
}

function named(name: string): Expression {
  return (values) => values.get(name) ?? CONSTANTS.get(name) ?? Number.NaN;
}

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

function combine(sign: string, left: Expression, right: Expression | undefined): Expression | undefined {
  if (right === undefined) return undefined;
  if (sign === "+") return (values) => left(values) + right(values);
  if (sign === "-") return (values) => left(values) - right(values);
  if (sign === "*") return (values) => left(values) * right(values);
  if (sign === "/") return (values) => left(values) / right(values);
  return (values) => left(values) ** right(values);
}
