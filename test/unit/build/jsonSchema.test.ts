import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { CompletionItem, LanguageService } from "vscode-json-languageservice";
import { type EngineSchema, olderTracePaths } from "../../../build/schema/buildDataTable.ts";
import { loadEngine } from "../../../build/schema/engine.ts";
import { figureJsonSchema, joinDescriptions } from "../../../build/schema/json/jsonSchema.ts";
import type { PlotSchema } from "../../../build/schema/plotSchema.ts";
import type { JsonSchema } from "../../../build/schema/json/jsonSchemaNode.ts";
import { describe as describeText } from "../../../build/schema/json/jsonSchemaText.ts";
import older from "../../../build/schema/olderDataAttributes.json" with { type: "json" };
import { sampleLibrary } from "../../../src/library/sampleLibrary.ts";
import { jsonService, TextDocument } from "./jsonService.ts";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("the JSON Schema of figure files", function () {
  // Loading the engine takes seconds on a busy machine.
  this.timeout(60_000);
  let engine: PlotSchema & EngineSchema;
  let described: PlotSchema;
  let schema: JsonSchema;
  let service: LanguageService;

  before(() => {
    // The engine's objects are of its own realm, which deep equality tells from ours.
    engine = JSON.parse(JSON.stringify(loadEngine().PlotSchema.get())) as PlotSchema & EngineSchema;
    described = JSON.parse(read("node_modules/plotly.js/dist/plot-schema.json")) as PlotSchema;
    schema = figureJsonSchema(engine, described, older.removed);
    service = jsonService(schema, contributed());
  });

  /** A text with the cursor at the bar. */
  function opened(marked: string, uri = "file:///figures/a.plotly.json") {
    const offset = marked.indexOf("¦");
    const document = TextDocument.create(uri, "json", 1, marked.replace("¦", ""));
    return { document, position: document.positionAt(Math.max(offset, 0)), json: service.parseJSONDocument(document) };
  }

  /** What is marked and what is said of it. */
  async function problems(text: string, uri?: string): Promise<string[]> {
    const { document, json } = opened(text, uri);
    const found = await service.doValidation(document, json, { schemaValidation: "warning", schemaRequest: "error" });
    return found.map(({ range, message }) => `${document.getText(range)}: ${sentence(message)}`);
  }

  async function complete(marked: string): Promise<readonly CompletionItem[]> {
    const { document, position, json } = opened(marked);
    return (await service.doComplete(document, position, json))?.items ?? [];
  }

  async function labels(marked: string): Promise<string[]> {
    return (await complete(marked)).map(({ label }) => label);
  }

  async function hover(marked: string): Promise<string> {
    const { document, position, json } = opened(marked);
    const contents = (await service.doHover(document, position, json))?.contents ?? [];
    return (Array.isArray(contents) ? contents : [contents]).map(sentence).join("\n");
  }

  const trace = (members: string): string => `{"data": [{${members}}]}`;

  it("comes from two sources of one structure: the engine that ships and its described schema", () => {
    const { animation: _, defs: _defs, ...plain } = withoutDescriptions(described) as { [part: string]: unknown };
    const { animation: _animation, defs: _theirs, ...shipped } = withoutDescriptions(engine) as typeof plain;
    assert.deepEqual(shipped, plain);
  });

  it("knows every trace type and every attribute of the engine", () => {
    const missing: string[] = [];
    const walk = (node: object, inside: JsonSchema | undefined, path: string): void => {
      for (const [name, member] of Object.entries(node)) {
        if (!isObject(member) || name.startsWith("_") || name === "impliedEdits" || name === "items") continue;
        const found = resolved(inside?.properties?.[name]);
        if (found === undefined) missing.push(`${path}.${name}`);
        else if (member["valType"] === undefined) {
          const element = isObject(member["items"]) ? Object.values(member["items"])[0] : undefined;
          if (element === undefined) walk(member, found, `${path}.${name}`);
          else walk(element as object, resolved(found.items as JsonSchema), `${path}.${name}[]`);
        }
      }
    };
    const resolved = (one: JsonSchema | undefined): JsonSchema | undefined => {
      if (one?.$ref === undefined) return one;
      const { $ref, ...own } = one;
      return { ...own, ...resolved(schema.$defs?.[$ref.replace("#/$defs/", "")]) };
    };
    for (const [type, { attributes }] of Object.entries(engine.traces))
      walk(attributes, resolved(schema.$defs?.[type]), type);
    walk(engine.layout.layoutAttributes, resolved(schema.$defs?.["layout"]), "layout");
    for (const { layoutAttributes } of Object.values(engine.traces))
      walk(layoutAttributes ?? {}, resolved(schema.$defs?.["layout"]), "layout");
    assert.deepEqual(missing, []);
    for (const type of Object.keys(engine.traces))
      for (const [path] of olderTracePaths(older, type)) {
        const names = path.split(".");
        const last = names.pop() ?? "";
        let inside = resolved(schema.$defs?.[type]);
        for (const name of names) {
          inside = resolved(inside?.properties?.[name.replace("[]", "")]);
          if (name.endsWith("[]")) inside = resolved(inside?.items as JsonSchema | undefined);
        }
        if (inside?.properties?.[last] !== undefined)
          assert.ok(inside.properties[`${last}src`] !== undefined, `${type}: ${path} has its src key`);
      }
  });

  it("stays small enough to be read when the first figure is opened", () => {
    const size = JSON.stringify(schema).length;
    assert.ok(size < 660_000, `${size} characters`);
  });

  it("leaves all that is wrong to the figure's own rules, so that each fault is marked once", async () => {
    for (const text of [
      ...sampleLibrary().map(({ figure }) => JSON.stringify(figure)),
      `{"data": 3, "layout": [], "frames": {}, "config": "x"}`,
      `{"data": [3, {"type": 7}, {"type": "scater", "mode": 3}], "layout": {"annotations": {}, "xaxis": [], "title": "Rain"}}`,
      trace(`"mode": "liness", "opacity": 2, "visible": "true", "x": "abc", "xaxis": "x1", "xsrc": 5, "marker": "red"`),
      trace(
        `"type": "surface", "colorscale": "viridis", "zmin": [], "scene": null, "nobodyKnowsThis": [1], "stream": {}`,
      ),
      trace(`"type": "heatmapgl", "z": 3, "transpose": "yes"`),
      `{"data": [], "layout": {"xaxis": {"range": 3, "domain": [5], "nticks": 1.5}, "colorway": [3], "mapbox": 3}}`,
      `{"frames": [{"data": [{"type": "bar", "width": true}], "layout": 3}], "config": {"showLink": 3, "scrollZoom": 4}}`,
    ])
      assert.deepEqual(await problems(text), [], text);
  });

  it("takes a trace without a type for a scatter, but not in a frame", async () => {
    assert.ok((await labels(`{"data": [{"¦"}]}`)).includes("mode"));
    assert.ok(!(await labels(`{"frames": [{"data": [{"¦"}]}]}`)).includes("mode"));
  });

  it("explains what left Plotly, and does not propose it", async () => {
    assert.match(await hover(`{"layout": {"xaxis2": {"¦titlefont": {"size": 3}}}}`), /"title": \{"font"/);
    assert.match(await hover(trace(`"type": "surface", "¦zmin": 3`)), /Write `cmin`/);
    const offered = await labels(`{"layout": {"xaxis": {"¦"}}}`);
    assert.ok(offered.includes("title") && !offered.includes("titlefont"));
  });

  it("says nothing of other JSON files", async () => {
    const explained = async (uri: string): Promise<boolean> => {
      const { document, position, json } = opened(trace(`"¦mode": "lines"`), uri);
      return (await service.doHover(document, position, json)) !== null;
    };
    assert.ok(await explained("plots://server/owner/12/rain.plotly.json"));
    assert.ok(await explained("file:///w/rain.plotly"));
    assert.ok(!(await explained("file:///w/plotly.json")));
    assert.ok(!(await explained("file:///w/rain.json")));
  });

  it("puts in what a value needs where nothing better is known of it", async () => {
    const inserted = async (marked: string, name: string): Promise<string> =>
      (await complete(marked)).find(({ label }) => label === name)?.textEdit?.newText ?? "";
    assert.equal(await inserted(trace(`"¦"`), "name"), `"name": "$1"`);
    assert.equal(await inserted(trace(`"¦"`), "x"), `"x": [$1]`);
    assert.equal(await inserted(trace(`"¦"`), "marker"), `"marker": {$1}`);
    assert.equal(await inserted(trace(`"¦"`), "xsrc"), `"xsrc": "$1"`);
    assert.equal(await inserted(trace(`"¦"`), "fillcolor"), `"fillcolor": "\${1:#1f77b4}"`);
    assert.equal(await inserted(`{"layout": {"¦"}}`, "annotations"), `"annotations": [$1]`);
  });

  it("completes attributes of the trace's own type, with what Plotly says of them", async () => {
    const items = await complete(`{"data": [{"type": "pie", "¦"}]}`);
    const names = items.map(({ label }) => label);
    for (const name of ["labels", "labelssrc", "hole", "pull"]) assert.ok(names.includes(name), name);
    for (const name of ["mode", "x", "type", "titlefont"]) assert.ok(!names.includes(name), name);
    const hole = items.find(({ label }) => label === "hole");
    assert.match(documentation(hole), /cut out of the pie/);
    assert.match(hole?.textEdit?.newText ?? "", /^"hole": \$\{1:0\}/);
  });

  it("proposes first what people write first", async () => {
    const first = async (marked: string, count = 4) => {
      const items = (await complete(marked)).toSorted((a, b) =>
        (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
      );
      return items.slice(0, count).map(({ label }) => label);
    };
    assert.deepEqual(await first(`{"data": [{"¦"}]}`), ["type", "x", "y", "name"]);
    assert.deepEqual(await first(trace(`"type": "pie", "¦"`), 3), ["title", "name", "text"]);
    assert.deepEqual(await first(trace(`"marker": {"¦"}`), 3), ["line", "color", "size"]);
    assert.deepEqual(await first(`{"layout": {"¦"}}`), ["title", "xaxis", "xaxis2", "yaxis"]);
    assert.deepEqual(await first(`{"layout": {"xaxis": {"¦"}}}`, 3), ["type", "title", "range"]);
    assert.deepEqual(await first(trace(`"type": "¦"`), 3), [`"scatter"`, `"bar"`, `"pie"`]);
  });

  it("completes choices, flags, axes and palettes", async () => {
    const flags = await labels(trace(`"mode": ¦`));
    assert.deepEqual(flags.slice(0, 4), [`"lines"`, `"markers"`, `"text"`, `"none"`]);
    assert.deepEqual(flags.slice(4), [`"lines+markers"`, `"lines+text"`, `"markers+text"`]);
    assert.deepEqual(await labels(trace(`"visible": ¦`)), ["true", "false", `"legendonly"`]);
    assert.deepEqual(await labels(trace(`"xaxis": "¦"`)), [`"x"`, `"x2"`, `"x3"`]);
    assert.ok((await labels(trace(`"type": "heatmap", "colorscale": "¦"`))).includes(`"Viridis"`));
    assert.ok((await labels(`{"layout": {"yaxis7": {"type": "¦"}}}`)).includes(`"log"`));
    const symbols = await labels(trace(`"marker": {"symbol": ¦}`));
    assert.ok(symbols.includes(`"diamond"`) && !symbols.includes(`"101"`));
  });

  it("completes trace types that are drawn, each explained", async () => {
    const items = await complete(trace(`"type": "¦"`));
    assert.deepEqual(
      items.map(({ label }) => label),
      Object.keys(engine.traces)
        .toSorted()
        .map((type) => JSON.stringify(type)),
    );
    for (const item of items) assert.notEqual(documentation(item), "", item.label);
  });

  it("offers whole traces and figures", async () => {
    assert.ok((await labels(`{"data": [¦]}`)).includes("Line from a grid"));
    const [figure] = await complete("¦");
    assert.equal(figure?.label, "New figure");
    assert.match(figure.textEdit?.newText ?? "", /"x": \[\$4\]/);
  });

  it("explains what is under the pointer", async () => {
    assert.match(await hover(trace(`"¦mode": "lines"`)), /drawing mode.*`"text"`/);
    assert.match(await hover(trace(`"type": "¦bar", "y": []`)), /`bar`: The data visualized by the span of the bars/);
    assert.match(await hover(trace(`"¦xsrc": "anna:1:b"`)), /`owner:grid:uid`/);
    assert.match(await hover(`{"layout": {"xaxis3": {"¦nticks": 3}}}`), /maximum number of ticks/);
  });

  it("takes colours of every notation, and leaves the picker to what knows them all", async () => {
    const text = trace(`"fillcolor": "#ff0000", "marker": {"color": "red", "line": {"color": "rgba(1, 2, 3, 0.5)"}}`);
    const { document, json } = opened(text);
    assert.deepEqual(await service.findDocumentColors(document, json), []);
    assert.deepEqual(await problems(text), []);
  });
});

describe("Plotly's descriptions", () => {
  it("are read as Markdown where they mark code and texts", () => {
    assert.deepEqual(describeText("Sets it, *none* or `x`. <b> &lt; 2 * n and 3 * m"), {
      markdownDescription: 'Sets it, `"none"` or `x`. \\<b\\> \\< 2 \\* n and 3 \\* m',
    });
    assert.deepEqual(describeText("An {array} of numbers &amp; texts."), {
      description: "An array of numbers & texts.",
    });
  });

  it("are joined to the engine's structure and add nothing to it", () => {
    assert.deepEqual(
      joinDescriptions({ a: { valType: "any" }, b: [{ c: 1 }] }, { a: { description: "A", more: 1 }, d: {} }),
      { a: { valType: "any", description: "A" }, b: [{ c: 1 }] },
    );
  });
});

/** The files that the manifest gives the schema. */
function contributed(): string[] {
  const manifest = JSON.parse(read("package.json")) as {
    readonly contributes: { readonly jsonValidation: readonly [{ readonly fileMatch: string[] }] };
  };
  // VS Code puts the slash there, which means: in any folder.
  return manifest.contributes.jsonValidation[0].fileMatch.map((pattern) => `/${pattern}`);
}

function documentation(item: CompletionItem | undefined): string {
  return sentence(item?.documentation ?? "");
}

function sentence(said: string | { readonly value: string }): string {
  return typeof said === "string" ? said : said.value;
}

/** What the engine's file leaves out is in every node. */
function withoutDescriptions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutDescriptions);
  if (!isObject(node)) return node;
  const left = ["description", "requiredOpts", "otherOpts", "hrName"];
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name, member]) => !left.includes(name) || isObject(member))
      .map(([name, member]) => [name, withoutDescriptions(member)]),
  );
}

function isObject(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
