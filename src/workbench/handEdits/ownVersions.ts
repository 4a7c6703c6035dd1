/**
 * Tells whether an edit that was made on a drawing still means the same place of the text. A person who drags twice does
 * so before the first edit is drawn: what was made on an older version holds where all changes since came from the same
 * drawing, in their order.
 */
export class OwnVersions {
  /** All changes from the first version to the second are the drawing's own. */
  #first = Number.NaN;
  #last = Number.NaN;

  /** Whether what was made on the drawing of `version` can be written into the text of version `now`. */
  holds(version: number, now: number): boolean {
    return version === now || (now === this.#last && version >= this.#first && version <= now);
  }

  /** An edit of the drawing made version `after` of version `before`. */
  changed(before: number, after: number): void {
    if (before !== this.#last) this.#first = before;
    this.#last = after;
  }
}
