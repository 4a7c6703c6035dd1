// How the program's memory is laid out: what it was told and found in words of 32 bits, tables, the text in hand, the
// numbers in it, and the places of those that it cannot tell.

/** Bytes of text that are read at a stretch. */
export const CHUNK = 32 * 1024;

/** Behind the last byte of text, so that every loop ends. */
export const ZEROS = 64;

/** The words. All but `at` and `undecided` hold over the stretches of one array. */
export const words = [
  /** Where reading is in the text, as an address. */
  "at",
  /** Whether a comma or a bracket is expected, and no number. */
  "behind",
  /** Whether reading is in a row of a list of lists. */
  "inRow",
  "rows",
  /** Numbers in each row. */
  "columns",
  /** Numbers before the row in hand. */
  "rowStart",
  /** Numbers so far. */
  "total",
  /** How many numbers of this stretch the program cannot tell. */
  "undecided",
] as const;

export type Word = (typeof words)[number];

/** The index of each word. */
export const wordAt = Object.fromEntries(words.map((word, index) => [word, index])) as Readonly<Record<Word, number>>;

/** 1, 10, 100 … 10^22, each exact, as numbers of 64 bits. */
export const POWERS_OF_TEN = 256;
/** The same up to 10^19, as integers. */
export const WHOLE_POWERS_OF_TEN = POWERS_OF_TEN + 23 * 8;
/** The greatest and the least number, as `range` finds them. */
export const RANGE = WHOLE_POWERS_OF_TEN + 20 * 8;
/** Four words of 64 bits, of what `mix` was given. */
export const MIXED = RANGE + 2 * 8;
/** What they are multiplied by at each step: 2^64 less the golden ratio's part of it, an odd number without a pattern. */
export const MIXER = "0x9e3779b97f4a7c15";

/** The highest 128 bits of the powers of five from 5^-342 to 5^308, two integers each. */
export const POWERS_OF_FIVE = 1024;
export const LEAST_POWER = -342;
export const GREATEST_POWER = 308;

/** By digits before and behind a point: which of 16 bytes they are, moved to the end. 16 numbers below 16 each. */
export const ALIGNED = 12 * 1024;

export const TEXT = ALIGNED + 5 * 1024;
/** At most one number for two bytes of text, and one behind them. */
export const NUMBERS = TEXT + CHUNK + 1024;
/** Two words each: which of the numbers, and its address in the text. */
export const UNDECIDED = NUMBERS + 4 * CHUNK + 64;
export const SIZE = UNDECIDED + 4 * CHUNK + 64;

/** Answers of `parse`. */
export const MORE = 0;
export const CLOSED = 1;
export const REFUSED = 2;
