import { type QuickPickItem, type Uri, window, workspace } from "vscode";
import { type ChartColumn, chartFigure, type ChartKind, chartKinds } from "../../figure/chartKinds.ts";
import { isFid } from "../../plotsApi/fid.ts";
import { formatCount } from "../formatCount.ts";
import type { Connection } from "../servers/connection.ts";
import { filesOfWorkspace } from "../workspaceFiles.ts";
import { readCsv, type TableColumn } from "./csvTable.ts";
import type { PlotDraft } from "./plotDraft.ts";
import { type Answer, askText, back, pickOne, pickSeveral } from "./steps.ts";

const title = "Create Plot";

/** Chart, table, columns: three steps of six. */
const totalSteps = 6;
export const stepsOfTable = 3;

/** A table that a chart can be made from: a CSV file's columns with data, or a grid's with uids. */
interface Table {
  readonly name: string;
  readonly fid: string | undefined;
  readonly columns: readonly {
    readonly name: string;
    readonly note: string;
    readonly uid?: string;
    readonly data?: TableColumn["data"];
  }[];
}

/** A new chart from a CSV file of the workspace or from a grid of the server. */
export async function draftOfTable(connection: Connection, csv?: Uri): Promise<Answer<PlotDraft>> {
  for (;;) {
    const kind = await pickOne({
      title,
      totalSteps,
      step: 1,
      placeholder: "Which chart?",
      items: chartKinds.map((chart) => ({
        label: `$(${chart.icon}) ${chart.label}`,
        description: chart.detail,
        chart,
      })),
    });
    if (kind === undefined || kind === back) return kind;
    const draft = await draftOfKind(kind.chart, connection, csv);
    if (draft !== back) return draft;
  }
}

async function draftOfKind(kind: ChartKind, connection: Connection, csv: Uri | undefined): Promise<Answer<PlotDraft>> {
  for (;;) {
    const table = csv === undefined ? await chooseTable(connection) : await readTable(csv);
    if (table === undefined || table === back) return table;
    const chosen = await chooseColumns(kind, table);
    if (chosen === undefined) return undefined;
    if (chosen !== back) return draftOf(kind, table, chosen);
    if (csv !== undefined) return back;
  }
}

interface TableItem extends QuickPickItem {
  readonly uri?: Uri;
}

async function chooseTable(connection: Connection): Promise<Answer<Table>> {
  const files = await filesOfWorkspace({ pattern: () => "**/*.{csv,tsv}", limit: 500 });
  const items: TableItem[] = [
    ...files.map((uri) => ({ label: `$(table) ${workspace.asRelativePath(uri)}`, uri })),
    { label: "$(database) A grid…", description: `on ${connection.label}, by its id` },
  ];
  const chosen = await pickOne({ title, totalSteps, step: 2, placeholder: "Where is the data?", items });
  if (chosen === undefined || chosen === back) return chosen;
  return chosen.uri === undefined ? chooseGrid(connection) : readTable(chosen.uri);
}

async function readTable(uri: Uri): Promise<Table | undefined> {
  const read = readCsv(new TextDecoder().decode(await workspace.fs.readFile(uri)));
  const file = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  if (!read.ok) {
    void window.showErrorMessage(`${file}: ${read.sentence}`);
    return undefined;
  }
  const columns = read.columns.map(({ name, data }) => ({ name, data, note: describe(data) }));
  return { name: file.replace(/\.[^.]*$/, ""), fid: undefined, columns };
}

async function chooseGrid(connection: Connection): Promise<Answer<Table>> {
  const fid = await askText({
    title,
    totalSteps,
    step: 2,
    value: connection.username === undefined ? "" : `${connection.username}:`,
    prompt: `Id of the grid on ${connection.label}: owner and number, such as ada:12`,
    validate: (text) => (isFid(text.trim()) ? undefined : "Type owner and number, such as ada:12."),
  });
  if (fid === undefined || fid === back) return fid;
  const grid = await connection.client.grid(fid);
  if (!grid.ok) {
    void window.showErrorMessage(grid.error.sentence);
    return undefined;
  }
  const columns = grid.value.cols.map(({ name, uid }) => ({ name, uid, note: uid }));
  return { name: grid.value.filename ?? fid, fid, columns };
}

async function chooseColumns(kind: ChartKind, table: Table): Promise<Answer<readonly (readonly string[])[]>> {
  const chosen: string[][] = [];
  for (const role of kind.roles) {
    const items = table.columns.map(({ name, note }) => ({ label: name, description: note }));
    const place = { title: `${title}: ${kind.label}`, totalSteps, step: 3 };
    if (role.several) {
      const answer = await pickSeveral({ ...place, items, placeholder: `${role.label}: one column or more` });
      if (answer === undefined || answer === back) return answer;
      chosen.push(answer.map(({ label }) => label));
      continue;
    }
    const none = role.optional ? [{ label: "$(list-ordered) Row numbers", description: "no column", none: true }] : [];
    const answer = await pickOne<QuickPickItem & { none?: boolean }>({
      ...place,
      items: [...items, ...none],
      placeholder: role.label,
    });
    if (answer === undefined || answer === back) return answer;
    chosen.push(answer.none === true ? [] : [answer.label]);
  }
  return chosen;
}

function draftOf(kind: ChartKind, table: Table, chosen: readonly (readonly string[])[]): PlotDraft {
  const used = new Set(chosen.flat());
  const columns = table.columns.filter(({ name, data }) => used.has(name) && data !== undefined);
  return {
    suggestedName: table.name,
    columns: columns.map(({ name, data }, order) => ({ name, data: data ?? [], order })),
    place(gridFid, uids, name) {
      const column = (label: string): ChartColumn => {
        const uid = table.columns.find((candidate) => candidate.name === label)?.uid ?? uids.get(label) ?? "";
        return { name: label, src: `${table.fid ?? gridFid}:${uid}` };
      };
      return chartFigure(
        kind,
        name,
        chosen.map((names) => names.map(column)),
      );
    },
  };
}

function describe(data: TableColumn["data"]): string {
  const numeric = data.some((cell) => typeof cell === "number");
  return formatCount(data.length, numeric ? "number" : "text value");
}
