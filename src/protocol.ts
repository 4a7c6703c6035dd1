import * as z from "zod/mini";

/**
 * The messages between the extension host and the preview's webview, validated on arrival by both sides.
 * The webview speaks first (`ready`); figures travel as bytes of JSON text, never as objects.
 */

const bytes = z.union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]);

/** What one rule found. Sentences have names between backticks. */
export const stripGroup = z.object({
  severity: z.enum(["error", "warning", "information", "hint"]),
  code: z.string(),
  /** What the rule looks for. */
  title: z.string(),
  /** How many there are; `items` has the first of them. */
  count: z.int(),
  items: z.array(
    z.object({
      /** Given back by `revealProblem`. */
      id: z.int(),
      message: z.string(),
      /** "line 3" or "data[0].x"; empty where the problem has no place in the text. */
      place: z.string(),
    }),
  ),
});

/** What may be worth knowing of a figure in which nothing is wrong; `id` is given back by `action`. */
export const stripTip = z.object({
  text: z.string(),
  action: z.optional(z.object({ id: z.string(), label: z.string() })),
});

/** The Plotly whose defaults a figure is drawn with where it leaves a value out. */
export const writtenFor = z.enum(["newest", "before-4"]);

export const themeChoice = z.enum(["authored", "editor"]);

export const toWebview = z.discriminatedUnion("type", [
  /** Draw this. `figure` is JSON text in UTF-8; `grids` is JSON text in UTF-8 of `{[fid]: GridContent}`. */
  z.object({
    type: z.literal("figure"),
    version: z.int(),
    figure: bytes,
    /** Where in that JSON the figure is, if it is not all of it. */
    path: z.optional(z.array(z.union([z.string(), z.int()]))),
    grids: z.optional(bytes),
    /** Something the person should know about this drawing; said above it. */
    notice: z.optional(z.string()),
    /** Why it is drawn again although the person did nothing: somebody else changed it. Said in the line below it. */
    news: z.optional(z.string()),
    /** Ask for a small picture of the drawing, for the side bar. */
    thumbnail: z.boolean(),
    /** What the person chose for this figure. */
    writtenFor: z.optional(writtenFor),
    /** What holds where neither they nor the figure say it. */
    otherwise: z.optional(writtenFor),
  }),
  /** It cannot be drawn now: keep the last good drawing and say this above it. `place`: the text shows where it is. */
  z.object({
    type: z.literal("broken"),
    version: z.int(),
    message: z.string(),
    place: z.boolean(),
    /** What the person can do about it; its `id` is given back by `action`. */
    action: z.optional(z.object({ id: z.string(), label: z.string() })),
  }),
  /** Nothing has been drawn yet and something is under way. */
  z.object({ type: z.literal("loading"), message: z.string() }),
  /** Nothing can be drawn: a sentence, and what the person can do. `command` is given back by `action`. */
  z.object({
    type: z.literal("failed"),
    message: z.string(),
    detail: z.optional(z.string()),
    actions: z.array(z.object({ id: z.string(), label: z.string() })),
  }),
  /** "checking": nothing is known yet. "off": nothing is checked. */
  z.object({
    type: z.literal("problems"),
    state: z.enum(["checking", "checked", "off"]),
    /** The gravest first. */
    groups: z.array(stripGroup),
    tip: z.optional(stripTip),
  }),
  z.object({ type: z.literal("settings"), theme: themeChoice }),
  /** Make a picture. One for the clipboard the page puts there itself, and answers with no bytes. */
  z.object({
    type: z.literal("export"),
    id: z.int(),
    format: z.enum(["png", "svg"]),
    scale: z.number(),
    to: z.enum(["file", "clipboard"]),
  }),
]);

export const fromWebview = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({
    type: z.literal("drawn"),
    version: z.int(),
    /** From the message's arrival to Plotly's promise, in milliseconds. */
    milliseconds: z.number(),
    traces: z.int(),
    engine: z.string(),
    /** What was changed in memory to draw an old figure, and what was left out, one sentence each. */
    notes: z.array(z.string()),
  }),
  z.object({ type: z.literal("drawFailed"), version: z.int(), message: z.string() }),
  /** Not drawn yet, since it is so large that drawing could freeze the page; the person is offered to draw it anyway. */
  z.object({ type: z.literal("held"), version: z.int(), message: z.string() }),
  z.object({ type: z.literal("thumbnail"), version: z.int(), png: bytes }),
  z.object({ type: z.literal("exported"), id: z.int(), bytes: z.optional(bytes), error: z.optional(z.string()) }),
  z.object({ type: z.literal("revealProblem"), id: z.int() }),
  /** Show the place that the last `broken` spoke of. */
  z.object({ type: z.literal("revealObstacle") }),
  z.object({ type: z.literal("action"), id: z.string() }),
  /** The person asked, on the drawing itself, for a picture. */
  z.object({ type: z.literal("save"), format: z.enum(["png", "svg"]) }),
  /** The person chose whose defaults this figure is drawn with; left out where they go back to what it shows itself. */
  z.object({ type: z.literal("writtenFor"), writtenFor: z.optional(writtenFor) }),
  z.object({ type: z.literal("log"), level: z.enum(["info", "warn", "error"]), message: z.string() }),
]);

export type ToWebview = z.infer<typeof toWebview>;
export type FromWebview = z.infer<typeof fromWebview>;
export type StripGroup = z.infer<typeof stripGroup>;
export type StripTip = z.infer<typeof stripTip>;
export type ThemeChoice = z.infer<typeof themeChoice>;
