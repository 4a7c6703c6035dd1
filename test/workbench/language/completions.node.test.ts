import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, type CompletionItem, type CompletionList, Range, type TextDocument } from "vscode";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { embeddedReference } from "./embeddedReference.ts";

/** What is offered at the bar, with the document that it is offered in. */
async function offered(marked: string, ending?: string) {
  const document = await openFigure(marked.replace("|", ""), ending);
  const list = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    document.positionAt(marked.indexOf("|")),
    undefined,
    50,
  );
  return { document, items: list.items };
}

const labelOf = ({ label }: CompletionItem) => (typeof label === "string" ? label : label.label);
const descriptionOf = ({ label }: CompletionItem) => (typeof label === "string" ? undefined : label.description);
const insertOf = ({ insertText }: CompletionItem) => (typeof insertText === "string" ? insertText : insertText?.value);

function replacedBy(document: TextDocument, { range }: CompletionItem): string {
  ok(range);
  return document.getText(range instanceof Range ? range : range.replacing);
}

describe("A figure's text: completion of references", () => {
  afterEach(deleteFigures);

  it("offers the columns of the grid, with kind and length, and then others", async () => {
    const { fid, uid, name, count } = await embeddedReference();
    const first = await offered(`{"data": [{"xsrc": "${fid}:|"}]}`);
    const item = first.items.find((each) => insertOf(each) === uid);
    ok(item);
    equal(labelOf(item), name);
    ok(descriptionOf(item)?.startsWith(count.toLocaleString("en-US")), descriptionOf(item));
    equal(replacedBy(first.document, item), "");
    const next = await offered(`{"data": [{"zsrc": "${fid}:${uid},|"}]}`);
    ok(!next.items.some((each) => insertOf(each) === uid));
    equal(
      next.items.filter(({ detail }) => detail?.startsWith("column ")).length + 1,
      first.items.filter(({ detail }) => detail?.startsWith("column ")).length,
    );
  });

  it("offers grids: the person's own, and those that the figure has already", async () => {
    const { fid } = await embeddedReference();
    const { document, items } = await offered(`{"data": [{"ysrc": "${fid}:x", "xsrc": "|"}]}`);
    const item = items.find((each) => insertOf(each) === `${fid}:`);
    ok(item);
    equal(item.command?.command, "editor.action.triggerSuggest");
    equal(replacedBy(document, item), "");
  });

  it("offers them while the text is broken, with the quotes where they are missing", async () => {
    const { fid, uid } = await embeddedReference();
    const open = await offered(`{"data": [{"xsrc": "${fid}:|`);
    ok(open.items.some((each) => insertOf(each) === uid));
    const missing = await offered(`{"data": [{"ysrc": "${fid}:x", "xsrc": |`);
    ok(missing.items.some((each) => insertOf(each) === `"${fid}:$0"`));
  });

  it("offers none where no reference belongs", async () => {
    const { fid } = await embeddedReference();
    for (const [text, ending] of [
      [`{"data": [{"name": "${fid}:|"}]}`, ".plotly.json"],
      [`{"data": [{"xsrc": "${fid}:|"}]}`, ".json"],
    ] as const) {
      const { items } = await offered(text, ending);
      deepEqual(items.filter(({ detail }) => detail?.startsWith("column ")).map(labelOf), []);
    }
  });
});
