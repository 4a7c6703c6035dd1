import * as z from "zod/mini";
import { action, editingFromWebview, editingToWebview, path } from "./editMessages.ts";
import { engineParts } from "./figure/schema/engineParts.ts";

/**
 * The messages between the extension host and the preview's webview. Both sides validate what arrives. The webview speaks
 * first (`ready`). Figures travel as bytes of JSON text, never as objects; their large arrays of numbers as the bytes of
 * typed arrays beside it.
 * The host owns which version is current and sends it. The webview owns what is shown, and says what became of it.
 */

const bytes = z.union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]);

/** An array of numbers of the figure, which has `[]` in its place. */
export const figureColumn = z.object({
  /** Stands for these values in all messages to this page: where it comes again, nothing in it has changed. */
  id: z.int(),
  /** Keys and indices from the figure to the array: `["data", 0, "x"]`. */
  path,
  /** The typed array that Plotly is given. */
  dtype: z.enum(["i1", "u1", "u1c", "i2", "u2", "i4", "u4", "f4", "f8"]),
  /** The length of each dimension, one to three: `[points]`, or `[rows, columns]`. */
  shape: z.array(z.int()),
  /** Little-endian, row by row; NaN is a gap. Left out where the page has them from the version before. */
  bytes: z.optional(bytes),
});

const range = z.tuple([z.number(), z.number()]);

/** The part of a line that is looked at: a `View` of src/figure/data/reduce. */
const lineView = z.object({
  range: z.optional(range),
  pixels: z.int(),
  isLog: z.boolean(),
  isLogValue: z.boolean(),
  connectsGaps: z.boolean(),
});

/** The points of a line that make its picture in a view. */
export const linePoints = z.object({
  view: lineView,
  /** The range that they were chosen for. */
  range,
  /** No point in sight is left out. */
  isExact: z.boolean(),
  /** Their places among all, ascending: unsigned integers of 32 bits, little-endian. */
  indices: bytes,
  /** Numbers of 64 bits, little-endian. Absent where points are numbered. */
  x: z.optional(bytes),
  y: bytes,
});

/** A `Scale` of src/figure/data/reduce: numbers of an axis to pixels. */
const scale = z.object({ isLog: z.boolean(), slope: z.number(), offset: z.number() });

/** A line of which the page gets some points. Its `x` and `y` are among the columns, without their bytes. */
export const partialLine = z.object({
  /** The ids of the columns. Without `x`, points are numbered. */
  x: z.optional(z.int()),
  y: z.int(),
  hasGaps: z.boolean(),
  /** Left out where the page has the line from the version before. */
  points: z.optional(linePoints),
});

/** The findings of one rule. Its sentences have names between backticks. */
export const stripGroup = z.object({
  severity: z.enum(["error", "warning", "information", "hint"]),
  code: z.string(),
  /** What the rule looks for. */
  title: z.string(),
  /** The number of all findings; `items` has the first of them. */
  count: z.int(),
  items: z.array(
    z.object({
      /** `revealProblem` gives this back. */
      id: z.int(),
      message: z.string(),
      /** "line 3" or "data[0].x"; empty where the problem has no place in the text. */
      place: z.string(),
    }),
  ),
});

/** Something worth knowing about a figure in which nothing is wrong. `action` gives `id` back. */
export const stripTip = z.object({
  text: z.string(),
  action: z.optional(action),
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
    /** The path of the figure in that JSON, where it is not the whole. */
    path: z.optional(path),
    grids: z.optional(bytes),
    /** What `figure` has `[]` for. */
    columns: z.optional(z.array(figureColumn)),
    lines: z.optional(z.array(partialLine)),
    /** A sentence that the person should read, shown above the drawing. */
    notice: z.optional(z.string()),
    /** Why the figure is drawn again though the person did nothing, such as a change by somebody else. Shown below the drawing. */
    news: z.optional(z.string()),
    /** Whether to send a small picture of the drawing, for the side bar. */
    thumbnail: z.boolean(),
    /** The person's own choice for this figure. */
    writtenFor: z.optional(writtenFor),
    /** The defaults to use where neither the person nor the figure says which. */
    otherwise: z.optional(writtenFor),
  }),
  /** The text cannot be drawn now: keep the last good drawing and show this above it. `place` says that the text can show where. */
  z.object({
    type: z.literal("broken"),
    version: z.int(),
    message: z.string(),
    place: z.boolean(),
    /** What the person can do about it. `action` gives the `id` back. */
    action: z.optional(action),
  }),
  /**
   * The host reads the current version. The page says so where it has nothing to show, and what the person can do
   * meanwhile. `action` gives the `id` back.
   */
  z.object({
    type: z.literal("loading"),
    message: z.string(),
    actions: z.optional(z.array(action)),
    /** The parts of the engine that the figure will need, as far as its outline tells. They may come before it does. */
    parts: z.optional(z.array(z.enum(engineParts))),
  }),
  /** Nothing can be drawn: say why, and offer what the person can do. `action` gives the `id` back. */
  z.object({
    type: z.literal("failed"),
    message: z.string(),
    detail: z.optional(z.string()),
    actions: z.array(action),
  }),
  /** The problems to list. "checking" means that nothing is known yet, "off" that nothing is checked. */
  z.object({
    type: z.literal("problems"),
    state: z.enum(["checking", "checked", "off"]),
    /** The gravest first. */
    groups: z.array(stripGroup),
    tip: z.optional(stripTip),
  }),
  z.object({ type: z.literal("settings"), theme: themeChoice }),
  /** Make a picture. The page itself puts one for the clipboard there, and answers without bytes. */
  z.object({
    type: z.literal("export"),
    id: z.int(),
    format: z.enum(["png", "svg"]),
    scale: z.number(),
    to: z.enum(["file", "clipboard"]),
  }),
  /**
   * The answer to `view` has points, that to `nearest` the point that is near, if one is, that to `whole` columns. `error` is
   * a sentence where there is no such line any more.
   */
  z.object({
    type: z.literal("points"),
    request: z.int(),
    points: z.optional(linePoints),
    near: z.optional(z.object({ index: z.int(), x: z.number(), y: z.number() })),
    columns: z.optional(z.array(figureColumn)),
    error: z.optional(z.string()),
  }),
  ...editingToWebview,
  /** Another page is about to take the place of this one, and goes on where it ends. */
  z.object({ type: z.literal("handOver") }),
]);

export const fromWebview = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({
    type: z.literal("drawn"),
    version: z.int(),
    /** The milliseconds from the message's arrival to the end of Plotly's promise. */
    milliseconds: z.number(),
    traces: z.int(),
    engine: z.string(),
    /** A sentence for each thing that was changed in memory, or left out, to draw an old figure. */
    notes: z.array(z.string()),
  }),
  z.object({ type: z.literal("drawFailed"), version: z.int(), message: z.string() }),
  /** The figure is not drawn yet, since it is so large that drawing could freeze the page. The person can draw it anyway. */
  z.object({ type: z.literal("held"), version: z.int(), message: z.string() }),
  z.object({ type: z.literal("thumbnail"), version: z.int(), png: bytes }),
  z.object({ type: z.literal("exported"), id: z.int(), bytes: z.optional(bytes), error: z.optional(z.string()) }),
  /** The answer to `handOver`: at once without the picture, which takes longer, and then with it. */
  z.object({
    type: z.literal("handedOver"),
    /** What the page keeps, as JSON that only a page reads. */
    kept: z.string(),
    isWhole: z.boolean(),
    /** What is drawn, as it looks, and its place in CSS pixels. */
    picture: z.optional(
      z.object({ png: bytes, left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
    ),
  }),
  z.object({ type: z.literal("revealProblem"), id: z.int() }),
  /** Show the place that the last `broken` was about. */
  z.object({ type: z.literal("revealObstacle") }),
  z.object({ type: z.literal("action"), id: z.string() }),
  /** The person asked, on the drawing itself, for a picture. */
  z.object({ type: z.literal("save"), format: z.enum(["png", "svg"]) }),
  /** The person chose the defaults that this figure is drawn with; left out where they go back to what the figure shows itself. */
  z.object({ type: z.literal("writtenFor"), writtenFor: z.optional(writtenFor) }),
  /** The person looks at another part of a line that the page has in part. `line` is the id of its `y`. */
  z.object({ type: z.literal("view"), request: z.int(), line: z.int(), view: lineView }),
  /** The person points at such a line: which of all points is next to the pointer? */
  z.object({
    type: z.literal("nearest"),
    request: z.int(),
    line: z.int(),
    x: scale,
    y: scale,
    pointer: z.object({
      x: z.number(),
      y: z.number(),
      by: z.enum(["x", "y", "both"]),
      within: z.number(),
      radius: z.number(),
    }),
  }),
  /** Send all points of such a line, for a picture, or since it is drawn by something else than its points' outline. */
  z.object({ type: z.literal("whole"), request: z.int(), line: z.int() }),
  ...editingFromWebview,
  z.object({ type: z.literal("log"), level: z.enum(["info", "warn", "error"]), message: z.string() }),
]);

export type { ViewKind } from "./editMessages.ts";
export type ToWebview = z.infer<typeof toWebview>;
export type FromWebview = z.infer<typeof fromWebview>;
export type FigureColumn = z.infer<typeof figureColumn>;
export type LinePoints = z.infer<typeof linePoints>;
export type PartialLine = z.infer<typeof partialLine>;
export type StripGroup = z.infer<typeof stripGroup>;
export type StripTip = z.infer<typeof stripTip>;
export type ThemeChoice = z.infer<typeof themeChoice>;
