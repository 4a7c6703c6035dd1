/*
 * What is waited for and taken from a server at most. Times are in milliseconds, sizes in bytes. The pauses between the
 * attempts of a read are in `usualRetries`.
 */

/** Most characters that a file name has, counted as Unicode characters: the limit of the public service. */
export const longestFilename = 100;

/** Most bytes of an answer: our service puts no more into one, and our client reads no more of one. Our choice. */
export const largestAnswer = 100_000_000;

/** The longest silence of a server. */
export const LONGEST_SILENCE = 30_000;

/** A whole exchange may take so many silences, so that a server that sends drop by drop holds nobody. */
export const SILENCES_PER_EXCHANGE = 10;

/** The longest time that a timer takes; a longer one would end at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** Most bytes that are read of an answer of no success, whatever became of the rest. */
export const MOST_ERROR_BYTES = 64 * 1024;

/** So many redirects are followed, one after the other. */
export const MOST_REDIRECTS = 5;

/** So many faults of one answer are looked for and told; a hostile one may have millions. */
export const MOST_FAULTS = 20;

/** Where more pages than this are new, a list is better read anew. */
export const MOST_FRESH_PAGES = 5;

/** Characters of a server's words, or of an exception's, in one sentence or line of the log. */
export const LONGEST_WORDS = 300;

/** Characters of an address or of a place in a body. */
export const LONGEST_PLACE = 200;

/** Characters of what a person typed, when it is shown again. */
export const LONGEST_TYPED = 80;
