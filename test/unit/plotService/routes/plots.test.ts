import assert from "node:assert/strict";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import type { Json } from "../../../../src/figure/model/figure.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import recorded from "../../../fixtures/seedPage.json" with { type: "json" };
import type { Reply } from "../support.ts";
import { at, eventually, keys, libraryPlot, list, ORIGIN, TestService, textAt } from "../support.ts";

const recordedPlot: Json | undefined = JSON.parse(JSON.stringify(recorded.results[0]));

describe("a plot's metadata", () => {
  it("has the members of the recorded page in its order, for a reader who is not the owner", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const plot = await service.get("/v2/plots/ada:0", { anonymous: true });
    assert.equal(plot.status, 200);
    assert.deepEqual(keys(plot), keys(recordedPlot));
    for (const inner of ["comments", "image_urls", "api_urls", "stars", "collaborators", "user"]) {
      assert.deepEqual(keys(plot, inner), keys(recordedPlot, inner), inner);
    }
  });

  it("has a value of the recorded kind in each member", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const plot = await service.get("/v2/plots/ada:0", { anonymous: true });
    const kind = (value: Json | undefined): string =>
      value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
    for (const key of keys(recordedPlot)) assert.equal(kind(at(plot, key)), kind(at(recordedPlot, key)), key);
    for (const key of keys(recordedPlot, "user")) {
      assert.equal(kind(at(plot, "user", key)), kind(at(recordedPlot, "user", key)), `user.${key}`);
    }
  });

  it("writes times as recorded: microseconds, milliseconds, and a day with a space", async () => {
    const service = new TestService({
      library: [libraryPlot({ created: "2019-06-17T22:51:45.856936Z", modified: "2019-06-18T16:30:43.259Z" })],
    });
    const plot = await service.get("/v2/plots/ada:0");
    assert.equal(at(plot, "creation_time"), "2019-06-17T22:51:45.856936Z");
    assert.equal(at(plot, "date_modified"), "2019-06-18T16:30:43.259Z");
    assert.equal(at(plot, "user", "date_joined"), "2019-06-16 22:51:45");
  });

  it("has links on the origin that was asked, and each of them leads somewhere", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const plot = await service.get("/v2/plots/ada:0");
    assert.equal(at(plot, "web_url"), `${ORIGIN}/~ada/0/`);
    assert.equal(at(plot, "embed_url"), `${ORIGIN}/~ada/0.embed`);
    assert.equal(at(plot, "img_url"), at(plot, "image_urls", "list-thumb"));
    const links = [
      textAt(plot, "web_url"),
      textAt(plot, "embed_url"),
      textAt(plot, "api_urls", "plots"),
      textAt(plot, "api_urls", "files"),
      textAt(plot, "user", "profile_url"),
      textAt(plot, "user", "avatar_url"),
    ];
    for (const link of links) assert.equal((await service.get(link, { anonymous: true })).status, 200, link);
  });

  it("shows the owner, and nobody else, whether it is shared by a secret link", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ share_key_enabled: true });
    const mine = await service.get(`/v2/plots/${fid}`);
    assert.equal(at(mine, "share_key_enabled"), true);
    assert.equal(at(mine, "world_readable"), false);
    assert.equal(at(mine, "current_user_permission"), "write");
    const key = textAt(mine, "share_key");
    const shared = await service.get(`/v2/plots/${fid}?share_key=${key}`, { anonymous: true });
    assert.equal(shared.status, 200);
    assert.equal(at(shared, "current_user_permission"), "read");
    assert.equal(at(shared, "share_key"), undefined);
  });

  it("is found with and without a slash at the end, and with the colon encoded", async () => {
    const service = new TestService();
    const fid = await service.createPlot();
    for (const path of [`/v2/plots/${fid}`, `/v2/plots/${fid}/`, `/v2/plots/${encodeURIComponent(fid)}`]) {
      assert.equal((await service.get(path)).status, 200, path);
    }
  });
});

describe("creating a plot", () => {
  it("answers 201 with the plot under file, and the figure as it was sent", async () => {
    const service = new TestService();
    const figure = { data: [{ type: "bar", ysrc: "sven:88:u8nd62" }], layout: { title: { text: "T" } }, frames: [] };
    const reply = await service.post("/v2/plots", { figure, filename: "bars" });
    assert.equal(reply.status, 201);
    assert.equal(at(reply, "file", "fid"), "me:0");
    assert.equal(at(reply, "file", "filename"), "bars");
    assert.deepEqual(at(reply, "file", "figure"), figure);
    const content = await service.get("/v2/plots/me:0/content");
    assert.equal(content.headers.get("content-type"), "application/json");
    assert.deepEqual(content.body, figure);
  });

  it("adds no layout to a figure without one", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ figure: { data: [{ ysrc: "sven:88:u8nd62" }] } });
    assert.equal((await service.get(`/v2/plots/${fid}/content`)).text, '{"data":[{"ysrc":"sven:88:u8nd62"}]}');
  });

  it("numbers the files of a user over all types from 0", async () => {
    const service = new TestService();
    const { fid: grid } = await service.createGrid({ x: [1] });
    assert.deepEqual([grid, await service.createPlot(), await service.createPlot()], ["me:0", "me:1", "me:2"]);
  });

  it("refuses to do without a figure", async () => {
    const reply = await new TestService().post("/v2/plots", {});
    assert.equal(reply.status, 400);
    assert.equal(at(reply, "errors", 0, "field"), "figure");
  });

  it("refuses raw data and names every place", async () => {
    const service = new TestService();
    const reply = await service.post("/v2/plots", {
      figure: {
        data: [{ y: ["this", "is", "raw", "data"], marker: { color: [1, 2] }, name: "n" }],
        frames: [{ data: [{ x: [1] }] }],
        layout: { xaxis: { tickvals: [1, 2] } },
      },
    });
    assert.equal(reply.status, 400);
    const paths = list(reply, "errors").map((error) => at(error, "path"));
    assert.deepEqual(paths, ["data[0].y", "data[0].marker.color", "frames[0].data[0].x"]);
    assert.match(textAt(reply, "detail"), /data\[0\]\.y/);
    assert.deepEqual(list(await service.get("/v2/plots"), "results"), []);
  });

  it("takes an empty list for raw data like any other, in the places that the check of a figure file tells of", async () => {
    const service = new TestService();
    const figure = {
      data: [{ type: "pie", labels: [], valuessrc: "me:1:a1b2c3" }, { dimensions: [{ values: [] }] }],
      layout: { xaxis: { tickvals: [] }, shapes: [] },
      frames: [{ data: [{ type: "bar", marker: { color: [] } }] }],
    };
    const reply = await service.post("/v2/plots", { figure });
    assert.equal(reply.status, 400);
    const text = JSON.stringify(figure);
    const { problems } = checkFigure(readFigureText(text), { bound: true });
    const told = problems.filter(({ code }) => code === "raw-array");
    assert.deepEqual(
      list(reply, "errors").map((error) => at(error, "path")),
      ["data[0].labels", "frames[0].data[0].marker.color"],
    );
    assert.deepEqual(
      told.map(({ severity, message }) => [severity, /`([^`]*)`/.exec(message)?.[1]]),
      list(reply, "errors").map((error) => ["error", at(error, "path")]),
    );
  });

  it("takes the arrays that live clients sent in figures: layout, dimensions, transforms, colour scales", async () => {
    const service = new TestService();
    const fid = await service.createPlot({
      figure: {
        data: [
          { type: "splom", dimensions: [{ label: "a", values: [1, 2] }] },
          { type: "scatter", transforms: [{ type: "filter", target: [1, 2] }], selectedpoints: [0] },
          {
            type: "heatmap",
            colorscale: [
              [0, "red"],
              [1, "blue"],
            ],
          },
        ],
        layout: { xaxis: { tickvals: [1, 2], range: [0, 3] }, colorway: ["red"] },
      },
    });
    assert.equal(fid, "me:0");
  });

  it("takes the figure as a string of JSON too", async () => {
    const service = new TestService();
    const fid = await service.createPlot({ figure: '{"data":[{"xsrc":"me:0:abcdef"}]}' });
    assert.equal((await service.get(`/v2/plots/${fid}/content`)).text, '{"data":[{"xsrc":"me:0:abcdef"}]}');
  });

  for (const figure of [[], 7, "no json", { data: {} }, { data: [1] }, { frames: [3] }, { layout: [] }]) {
    it(`refuses a figure that is ${JSON.stringify(figure)}`, async () => {
      const reply = await new TestService().post("/v2/plots", { figure });
      assert.equal(reply.status, 400);
      assert.equal(at(reply, "errors", 0, "field"), "figure");
    });
  }

  it("names plots without a filename as the public service did", async () => {
    const service = new TestService();
    const names: (Json | undefined)[] = [];
    for (let count = 0; count < 6; count++) {
      names.push(at(await service.get(`/v2/plots/${await service.createPlot()}`), "filename"));
    }
    const numbered = [1, 2, 3, 4, 5].map((number) => `plot from API (${number})`);
    assert.deepEqual(names, ["plot from API", ...numbered]);
  });

  it("refuses a filename that another file has, of whatever type", async () => {
    const service = new TestService();
    await service.createGrid({ x: [1] }, { filename: "taken" });
    const reply = await service.post("/v2/plots", { figure: { data: [] }, filename: "taken" });
    assert.equal(reply.status, 409);
    assert.equal(at(reply, "detail"), "Sorry, a file named 'taken' already exists");
    assert.equal(await service.createPlot({ filename: "Taken" }), "me:1", "a refused file uses up no number");
  });

  it("takes names of 100 characters, also where these are two code units long, and no longer ones", async () => {
    const service = new TestService();
    await service.createPlot({ filename: "\u{1F30D}".repeat(100) });
    const reply = await service.post("/v2/plots", { figure: { data: [] }, filename: "x".repeat(101) });
    assert.equal(reply.status, 400);
    assert.equal(at(reply, "errors", 0, "field"), "filename");
  });

  it("keeps a private plot out of the list", async () => {
    const service = new TestService();
    await service.createPlot({ world_readable: false });
    const open = await service.createPlot({ world_readable: true, source_fid: "bcowden:30", parent: -1 });
    assert.deepEqual(
      list(await service.get("/v2/plots"), "results").map((plot) => at(plot, "fid")),
      [open],
    );
  });

  it("refuses what it cannot keep: a folder that is not there, a malformed source", async () => {
    const service = new TestService();
    for (const wrong of [
      { parent: 12 },
      { parent_path: `a/${"b".repeat(101)}` },
      { source_fid: "nobody" },
      { world_readable: "yes" },
    ]) {
      const reply = await service.post("/v2/plots", { figure: { data: [] }, ...wrong });
      assert.equal(reply.status, 400);
      assert.equal(at(reply, "errors", 0, "field"), Object.keys(wrong)[0]);
    }
  });
});

describe("a plot's content", () => {
  it("puts the columns beside their references when asked to", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ x: [1, 2, 3], a: [1, 2], b: [3] });
    const plot = await service.createPlot({
      figure: {
        data: [{ xsrc: `${fid}:${uids["x"]}` }, { type: "heatmap", zsrc: `${fid}:${uids["a"]},${uids["b"]}` }],
      },
    });
    const content = await service.get(`/v2/plots/${plot}/content?inline_data=true`);
    assert.deepEqual(at(content, "data", 0), { xsrc: `${fid}:${uids["x"]}`, x: [1, 2, 3] });
    assert.deepEqual(at(content, "data", 1, "z"), [
      [1, 3],
      [2, null],
    ]);
    const without = await service.get(`/v2/plots/${plot}/content?inline_data=false`);
    assert.deepEqual(at(without, "data", 0), { xsrc: `${fid}:${uids["x"]}` });
  });

  it("counts a view whenever it is given with its data to somebody, once for text and drawing, and not for HEAD", async () => {
    const service = new TestService();
    const fid = await service.createPlot();
    await service.get(`/v2/plots/${fid}/content`);
    await service.get(`/v2/plots/${fid}/content?inline_data=true`, { anonymous: true });
    await service.get(`/v2/files/${fid}/content?inline_data=true`);
    await service.get(`/v2/plots/${fid}/content?map_data=unreadable`);
    await service.send("HEAD", `/v2/plots/${fid}/content?inline_data=true`);
    await service.get(`/v2/plots/${fid}`);
    await service.get("/v2/plots/me:99/content");
    const counted = (reply: Reply): boolean => at(reply, "views") === 2;
    await eventually(() => service.get(`/v2/plots/${fid}`), counted);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    assert.ok(counted(await service.get(`/v2/plots/${fid}`)));
  });
});
