/** Most characters that a file name has, counted as Unicode characters: the limit of the public service. */
export const longestFilename = 100;
