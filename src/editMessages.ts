import * as z from "zod/mini";
import type { FigureAct } from "./figure/edits/acts/figureAct.ts";
import type { FigureEdit } from "./figure/edits/edit.ts";
import type { JsonObject } from "./figure/model/figure.ts";
import type { FigurePath } from "./figure/model/path.ts";

/** What the person can do about something. The page gives `id` back. */
export const action = z.object({ id: z.string(), label: z.string() });

/** Keys and indices, from the figure unless something else is said. */
export const path: z.ZodMiniType<FigurePath> = z.array(z.union([z.string(), z.int()]));

const paths: z.ZodMiniType<readonly FigurePath[]> = z.array(path);

const edits: z.ZodMiniType<readonly FigureEdit[]> = z.array(
  z.discriminatedUnion("act", [
    z.object({ act: z.literal("set"), path, value: z.json() }),
    z.object({ act: z.literal("remove"), path }),
    z.object({ act: z.literal("insert"), path, value: z.json() }),
    z.object({ act: z.literal("move"), path, to: z.int() }),
    z.object({ act: z.literal("copy"), path, to: z.int() }),
  ]),
);

const figureAct: z.ZodMiniType<FigureAct> = z.discriminatedUnion("act", [
  z.object({ act: z.literal("kind"), trace: z.int(), type: z.string() }),
  z.object({ act: z.literal("swapAxes"), trace: z.int() }),
  z.object({ act: z.literal("secondAxis"), trace: z.int() }),
  z.object({ act: z.literal("ownSubplot"), trace: z.int() }),
  z.object({ act: z.literal("useColumn"), path, from: path }),
]);

/** What a person's view of a drawing is made of: ranges of axes, camera and map, what is shown, sliders and the like. */
const viewKind = z.enum(["range", "camera", "visibility", "rest"]);
export type ViewKind = z.infer<typeof viewKind>;

const viewKinds: z.ZodMiniType<readonly ViewKind[]> = z.array(viewKind);

/** A file of the workspace that a person can take the looks of a figure from. */
export interface WorkspaceTemplate {
  /** `journal` of `journal.template.json`. */
  readonly name: string;
  readonly value: JsonObject;
}

const templates: z.ZodMiniType<readonly WorkspaceTemplate[]> = z.array(
  z.object({ name: z.string(), value: z.record(z.string(), z.json()) }),
);

/** `{xaxis: "x2"}`. */
const axes: z.ZodMiniType<Readonly<Record<string, string>>> = z.record(z.string(), z.string());

/** What the host says about editing on the drawing. */
export const editingToWebview = [
  /** Whether the figure is edited on the drawing. `obstacle` is a sentence that says why it cannot be. */
  z.object({
    type: z.literal("editing"),
    on: z.boolean(),
    obstacle: z.optional(z.string()),
    action: z.optional(action),
  }),
  /** What became of an `edit`: the text has it, or a sentence says why not. */
  z.object({
    type: z.literal("edited"),
    id: z.int(),
    error: z.optional(z.string()),
    /** Of the text with it. */
    version: z.optional(z.int()),
  }),
  /** What the person should know of earlier edits that the figure has lost; without a message, it has them all. */
  z.object({ type: z.literal("handEdits"), message: z.optional(z.string()), actions: z.optional(z.array(action)) }),
  /** The templates that the workspace has, for the inspector. */
  z.object({
    type: z.literal("templates"),
    templates,
  }),
  /** The cursor is at this part of the figure. */
  z.object({ type: z.literal("select"), path }),
  /** Make these kinds of the person's view the figure's own, by an `edit`. Without kinds: answer which there are. */
  z.object({ type: z.literal("keepView"), kinds: z.optional(viewKinds) }),
] as const;

/** What the page says about it. */
export const editingFromWebview = [
  /** The person wants to edit the figure on the drawing, or no longer. */
  z.object({ type: z.literal("editing"), on: z.boolean() }),
  /**
   * Write this into the text, as one step of undo. It was made on the drawing of this version. `label` says what it is:
   * "Move the legend".
   */
  z.object({ type: z.literal("edit"), id: z.int(), version: z.int(), label: z.string(), edits }),
  /** The same for a change that takes the figure's data to know. */
  z.object({ type: z.literal("act"), id: z.int(), version: z.int(), label: z.string(), act: figureAct }),
  /** The person wants to keep their view, or the host asked for it: it differs from the figure in these kinds. */
  z.object({ type: z.literal("keepView"), kinds: viewKinds }),
  /** The person has chosen these parts of the figure. */
  z.object({ type: z.literal("selected"), paths }),
  /**
   * Add a trace. Or put one there that is: the person is asked. `edits` make the place, and are written with it; `axes` lead
   * a trace there: `{xaxis: "x2"}`.
   */
  z.object({ type: z.literal("add"), edits, axes }),
] as const;
