import { type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from "vscode";
import { fileLabel, type FileMetadata, hasStarOf, ownerOf } from "../../plotsApi/bodies/file.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import { figureTraceTypes } from "../../plotsApi/bodies/plot.ts";
import { formatCount } from "../../figure/model/counts.ts";
import { kindOf } from "../treeItems/fileItem.ts";
import { traceIcon } from "../treeItems/traceIcon.ts";
import type { Connection } from "../servers/connection.ts";
import { type Server, titleOf } from "../servers/server.ts";

export interface SearchItem extends QuickPickItem {
  /** What was found; lines that only tell something lack it. */
  readonly found?: FoundOnServer;
}

export interface FoundOnServer {
  readonly file: FileMetadata;
  readonly connection: Connection;
}

/** A server's answer to a search. */
export type ServerFinding =
  | { readonly server: Server; readonly state: "asked" }
  | { readonly server: Server; readonly state: "failed"; readonly failure: Failure }
  | {
      readonly server: Server;
      readonly state: "found";
      readonly connection: Connection;
      readonly files: readonly FileMetadata[];
      /** The number of plots on all pages, where the server says. */
      readonly count: number;
    };

export const starButton: QuickInputButton = { iconPath: new ThemeIcon("star-empty"), tooltip: "Add Star" };
export const unstarButton: QuickInputButton = { iconPath: new ThemeIcon("star-full"), tooltip: "Remove Star" };
export const copyButton: QuickInputButton = { iconPath: new ThemeIcon("copy"), tooltip: "Copy Id" };

/** The rows for the servers' answers so far. Where there are several servers, each name stands above its plots. */
export function searchItems(findings: readonly ServerFinding[]): SearchItem[] {
  const items: SearchItem[] = [];
  for (const finding of findings) {
    const lines = linesOf(finding);
    if (lines.length === 0) continue;
    if (findings.length > 1) items.push({ label: titleOf(finding.server), kind: QuickPickItemKind.Separator });
    items.push(...lines);
  }
  const isOver = findings.every(({ state }) => state !== "asked");
  if (items.length === 0 && isOver) items.push(line("$(info) No plot has words that begin like this"));
  return items;
}

/** A row that is always shown. VS Code would leave out rows without the typed text, but the server knows better. */
function line(label: string, more: Partial<SearchItem> = {}): SearchItem {
  return { label, alwaysShow: true, ...more };
}

function linesOf(finding: ServerFinding): SearchItem[] {
  if (finding.state === "asked") return [];
  if (finding.state === "failed") {
    return [line(`$(warning) ${titleOf(finding.server)} could not be searched`, { detail: finding.failure.sentence })];
  }
  const { connection, files, count } = finding;
  const lines = files.map((file) => foundItem(file, connection));
  const rest = count - files.length;
  if (rest > 0)
    lines.push(line(`$(ellipsis) ${formatCount(rest, "more file")}`, { description: "type more to narrow them down" }));
  return lines;
}

function foundItem(file: FileMetadata, connection: Connection): SearchItem {
  const icon = kindOf(file) === "grid" ? "table" : traceIcon(figureTraceTypes(file.figure)[0]).id;
  const date = (file.date_modified ?? file.creation_time ?? "").slice(0, 10);
  const { username } = connection;
  const star = hasStarOf(file, username ?? "") ? unstarButton : starButton;
  return line(`$(${icon}) ${fileLabel(file)}`, {
    description: [ownerOf(file), date].filter(Boolean).join(" · "),
    found: { file, connection },
    // A star needs somebody who gives it.
    buttons: username === undefined ? [copyButton] : [star, copyButton],
  });
}
