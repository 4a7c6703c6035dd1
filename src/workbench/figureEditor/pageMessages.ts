import type { MigrateOptions } from "../../figure/migrate/migrate.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { type ForeignKind, isBytes } from "../../figure/text/outline/foreign.ts";
import type { ToWebview } from "../../protocol.ts";
import type { PageColumns } from "../pageColumns/pageColumns.ts";
import { tooMuch } from "../pageColumns/tooMuch.ts";
import { toArrayBuffer } from "../pageColumns/toArrayBuffer.ts";
import type { Drawing, FigureSource } from "../figureSources/figureSource.ts";

type Message<Type extends ToWebview["type"]> = Extract<ToWebview, { type: Type }>;

/** What there is to know about a version beside its figure. */
export interface VersionFacts extends Pick<MigrateOptions, "writtenFor" | "otherwise"> {
  readonly version: number;
  readonly notice: string | undefined;
  readonly news: string | undefined;
  /** Ask the page for a small picture. */
  readonly thumbnail: boolean;
}

/** Makes the message of a version to draw, the next one that the page gets. */
export function figureMessage(
  drawing: Drawing,
  { version, notice, news, thumbnail, ...defaults }: VersionFacts,
  page: PageColumns,
): Message<"figure"> {
  const { figure, path, grids } = drawing;
  const { columns, lines } = page.next(drawing);
  return {
    type: "figure",
    version,
    figure: toArrayBuffer(figure),
    ...(columns.length === 0 ? {} : { columns }),
    ...(lines.length === 0 ? {} : { lines }),
    ...(path === undefined ? {} : { path }),
    ...(grids === undefined ? {} : { grids: toArrayBuffer(grids) }),
    ...(notice === undefined ? {} : { notice }),
    ...(news === undefined ? {} : { news }),
    thumbnail,
    ...defaults,
  };
}

/** The same, or why the page cannot take it. */
export function sentMessage(
  drawing: Drawing,
  facts: VersionFacts,
  page: PageColumns,
): Message<"figure"> | Message<"failed"> {
  const message = figureMessage(drawing, facts, page);
  const excess = tooMuch((message.columns ?? []).map(({ bytes }) => bytes));
  if (excess === undefined) return message;
  page.forget();
  return failedMessage(excess, "");
}

/** Makes the message of a version whose text holds no figure. `foreign` says what it holds instead, where that is known. */
export function brokenMessage(
  source: FigureSource,
  version: number,
  obstacle: FigureProblem,
  foreign: ForeignKind | undefined,
): Message<"broken"> {
  const isWhole = obstacle.code === "empty" || obstacle.code === "not-json";
  const place = isWhole ? "" : `Line ${source.lineOf(obstacle.span.start)}: `;
  const action = foreign === "gzip" ? { action: { id: "unpack", label: "Open Unpacked" } } : {};
  // Bytes that are no text cannot be shown in an editor.
  const hasText = foreign === undefined || !isBytes(foreign);
  return { type: "broken", version, message: place + obstacle.message, place: hasText, ...action };
}

/** Makes the message of how far reading a large file is. The person can stop it. */
export const loadingMessage = (message: string): Message<"loading"> => ({
  type: "loading",
  message,
  actions: [{ id: "stop", label: "Cancel" }],
});

/** The message that a person has cancelled reading. */
export const cancelledMessage: Message<"failed"> = {
  type: "failed",
  message: "Reading was cancelled.",
  actions: [{ id: "retry", label: "Read It" }],
};

/** Makes the message that there is no figure to draw. The person can try again. */
export const failedMessage = (message: string, detail: string): Message<"failed"> => ({
  type: "failed",
  message,
  detail,
  actions: [
    { id: "retry", label: "Try Again" },
    { id: "log", label: "Show Log" },
  ],
});

/** The bytes that a page sent. */
export function asBytes(value: ArrayBuffer | Uint8Array): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(value);
}
