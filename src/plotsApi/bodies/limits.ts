/** Most characters that a file name has, counted as Unicode characters: the limit of the public service. */
export const longestFilename = 100;

/** Most bytes of an answer: our service puts no more into one, and our client reads no more of one. Our choice. */
export const largestAnswer = 100_000_000;
