import { deepEqual, equal, match, ok } from "node:assert/strict";
import { plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { PlotLoader } from "../../../src/workbench/plotDocuments/plotLoader.ts";
import { ChosenServer, connectionTo } from "../support/standIns.ts";

const root = "http://plots.invalid/v2";
const uri = plotUri("plots.invalid", "ada:1", "tides");
const figure = { layout: { title: { text: "Tides" } }, data: [{ xsrc: "ada:2:a1b2c3" }] };

describe("The text of a plot", () => {
  const loaders: PlotLoader[] = [];
  afterEach(() => {
    for (const loader of loaders.splice(0)) loader.dispose();
  });

  /** A loader over a server that answers so, and the paths that it was asked for. */
  function over(answer: (path: string) => object) {
    const asked: string[] = [];
    const connection = connectionTo(root, {
      fetch(request) {
        const path = request.url.slice(root.length);
        asked.push(path);
        return Response.json(answer(path));
      },
    });
    const loader = new PlotLoader(new ChosenServer(connection).servers);
    loaders.push(loader);
    return { loader, asked };
  }
  const textOf = async (loader: PlotLoader) => {
    const loaded = await loader.load(uri);
    ok(loaded.ok, loaded.ok ? "" : loaded.error.detail);
    return new TextDecoder().decode(loaded.value.bytes);
  };

  it("comes with its name and dates, in one request, and again when it is another", async () => {
    let title = "Tides";
    const plot = () => ({ fid: "ada:1", filename: "tides", figure: { ...figure, layout: { title: { text: title } } } });
    const { loader, asked } = over(plot);
    equal(await textOf(loader), `${JSON.stringify(figure, undefined, 2)}\n`);
    title = "Ebb";
    equal(await textOf(loader), `${JSON.stringify(figure, undefined, 2)}\n`);
    loader.forget(uri);
    match(await textOf(loader), /"Ebb"/);
    deepEqual(asked, ["/plots/ada:1", "/plots/ada:1"]);
  });

  it("is asked for by itself where the server leaves it out", async () => {
    const { loader, asked } = over((path) =>
      path.endsWith("/content") ? figure : { fid: "ada:1", filename: "tides", figure: null },
    );
    equal(await textOf(loader), `${JSON.stringify(figure, undefined, 2)}\n`);
    deepEqual(asked, ["/plots/ada:1", "/plots/ada:1/content"]);
  });

  it("cannot be had where what the server sends instead is no figure", async () => {
    const { loader } = over((path) => (path.endsWith("/content") ? [] : { fid: "ada:1", filename: "tides" }));
    const loaded = await loader.load(uri);
    ok(!loaded.ok);
    equal(loaded.error.code, "not-json");
  });
});
