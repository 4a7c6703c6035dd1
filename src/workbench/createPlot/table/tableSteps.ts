import { type QuickPickItem, type Uri, window, workspace } from "vscode";
import { isFid } from "../../../plotsApi/bodies/fid.ts";
import { type ChartKind, chartKinds } from "../../../figure/data/charts/chartKinds.ts";
import { fileName } from "../../editing/names.ts";
import type { Connection } from "../../servers/connection.ts";
import { plainLabel } from "./csvReview.ts";
import { type StepAnswer, askText, back, pickOne, pickSeveral, type StepPlace } from "../draft/steps.ts";
import type { Table, TableColumn } from "./table.ts";

/** A table that is no file and no grid, such as copied cells. */
export interface TableSource {
  /** With a codicon: "$(clippy) Copied cells". */
  readonly label: string;
  readonly description: string;
  /** Undefined where there is none, which the person is told. */
  read(): Promise<Table | undefined>;
}

interface SourceItem extends QuickPickItem {
  readonly source: Uri | "grid" | TableSource;
}

/** Asks for the data: one of these sources, a CSV file of the workspace, or a grid of a server. */
export async function chooseData(
  place: StepPlace,
  sources: readonly TableSource[],
): Promise<StepAnswer<Uri | "grid" | TableSource>> {
  const files = await workspace.findFiles("**/*.{csv,tsv}", "**/node_modules/**", 500);
  const items: SourceItem[] = [
    ...sources.map((source) => ({ label: source.label, description: source.description, source })),
    ...files.map((uri) => ({ label: `$(table) ${workspace.asRelativePath(uri)}`, source: uri })),
    { label: "$(database) A grid…", description: "of a server, by its id", source: "grid" },
  ];
  const chosen = await pickOne({ ...place, placeholder: "Where is the data?", items });
  if (chosen === undefined || chosen === back) return chosen;
  return chosen.source;
}

export async function chooseGrid(connection: Connection, place: StepPlace): Promise<StepAnswer<Table>> {
  const fid = await askText({
    ...place,
    value: connection.username === undefined ? "" : `${connection.username}:`,
    prompt: `Id of the grid on ${connection.label}: owner and number, such as ada:12`,
    validate: (text) => (isFid(text.trim()) ? undefined : "Type owner and number, such as ada:12."),
  });
  if (fid === undefined || fid === back) return fid;
  const grid = await connection.client.grids.get(fid);
  if (!grid.ok) {
    void window.showErrorMessage(grid.error.sentence);
    return undefined;
  }
  const columns = grid.value.cols.map(({ name, uid }) => ({ name, uid, note: uid }));
  return { name: grid.value.filename ?? fid, grid: { fid, connection }, columns };
}

export async function chooseKind(place: StepPlace): Promise<StepAnswer<ChartKind>> {
  const chosen = await pickOne({
    ...place,
    placeholder: "Which chart?",
    items: chartKinds.map((chart) => ({ label: `$(${chart.icon}) ${chart.label}`, description: chart.detail, chart })),
  });
  return chosen === undefined || chosen === back ? chosen : chosen.chart;
}

/** Asks for the columns of each role of the chart. Going back leads to the role before. */
export async function chooseColumns(
  kind: ChartKind,
  table: Table,
  step: StepPlace,
): Promise<StepAnswer<readonly (readonly TableColumn[])[]>> {
  const place = { ...step, title: `${step.title}: ${kind.label}` };
  const items = table.columns.map((column) => ({ label: plainLabel(column.name), description: column.note, column }));
  const chosen: TableColumn[][] = [];
  while (chosen.length < kind.roles.length) {
    const role = kind.roles[chosen.length];
    if (role === undefined) break;
    const placeholder = role.several ? `${role.label}: one column or more` : role.label;
    const none = role.optional ? [{ label: "$(list-ordered) Row numbers", description: "no column" }] : [];
    const answer = role.several
      ? await pickSeveral({ ...place, items, placeholder })
      : await pickOne<QuickPickItem & { readonly column?: TableColumn }>({
          ...place,
          items: [...items, ...none],
          placeholder,
        });
    if (answer === undefined) return undefined;
    if (answer === back) {
      if (chosen.pop() === undefined) return back;
      continue;
    }
    const picked: readonly { readonly column?: TableColumn }[] = "length" in answer ? answer : [answer];
    chosen.push(picked.flatMap(({ column }) => column ?? []));
  }
  return chosen;
}

/** Asks whether to make a figure file or a plot. A figure file needs no server, so it comes first. */
export async function chooseTarget(table: Table, place: StepPlace): Promise<StepAnswer<"file" | "plot">> {
  const where = table.uri === undefined ? "with the data in it" : `beside ${fileName(table.uri)}, with the data in it`;
  const chosen = await pickOne({
    ...place,
    placeholder: "What do you want to make?",
    items: [
      { label: "$(file-code) A figure file", description: where, target: "file" as const },
      {
        label: "$(cloud-upload) A plot on a server",
        description: "you see what will be sent first",
        target: "plot" as const,
      },
    ],
  });
  return chosen === undefined || chosen === back ? chosen : chosen.target;
}
