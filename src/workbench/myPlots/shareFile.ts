import { env, window } from "vscode";
import { type FileMetadata, fileLabel } from "../../plotsApi/bodies/file.ts";
import { type Sharing, shareLink, sharingOf } from "../../plotsApi/bodies/sharing.ts";
import { gridsToShare, type SharedPlot, sharePlot } from "./plotSharing.ts";
import type { Result } from "../../plotsApi/errors/result.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { Connection } from "../servers/connection.ts";
import { type ActionParts, tell } from "./fileActions.ts";
import { type FileItem, kindOf, sharings } from "../treeItems/fileItem.ts";

export interface ShareParts extends ActionParts {
  /** Where the embedded service's files have their addresses, while it can be reached at all. */
  readonly embeddedOrigin: () => string | undefined;
}

/** Asks who may see a file, and its data where it is a plot. */
export async function share({ file, connection }: FileItem, parts: ShareParts): Promise<void> {
  const now = sharingOf(file);
  const items: readonly { label: string; detail: string; sharing: Sharing }[] = [
    {
      label: "$(globe) Public",
      detail: "Everybody who can reach the server may see it and find it.",
      sharing: "public",
    },
    { label: "$(lock) Private", detail: "Only you may see it.", sharing: "private" },
    {
      label: "$(link) Secret Link",
      detail: "Whoever has its link may see it; nobody else finds it.",
      sharing: "secret",
    },
  ];
  const chosen = await window.showQuickPick(
    items.map((item) => ({ ...item, ...(item.sharing === now && { description: "now" }) })),
    { title: `Share “${fileLabel(file)}”`, placeHolder: "Who may see it?" },
  );
  if (chosen === undefined) return;
  const shared = await shareWithData(file, connection, chosen.sharing);
  if (shared === undefined) return;
  if (!shared.ok) {
    await tell(shared.error, parts);
    return;
  }
  parts.refresh(connection.id);
  const { plot, failed } = shared.value;
  for (const { grid, error } of failed) {
    const kept = `“${fileLabel(file)}” is shared as you chose, and its grid “${fileLabel(grid)}” is not: ${error.sentence}`;
    await tell({ sentence: kept, detail: error.detail }, parts);
  }
  await tellOfLink(plot, chosen.sharing, connection, parts);
}

/** The data of a plot goes with it; what other plots use too is asked about. Undefined where the person gave up. */
async function shareWithData(
  file: FileMetadata,
  { client }: Connection,
  sharing: Sharing,
): Promise<Result<SharedPlot> | undefined> {
  if (kindOf(file) !== "plot") return sharePlot(client, file.fid, sharing, []);
  const grids = await gridsToShare(client, file.fid, sharing);
  if (!grids.ok) return grids;
  const { own, others } = grids.value;
  const along = others.length === 0 ? [] : await askAbout(others, file, sharing);
  return along && sharePlot(client, file.fid, sharing, [...own, ...along]);
}

async function askAbout(
  grids: readonly FileMetadata[],
  file: FileMetadata,
  sharing: Sharing,
): Promise<readonly FileMetadata[] | undefined> {
  const names = grids.map((grid) => `“${fileLabel(grid)}”`).join(", ");
  const left =
    sharing === "public"
      ? "Others see the plot without what these grids hold, where they may not read them."
      : "Whoever finds these grids reads what they hold, as now.";
  const items = [
    { label: "Share These Grids Too", detail: `${names}: other plots may show them as well.`, along: grids },
    { label: "Leave Them as They Are", detail: left, along: [] },
  ];
  const chosen = await window.showQuickPick(items, {
    title: `Share “${fileLabel(file)}”`,
    placeHolder: `The plot shows data of ${formatCount(grids.length, "grid")} that may not be its alone.`,
  });
  return chosen?.along;
}

/** The link is copied where there is one that leads somewhere. */
async function tellOfLink(
  file: FileMetadata,
  sharing: Sharing,
  connection: Connection,
  { embeddedOrigin }: ShareParts,
): Promise<void> {
  const name = `“${fileLabel(file)}”`;
  if (sharing === "private") {
    window.setStatusBarMessage(`$(lock) ${name} is ${sharings.private} now`, 5000);
    return;
  }
  const link = linkOf(file, connection, embeddedOrigin());
  if (link !== undefined) {
    await env.clipboard.writeText(link);
    const who = sharing === "public" ? "Everybody" : "Whoever has the link";
    void window.showInformationMessage(`${who} may see ${name} now. Its link was copied.`);
    return;
  }
  const why = connection.embedded
    ? "Its link works while the API server of this extension runs: start it and share the plot again to copy it."
    : `${connection.label} did not say where its page is.`;
  void window.showInformationMessage(`${name} is shared now. ${why}`);
}

function linkOf(file: FileMetadata, { embedded }: Connection, origin: string | undefined): string | undefined {
  const link = shareLink(file);
  if (link === undefined || !embedded) return link;
  if (origin === undefined) return undefined;
  const { pathname, search } = new URL(link);
  return new URL(pathname + search, origin).href;
}
