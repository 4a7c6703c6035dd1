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
  /** The origin of the embedded service's links; undefined while the API server does not run. */
  readonly embeddedOrigin: () => string | undefined;
}

/** Asks who may see a file, and shares it so. The data of a plot is shared with it. */
export async function share({ file, connection }: FileItem, parts: ShareParts): Promise<void> {
  const now = sharingOf(file);
  const items: readonly { label: string; detail: string; sharing: Sharing }[] = [
    {
      label: "$(globe) Public",
      detail: "Everybody who can reach the server can find it and see it.",
      sharing: "public",
    },
    { label: "$(lock) Private", detail: "Only you can see it.", sharing: "private" },
    {
      label: "$(link) Secret Link",
      detail: "Everybody who has its link can see it. Nobody else finds it.",
      sharing: "secret",
    },
  ];
  const chosen = await window.showQuickPick(
    items.map((item) => ({ ...item, ...(item.sharing === now && { description: "now" }) })),
    { title: `Share “${fileLabel(file)}”`, placeHolder: "Who can see it?" },
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
    const kept = `“${fileLabel(file)}” is shared as you chose, but its grid “${fileLabel(grid)}” is not: ${error.sentence}`;
    await tell({ sentence: kept, detail: error.detail }, parts);
  }
  await tellOfLink(plot, chosen.sharing, connection, parts);
}

/** The grids to share with a plot: those of its own, and others where the person says so. Undefined where they gave up. */
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
      ? "Others see the plot without the data of these grids."
      : "Everybody who finds these grids can still read them.";
  const items = [
    { label: "Share These Grids Too", detail: `${names}: other plots may show them too.`, along: grids },
    { label: "Leave Them as They Are", detail: left, along: [] },
  ];
  const chosen = await window.showQuickPick(items, {
    title: `Share “${fileLabel(file)}”`,
    placeHolder: `The plot shows data of ${formatCount(grids.length, "grid")} that other plots may show too.`,
  });
  return chosen?.along;
}

/** Says that the file is shared, and copies its link where there is one that works. */
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
    const who = sharing === "public" ? "Everybody" : "Everybody who has the link";
    void window.showInformationMessage(`${who} can see ${name} now. Its link was copied.`);
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
