import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { CompletionItem, LanguageService } from "vscode-json-languageservice";
import { type EngineSchema, olderTracePaths } from "../../../src/figure/schema/dataTable.ts";
import { loadEngine } from "../../../src/figure/schema/engine.ts";
import { figureJsonSchema, joinDescriptions, type PlotSchema } from "../../../src/figure/schema/jsonSchema.ts";
import type { JsonSchema } from "../../../src/figure/schema/jsonSchemaNode.ts";
import { describe as describeText } from "../../../src/figure/schema/jsonSchemaText.ts";
import older from "../../../src/figure/schema/olderDataAttributes.json" with { type: "json" };
import { sampleLibrary } from "../../../src/plotService/library/library.ts";
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

  it("finds nothing wrong with the library's plots but what left Plotly", async () => {
    for (const { filename, figure } of sampleLibrary())
      for (const problem of await problems(JSON.stringify(figure)))
        assert.match(problem, /Plotly\.js \d\.0 (?:removed|dropped|no longer)/, filename);
  });

  it("finds nothing wrong with the sample figures", async () => {
    const folder = "test/fixtures/workspace";
    const files = readdirSync(new URL(`../../../${folder}`, import.meta.url)).filter((file) => /plotly/.test(file));
    assert.ok(files.length > 2);
    for (const file of files.filter((name) => !name.startsWith("half-written")))
      assert.deepEqual(await problems(read(`${folder}/${file}`), `file:///w/${file}`), [], file);
  });

  it("takes what the engine takes", async () => {
    for (const members of [
      `"x": {"dtype": "f8", "bdata": "AAAAAAAA8D8="}, "y": [1, null, "2"], "opacity": "0.5"`,
      `"marker": {"size": [1, 2], "color": ["red", 3], "symbol": [1, "circle"], "colorscale": [[0, "#fff"], ["1", "red"]]}`,
      `"marker": {"symbol": 104, "colorscale": "Viridis"}, "line": {"dash": "3px, 2px"}, "mode": "text+lines"`,
      `"hoverinfo": ["x+y", "none"], "visible": "legendonly", "xaxis": "x12", "name": 2019, "meta": {"any": 1}`,
      `"xsrc": "anna:12:a1b2c3", "ysrc": null, "textfont": {"colorsrc": "anna:12:c", "weight": "bold"}`,
      `"type": "scatter3d", "scene": "scene2", "marker": {"line": {"width": 1e0}}, "surfaceaxis": -1`,
      `"type": "heatmap", "z": [[1, 2], [3, 4]], "zsmooth": false, "nobodyKnowsThis": [1]`,
    ])
      assert.deepEqual(await problems(trace(members)), [], members);
    for (const layout of [
      `{"xaxis": {"range": [null, 3], "tickangle": "auto", "dtick": "M1", "domain": ["0.1", 1]}, "yaxis2": {"overlaying": "y"}}`,
      `{"shapes": [{"xref": "x2 domain"}], "hovermode": false, "template": {"data": {"scatter": [{}]}, "layout": {}}}`,
      `{"template": "plotly_dark", "colorway": ["red", "#0f0"], "geo": {"resolution": "50"}, "barmode": "stack"}`,
      `{"title": {"text": 2024}, "updatemenus": [{"buttons": [{"method": "restyle", "args": ["visible", [true]]}]}]}`,
    ])
      assert.deepEqual(await problems(`{"data": [], "layout": ${layout}}`), [], layout);
  });

  it("takes every default of the engine", async () => {
    const layout = defaults(engine.layout.layoutAttributes);
    const data = Object.entries(engine.traces).map(([type, { attributes }]) => ({ type, ...defaults(attributes) }));
    assert.deepEqual(await problems(JSON.stringify({ data, layout, config: defaults(engine.config) })), []);
  });

  for (const [text, said] of [
    [trace(`"mode": "liness"`), `"liness": This must be one or more of "lines", "markers", "text"`],
    [trace(`"opacity": 2`), "2: Value is above the maximum of 1."],
    [trace(`"opacity": "much"`), `"much": This must be a number.`],
    [trace(`"visible": "true"`), `"true": Value is not accepted. Valid values: true, false, "legendonly".`],
    [trace(`"x": "abc"`), `"abc": Incorrect type. Expected one of array, object.`],
    [trace(`"marker": {"colorscale": "viridis"}`), `"viridis": This must be a list of pairs`],
    [trace(`"xaxis": "x1"`), `"x1": This must be "x", "x2", …`],
    [trace(`"xsrc": 5`), `5: Incorrect type`],
    [`{"layout": {"xaxis3": {"type": "logarithmic"}}}`, `"logarithmic": Value is not accepted`],
    [`{"layout": {"template": {"layout": {"font": {"size": 0}}}}}`, "0: Value is below the minimum of 1."],
    [`{"frames": [{"data": [{"type": "bar", "width": true}]}]}`, "true: Incorrect type"],
  ] as const)
    it(`marks ${text}`, async () => {
      const [first = "", ...others] = await problems(text);
      assert.ok(first.startsWith(said), first);
      assert.deepEqual(others, []);
    });

  it("leaves trace types that are not known, or are no more, to the figure's own checks", async () => {
    for (const type of ["scater", "heatmapgl", "scattermapbox"])
      assert.deepEqual(await problems(trace(`"type": "${type}"`)), [], type);
  });

  it("takes a trace without a type for a scatter, but not in a frame", async () => {
    assert.ok((await labels(`{"data": [{"¦"}]}`)).includes("mode"));
    assert.deepEqual(await problems(`{"frames": [{"data": [{"mode": "liness"}]}]}`), []);
  });

  it("says of what left Plotly what took its place, as a remark beside what is right", async () => {
    for (const [text, said] of [
      [`{"layout": {"title": "Rain"}}`, /"title": \{"text"/],
      [`{"layout": {"xaxis2": {"titlefont": {"size": 3}}}}`, /"title": \{"font"/],
      [trace(`"transforms": []`), /removed `transforms`/],
      [trace(`"type": "bar", "bardir": "h"`), /Write `orientation`/],
      [trace(`"error_y": {"opacity": 0.5}`), /Give `color` an opacity/],
      [trace(`"type": "surface", "zmin": 3`), /Write `cmin`/],
      [trace(`"marker": {"colorbar": {"titleside": "top"}}`), /"title": \{"side"/],
      [`{"layout": {"mapbox2": {}}}`, /Write `map`/],
      [`{"config": {"showLink": true}}`, /can be deleted/],
    ] as const) {
      const [only = "", ...others] = await problems(text);
      assert.match(only, said, text);
      assert.deepEqual(others, [], text);
    }
    assert.deepEqual(await problems(`{"layout": {"legend": {"title": {"text": "Rain"}}}}`), []);
    const offered = await labels(`{"layout": {"xaxis": {"¦"}}}`);
    assert.ok(offered.includes("title") && !offered.includes("titlefont"));
  });

  it("says nothing of other JSON files", async () => {
    const wrong = trace(`"mode": "liness"`);
    assert.equal((await problems(wrong, "plots://server/owner/12/rain.plotly.json")).length, 1);
    assert.equal((await problems(wrong, "file:///w/rain.plotly")).length, 1);
    assert.deepEqual(await problems(wrong, "file:///w/plotly.json"), []);
    assert.deepEqual(await problems(wrong, "file:///w/rain.json"), []);
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

/** What the engine takes where nothing is written, as if it were written. */
function defaults(node: object): { readonly [member: string]: unknown } {
  const members = Object.entries(node).flatMap(([name, member]): [string, unknown][] => {
    if (!isObject(member) || name.startsWith("_") || name === "impliedEdits" || name === "items") return [];
    const value = member["valType"] === undefined ? defaultsOf(member) : member["dflt"];
    return value === undefined || value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(members);
}

function defaultsOf(container: { readonly [member: string]: unknown }): unknown {
  const [element] = isObject(container["items"]) ? Object.values(container["items"]) : [];
  return isObject(element) ? [defaults(element)] : defaults(container);
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
