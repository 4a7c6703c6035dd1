import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import { CancellationTokenSource, type MarkdownString } from "vscode";
import { scanFigure } from "../../../src/figure/text/scan/scan.ts";
import { readStructure } from "../../../src/figure/text/structure/structure.ts";
import { ReferenceHover } from "../../../src/workbench/language/referenceHover.ts";
import { parseSrc } from "../../../src/figure/references/srcReference.ts";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { hoverText, placeOf } from "./support.ts";
import { embeddedReference } from "./embeddedReference.ts";

describe("A figure's text: its hovers", () => {
  afterEach(deleteFigures);

  it("tell of a reference's column its name, its values with a picture, and its grid", async () => {
    const { reference, name, count } = await embeddedReference();
    const document = await openFigure(`{"data": [{"xsrc": "${reference}"}]}`);
    const text = await hoverText(document, placeOf(document, parseSrc(reference)!.uids[0]!));
    ok(text.includes(name), text);
    ok(text.includes(count.toLocaleString("en-US")), text);
    match(text, /Grid \[.+\]\(command:vscode\.open\?.+\) of .+ · .+ columns?/);
    match(text, /!\[.*\]\(data:image\/svg\+xml/);
  });

  it("say where there is no such column, or no such grid", async () => {
    const { reference } = await embeddedReference();
    const { fid } = parseSrc(reference)!;
    const document = await openFigure(`{"data": [{"xsrc": "${fid}:zzzzzz", "ysrc": "me:99999:abc123"}]}`);
    match(await hoverText(document, placeOf(document, "zzzzzz")), /This grid has no column `zzzzzz`\./);
    match(await hoverText(document, placeOf(document, "abc123")), /me:99999/);
  });

  it("say that the server is slow, and nothing where the pointer has gone on", async () => {
    const never = new Promise<never>(() => undefined);
    const slow = { content: () => never, about: () => never, document: () => never };
    const hover = new ReferenceHover(slow, 1);
    const text = '{"data": [{"xsrc": "me:1:abc123"}]}';
    const document = await openFigure(text);
    const outline = scanFigure(text);
    const figure = { document, text, outline, structure: readStructure(text, outline) };
    const source = new CancellationTokenSource();
    const { token } = source;
    const late = await hover.at(figure, text.indexOf("abc123"), token);
    match((late?.contents[0] as MarkdownString | undefined)?.value ?? "", /has not sent the grid/);
    const patient = new ReferenceHover(slow).at(figure, text.indexOf("abc"), token);
    source.cancel();
    equal(await patient, undefined);
  });

  it("list the columns of several, and of a whole grid", async () => {
    const { reference } = await embeddedReference();
    const { fid } = parseSrc(reference)!;
    const document = await openFigure(`{"data": [{"xsrc": "${fid}:"}]}`);
    const text = await hoverText(document, placeOf(document, `"${fid}:`, 3));
    match(text, /Grid \[/);
    ok(text.includes(parseSrc(reference)!.uids[0]!), text);
  });
});

describe("A figure's text: hovers of data", () => {
  afterEach(deleteFigures);

  it("tell what an array holds, with a picture", async () => {
    const document = await openFigure('{"data": [{"y": [3, 1.5, null, 4]}]}');
    const text = await hoverText(document, placeOf(document, "1.5"));
    match(text, /data\[0\]\.y/);
    match(text, /4 numbers, 1 of them empty · 1\\.5 to 4/);
    match(text, /!\[.*\]\(data:image\/svg\+xml/);
  });

  it("tell what a packed array holds", async () => {
    const document = await openFigure('{"data": [{"y": {"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAAAQA=="}}]}');
    const text = await hoverText(document, placeOf(document, "AAAA"));
    match(text, /packed in base64/);
    match(text, /2 numbers · 1 to 2/);
  });

  it("stay away from other JSON files", async () => {
    const document = await openFigure('{"data": [{"y": [3, 1.5, null, 4]}]}', ".json");
    doesNotMatch(await hoverText(document, placeOf(document, "1.5")), /numbers/);
  });
});
