/** A button: what stands on it, and what it means to press it. */
export interface Offer<Choice> {
  readonly label: string;
  readonly choice: Choice;
}

/** A line above the drawing. */
export interface BannerContent<Choice> {
  readonly message: string;
  readonly offer?: Offer<Choice> | undefined;
  /** Further buttons. */
  readonly offers?: readonly Offer<Choice>[] | undefined;
}

/** What stands in the drawing's place. */
export interface PanelContent<Choice> {
  readonly kind: "loading" | "empty" | "failed" | "held";
  readonly message: string;
  readonly detail?: string | undefined;
  /** Text as a person would type it, in the editor's font. */
  readonly example?: string;
  readonly offers?: readonly Offer<Choice>[];
}
