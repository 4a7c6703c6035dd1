import { deepEqual, ok } from "node:assert/strict";
import { circlesIn } from "./circles.ts";
import { folderOf, readSources, stemOf } from "./sources.ts";

/** In these rooms a folder imports only from itself and those before it. Entries lie above all, and may see the rooms below. */
const rooms = [
  {
    room: "src/figure",
    floors: [
      "model",
      "colors",
      "schema",
      "manual",
      "text",
      "format",
      "references",
      "data",
      "migrate",
      "checks",
      "fixes",
      "edits",
      "code",
      "inspect",
      "language",
    ],
    entries: [],
    below: /^$/,
  },
  {
    room: "webview",
    floors: ["math", "reading", "parts", "theme", "drawing", "editing", "inspector", "page"],
    entries: ["webview/preview.ts"],
    below: /^src\/(?:figure\/|protocol\.ts$)/,
  },
] as const;

/** Folders that list like things, one file each, and may hold any number of them. */
const lists = new Set(["src/figure/checks/rules"]);

const mostBytes = 12 * 1024;
const mostFiles = 15;

describe("The house", () => {
  const sources = readSources();

  it("is read as a whole, with every way of importing", () => {
    ok(sources.length > 400);
    const activate = sources.find(({ path }) => path === "src/activate.ts");
    ok(activate);
    ok(activate.imports.includes("src/workbench/figures/outlines.ts"), "a value");
    ok(activate.imports.includes("src/dormant.ts"), "a type");
    const service = sources.find(({ path }) => path === "src/workbench/servers/embeddedService.ts");
    ok(service?.imports.includes("src/plotService/service.ts"), "what is loaded when it is used");
  });

  for (const { room, floors, entries, below } of rooms) {
    it(`lets a floor of ${room} build only on those below it`, () => {
      const floorOf = (path: string): number => floors.findIndex((floor) => path.startsWith(`${room}/${floor}/`));
      const upwards = sources
        .filter(({ path }) => path.startsWith(`${room}/`) && !entries.some((entry) => entry === path))
        .flatMap(({ path, imports }) => imports.map((to) => [path, to] as const))
        .filter(([, to]) => !below.test(to))
        .filter(([path, to]) => floorOf(to) === -1 || floorOf(to) > floorOf(path));
      deepEqual(upwards, []);
    });
  }

  it("has no circle between folders", () => {
    const graph = new Map<string, Set<string>>();
    for (const { path, imports } of sources) {
      // What lies in src itself are the entries, and what all rooms speak of: manifest and protocol.
      const from = folderOf(path) === "src" ? path : folderOf(path);
      const to = imports.map((each) => (folderOf(each) === "src" ? each : folderOf(each)));
      const known = graph.get(from) ?? new Set<string>();
      for (const each of to) if (each !== from) known.add(each);
      graph.set(from, known);
    }
    deepEqual(circlesIn(graph), []);
  });

  it("finds a circle where there is one, and its shortest way", () => {
    const graph = new Map([
      ["a", new Set(["b"])],
      ["b", new Set(["c", "d"])],
      ["c", new Set(["b"])],
      ["d", new Set<string>()],
    ]);
    deepEqual(circlesIn(graph), [["b", "c", "b"]]);
  });

  it("has no file over 12 KB", () => {
    deepEqual(
      sources.filter(({ bytes }) => bytes > mostBytes).map(({ path, bytes }) => `${path}: ${bytes} bytes`),
      [],
    );
  });

  it("has no folder over 15 files, lists of like things aside", () => {
    const files = Map.groupBy(sources, ({ path }) => folderOf(path));
    deepEqual(
      [...files]
        .filter(([folder, own]) => own.length > mostFiles && !lists.has(folder))
        .map(([folder, own]) => `${folder}: ${own.length} files`),
      [],
    );
  });

  it("has no file beside a folder of its name", () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)));
    deepEqual(
      sources.map(({ path }) => path).filter((path) => folders.has(`${folderOf(path)}/${stemOf(path)}`)),
      [],
    );
  });
});
