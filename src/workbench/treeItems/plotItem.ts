import { type CancellationToken, MarkdownString, TreeItem, TreeItemCollapsibleState } from "vscode";
import { isSampleOwner } from "../../library/sampleOwners.ts";
import { ownerOf } from "../../plotsApi/bodies/file.ts";
import { figureTraceTypes, type PlotMetadata } from "../../plotsApi/bodies/plot.ts";
import { toBase64 } from "./base64.ts";
import { toSignal } from "../tasks/cancellation.ts";
import { plotUri } from "../addresses/plotUri.ts";
import type { Connection } from "../servers/connection.ts";
import { traceIcon } from "./traceIcon.ts";
import { formatNumber } from "../../figure/model/counts.ts";

/** The most bytes of a picture in a tooltip, which VS Code sends as text. */
const maximumThumbnail = 200_000;

/** A plot in a list. */
export class PlotItem extends TreeItem {
  readonly plot: PlotMetadata;
  readonly connection: Connection;

  constructor(plot: PlotMetadata, connection: Connection, listId: string) {
    const name = plotName(plot);
    super(name, TreeItemCollapsibleState.None);
    this.plot = plot;
    this.connection = connection;
    this.id = `${listId}/${connection.id}/${plot.fid}`;
    const sample = isSample(plot, connection);
    this.description = [sample ? "sample" : ownerOf(plot), viewsOf(plot)].filter(Boolean).join(" · ");
    this.contextValue = "plot";
    this.iconPath = traceIcon(figureTraceTypes(plot.figure)[0]);
    this.command = {
      command: "vscode.open",
      title: "Open Plot",
      arguments: [plotUri(connection.id, plot.fid, plot.filename)],
    };
    this.accessibilityInformation = {
      label: `${name}, ${sample ? "a sample" : `by ${ownerOf(plot)}`}, ${viewsOf(plot)}`,
    };
  }

  /** Makes the tooltip: facts about the plot, and a picture where its server has one. */
  async resolveTooltip(token: CancellationToken): Promise<MarkdownString> {
    const { plot } = this;
    const text = new MarkdownString();
    const picture = await pictureOf(this.connection, plot.fid, token);
    if (picture !== undefined) text.appendMarkdown(`![Picture of the plot](${picture}|width=320)\n\n`);
    text.appendMarkdown("**").appendText(plotName(plot)).appendMarkdown("**\n\n");
    const facts = [
      `${ownerOf(plot)} · ${viewsOf(plot)}${plot.world_readable === false ? " · private" : ""}`,
      figureTraceTypes(plot.figure).join(", "),
      isSample(plot, this.connection) ? "A sample that comes with the extension: person and data are invented" : "",
      `${plot.fid} on ${this.connection.label}${plot.date_modified ? ` · ${plot.date_modified.slice(0, 10)}` : ""}`,
    ];
    for (const fact of facts) if (fact !== "") text.appendText(fact).appendMarkdown("  \n");
    return text;
  }
}

/** The picture as an address for a tooltip. It never comes from another host than the server's own, who could see what is looked at. */
export async function pictureOf(
  connection: Connection,
  fid: string,
  token: CancellationToken,
): Promise<string | undefined> {
  const image = await connection.client.pictures.get(fid, "list-thumb", toSignal(token));
  if (!image.ok || image.value.bytes.byteLength > maximumThumbnail) return undefined;
  return `data:${image.value.contentType};base64,${toBase64(image.value.bytes)}`;
}

/** The plot's title, or its filename where the title is empty, as it mostly is. */
export function plotName(plot: PlotMetadata): string {
  return plot.title?.trim() || plot.filename || plot.fid;
}

/** Whether the plot belongs to the samples of the service inside the extension. */
function isSample(plot: PlotMetadata, { embedded }: Pick<Connection, "embedded">): boolean {
  return embedded && isSampleOwner(ownerOf(plot));
}

function viewsOf(plot: PlotMetadata): string {
  const views = plot.views ?? 0;
  return views === 1 ? "1 view" : `${formatNumber(views).replaceAll(",", "\u202f")} views`;
}
