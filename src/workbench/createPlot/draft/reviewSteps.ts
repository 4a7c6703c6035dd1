import { type QuickPickItem, QuickPickItemKind } from "vscode";
import { fileNameProblem } from "../../editing/names.ts";
import { formatCount } from "../../../figure/model/counts.ts";
import type { Connection } from "../../servers/connection.ts";
import type { PlotDraft } from "./plotDraft.ts";
import type { Publication } from "./publish.ts";
import { type StepAnswer, askText, back, pickOne } from "./steps.ts";

/** The person wants to look at the arrays in the text rather than to move them. */
export const showArrays = Symbol("show arrays");

/** A review lists this many columns and counts the rest. */
const listedColumns = 50;

/** Asks for name and readers, and shows what will be sent. `first` is the number of the first of these three steps. */
export async function review(
  draft: PlotDraft,
  connection: Connection,
  first: number,
  name = draft.suggestedName,
  refusedName?: string,
): Promise<StepAnswer<Publication | typeof showArrays>> {
  const place = { title: draft.document === undefined ? "Create Plot" : "Publish", totalSteps: first + 2 };
  const chosenName = await askText({
    ...place,
    step: first,
    value: name,
    prompt: `Name of the plot on ${connection.label}`,
    validate: (text) => fileNameProblem(text, refusedName),
  });
  if (chosenName === undefined || chosenName === back) return chosenName;

  const readers = await pickOne({
    ...place,
    step: first + 1,
    placeholder: `Who can see “${chosenName}”?`,
    items: [
      { label: "$(lock) Only me", description: "private", worldReadable: false },
      {
        label: "$(globe) Everybody",
        description: `listed under Public Plots of ${connection.label}`,
        worldReadable: true,
      },
    ],
  });
  if (readers === back) return review(draft, connection, first, chosenName, refusedName);
  if (readers === undefined) return undefined;

  const decision = await pickOne({
    ...place,
    step: first + 2,
    placeholder: "This will be sent",
    items: reviewItems(draft, chosenName, connection),
    accepts: (item) => item.decision !== undefined,
  });
  if (decision === back) return review(draft, connection, first, chosenName, refusedName);
  if (decision?.decision === "show") return showArrays;
  return decision?.decision === "create" ? { name: chosenName, worldReadable: readers.worldReadable } : undefined;
}

interface ReviewItem extends QuickPickItem {
  readonly decision?: "create" | "show";
}

function reviewItems(draft: PlotDraft, name: string, connection: Connection): ReviewItem[] {
  const { columns } = draft;
  const items: ReviewItem[] = [
    {
      label: "$(cloud-upload) Create",
      description: `“${name}” on ${connection.label}`,
      detail:
        columns.length === 0
          ? "The figure's references stay as they are."
          : "The data goes into a grid that the plot refers to. The file stays as it is.",
      decision: "create",
    },
  ];
  if (columns.length === 0) return items;
  if (draft.document !== undefined) {
    items.push({
      label: "$(go-to-file) Show the arrays in the text",
      description: "and create nothing",
      decision: "show",
    });
  }
  items.push({
    label: `grid “${name}_grid”, ${formatCount(columns.length, "column")}`,
    kind: QuickPickItemKind.Separator,
  });
  for (const column of columns.slice(0, listedColumns)) {
    items.push({ label: `$(symbol-array) ${column.name}`, description: formatCount(column.data.length, "value") });
  }
  if (columns.length > listedColumns) items.push({ label: `and ${columns.length - listedColumns} more` });
  return items;
}
