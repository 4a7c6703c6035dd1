/** UTF-16 code units that JSON's grammar names. */
export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;
export const OPEN_PARENTHESIS = 0x28;
export const CLOSE_PARENTHESIS = 0x29;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const NINE = 0x39;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const LOWER_A = 0x61;
export const LOWER_E = 0x65;
export const LOWER_F = 0x66;
export const LOWER_N = 0x6e;
export const LOWER_L = 0x6c;
export const LOWER_R = 0x72;
export const LOWER_S = 0x73;
export const LOWER_T = 0x74;
export const LOWER_U = 0x75;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const BYTE_ORDER_MARK = 0xfeff;

export function isSpace(unit: number): boolean {
  return unit === SPACE || unit === NEWLINE || unit === RETURN || unit === TAB;
}

export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** Whether it is a letter, a digit, `_` or `$`: part of a word that is no JSON. */
export function isWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || isDigit(unit) || unit === 0x5f || unit === 0x24
  );
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The offset behind the number at `at`; `at` itself where there is none. */
export function soundNumberEnd(text: string, at: number): number {
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : at;
}

/** Whether it cannot follow a number directly, and shows that all of it was meant as one. */
export function isNumberTail(unit: number): boolean {
  return isWord(unit) || unit === DOT || unit === PLUS || unit === MINUS;
}

/** Whether a value other than an array or object may begin with it. */
export function beginsElement(unit: number): boolean {
  return unit === QUOTE || unit === MINUS || isDigit(unit) || unit === LOWER_N || unit === LOWER_T || unit === LOWER_F;
}

/**
 * The length of the escape whose backslash is followed by these five code units; 0 where it is none. They may be NaN or
 * undefined.
 */
export function escapeLength(first: number, a: number, b: number, c: number, d: number): number {
  switch (first) {
    case QUOTE:
    case BACKSLASH:
    case SLASH:
    case 0x62: // b
    case LOWER_F:
    case LOWER_N:
    case LOWER_R:
    case LOWER_T:
      return 2;
    case LOWER_U:
      return isHex(a) && isHex(b) && isHex(c) && isHex(d) ? 6 : 0;
    default:
      return 0;
  }
}

function isHex(unit: number): boolean {
  const lower = unit | 0x20;
  return isDigit(unit) || (lower >= 0x61 && lower <= 0x66);
}
