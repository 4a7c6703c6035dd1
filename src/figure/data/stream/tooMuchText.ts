import { formatSize } from "../../model/sizes.ts";

/** A page takes so many bytes of text beside its columns: as one string, whose length engines limit, and as its values. */
export const MOST_TEXT = 400_000_000;

/** The text of a file outside of its arrays of numbers is more than a page can take. The message says so to a person. */
export class TooMuchText extends Error {
  override readonly name = "TooMuchText";

  constructor(most: number) {
    super(
      `Outside of its arrays of numbers it has more than ${formatSize(most)} of text, which no page can take. ` +
        "Leave out texts for each of very many points, such as labels, and write numbers without quotes.",
    );
  }
}
