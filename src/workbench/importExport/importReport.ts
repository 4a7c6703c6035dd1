import { formatPath } from "../../figure/model/path.ts";
import type { NotRebuilt } from "../../figure/data/rebuild/rebuildGrids.ts";
import { formatCount } from "../../figure/model/counts.ts";

/** The outcome for one file. */
export type ImportOutcome =
  | {
      readonly kind: "imported";
      readonly file: string;
      readonly plot: ReportedPlot;
      readonly grids: number;
      readonly columns: number;
      readonly references: number;
      readonly notRebuilt: readonly NotRebuilt[];
    }
  | { readonly kind: "old"; readonly file: string; readonly plot: ReportedPlot }
  | { readonly kind: "not-imported"; readonly file: string; readonly sentence: string };

export interface ReportedPlot {
  readonly fid: string;
  readonly name: string;
}

export interface ImportRun {
  readonly server: string;
  readonly folder: string;
  readonly when: Date;
  readonly outcomes: readonly ImportOutcome[];
  /** The number of files that the run did not reach. */
  readonly left: number;
  /** Why the run ended early. */
  readonly stopped?: string;
}

/** "3 plots imported, 1 was there already, 2 files were not imported". */
export function importSummary({ outcomes, left }: Pick<ImportRun, "outcomes" | "left">): string {
  const count = (kind: ImportOutcome["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const [imported, old, not] = [count("imported"), count("old"), count("not-imported")];
  const parts = [`${formatCount(imported, "plot")} imported`];
  if (old > 0) parts.push(`${old} ${old === 1 ? "was" : "were"} there already`);
  if (not > 0) parts.push(`${formatCount(not, "file")} ${not === 1 ? "was" : "were"} not imported`);
  if (left > 0) parts.push(`${formatCount(left, "file")} ${left === 1 ? "was" : "were"} not reached`);
  return parts.join(", ");
}

/** The run as a Markdown document. */
export function importReport(run: ImportRun): string {
  const { outcomes, server, folder, when } = run;
  const imported = outcomes.filter((outcome) => outcome.kind === "imported");
  const old = outcomes.filter((outcome) => outcome.kind === "old");
  const not = outcomes.filter((outcome) => outcome.kind === "not-imported");
  const day = when.toISOString().slice(0, 16).replace("T", " ");
  const lines = [
    "# Import of Chart Studio exports",
    "",
    `${importSummary(run)}: to ${escaped(server)}, in the folder “${escaped(folder)}”, on ${day} UTC.`,
  ];
  if (run.stopped !== undefined) lines.push("", `**The import ended early.** ${escaped(run.stopped)}`);
  if (imported.length > 0) {
    lines.push(
      "",
      "## Imported",
      "",
      "| Plot | Id | File | Grids | Columns | References |",
      "|---|---|---|--:|--:|--:|",
    );
    for (const { plot, file, grids, columns, references } of imported) {
      lines.push(`| ${escaped(plot.name)} | ${plot.fid} | ${escaped(file)} | ${grids} | ${columns} | ${references} |`);
    }
    lines.push("", ...aboutColumns);
  }
  const lost = imported.flatMap(({ file, notRebuilt }) => notRebuilt.map((one) => ({ file, one })));
  if (lost.length > 0) {
    lines.push("", "## Not understood", "", "The plots were imported without these, or with these as they were.", "");
    for (const { file, one } of lost) lines.push(`- ${escaped(file)}: ${sentenceOf(one)}`);
  }
  if (old.length > 0) {
    lines.push("", "## There already", "", "An earlier import made these. Nothing was made anew.", "");
    for (const { plot, file } of old) lines.push(`- ${escaped(file)}: ${escaped(plot.name)}, ${plot.fid}`);
  }
  if (not.length > 0) {
    lines.push("", "## Not imported", "");
    for (const { file, sentence } of not) lines.push(`- ${escaped(file)}: ${escaped(sentence)}`);
  }
  return `${lines.join("\n")}\n`;
}

const aboutColumns = [
  "The plots and their grids are private until you share them. The import made a grid for each grid that an export refers to,",
  "with the columns that the export has data of. Arrays without a grid went to one more. An export does not hold the names",
  "of the columns. They were taken from what Chart Studio's editor noted beside the attributes, or else made of the",
  "attribute and the trace that show the column, such as “y (Trace 2)”.",
];

function sentenceOf({ path, src, reason }: NotRebuilt): string {
  const place = code(formatPath(path));
  switch (reason) {
    case "no-data":
      return `${place} refers to ${code(src)}, whose data is not in the export. The reference was left out.`;
    case "not-a-list":
      return `${place} refers to ${code(src)}, but a single value stands beside it. The value was kept and the reference left out.`;
    case "malformed":
      return `${place} is no reference to a column: ${code(src)}. It was kept as it stands.`;
    case "undecoded":
      break;
  }
  return `${place} holds Base64 that cannot be read. It was kept as it stands.`;
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll("|", "\\|").slice(0, 200)}\``;
}

/** Escapes a text, so that Markdown shows it as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}
