import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import type { Page } from "../../../../src/plotsApi/paging/page.ts";
import { numberedPage } from "../../../../src/plotsApi/resources/numberedPage.ts";
import { fileLabel, type FileMetadata, hasStarOf, HOME } from "../../../../src/plotsApi/bodies/file.ts";
import { shareLink, sharingOf } from "../../../../src/plotsApi/bodies/sharing.ts";
import { openPlotService, type PlotService } from "../../../../src/plotService/service.ts";
import { assertSentence, clientFor, errorOf, valueOf } from "../support.ts";

const root = "http://plots.test/v2";

describe("the client of files and folders, against the service itself", () => {
  let service: PlotService;
  let client: PlotsClient;
  beforeEach(() => {
    service = openPlotService({ database: ":memory:", library: [] });
    client = clientFor(root, { fetch: (request) => service.fetch(request), credentials: service.user });
  });
  afterEach(() => service.close());

  const newPlot = async (filename: string) =>
    valueOf(await client.plots.create({ figure: { data: [] }, filename, world_readable: false })).fid;
  const names = async (...[where, query]: Parameters<PlotsClient["folders"]["list"]>) =>
    valueOf(await client.folders.list(where, { orderBy: "filename", ...query })).results.map(fileLabel);

  it("creates folders with those on the way, and lists what is in them and at home", async () => {
    const june = valueOf(await client.folders.create("tides/june"));
    assert.equal(june.filename, "june");
    assert.equal(june.filetype, "fold");
    await newPlot("loose");
    assert.deepEqual(await names("home"), ["loose", "tides"]);
    const tides = valueOf(await client.files.lookup("tides"));
    assert.deepEqual(await names(tides), ["june"]);
    assert.deepEqual(await names(june), []);
    assert.deepEqual(await names("home", { filetypes: ["fold"] }), ["tides"]);
    const again = errorOf(await client.folders.create("tides/june"));
    assert.equal(again.code, "conflict");
    const number = Number(tides.fid.split(":")[1]);
    valueOf(await client.folders.create("july", number));
    assert.deepEqual(await names(tides), ["july", "june"]);
  });

  it("turns the pages of a folder by number until there is none", async () => {
    for (const name of ["a", "b", "c", "d", "e"]) await newPlot(name);
    const seen: string[] = [];
    let page: number | undefined = 1;
    while (page !== undefined) {
      const answer: Page<FileMetadata, number> = valueOf(
        await client.folders.list("home", { page, pageSize: 2, orderBy: "filename" }),
      );
      assert.equal(answer.count, 5);
      seen.push(...answer.results.map(fileLabel));
      page = answer.next;
    }
    assert.deepEqual(seen, ["a", "b", "c", "d", "e"]);
  });

  it("renames a file, and refuses a name that is taken", async () => {
    const fid = await newPlot("old");
    await newPlot("taken");
    assert.equal(valueOf(await client.files.rename(fid, "neuer näme")).filename, "neuer näme");
    assert.equal(valueOf(await client.plots.get(fid)).filename, "neuer näme");
    const clash = errorOf(await client.files.rename(fid, "taken"));
    assert.equal(clash.code, "conflict");
    assertSentence(clash.sentence, "Choose another name");
  });

  it("moves files and folders into a folder and home again, but no folder into itself", async () => {
    const plot = await newPlot("plot");
    const outer = valueOf(await client.folders.create("outer"));
    const number = Number(outer.fid.split(":")[1]);
    assert.equal(valueOf(await client.files.move(plot, number)).parent, number);
    assert.deepEqual(await names(outer), ["plot"]);
    assert.deepEqual(await names("home"), ["outer"]);
    assert.equal(errorOf(await client.files.move(outer.fid, number)).code, "refused");
    assert.equal(valueOf(await client.files.move(plot)).parent, HOME);
    assert.deepEqual(await names("home"), ["outer", "plot"]);
    assert.equal(valueOf(await client.files.lookup("plot")).fid, plot);
    assert.equal(errorOf(await client.files.lookup("outer/plot")).code, "not-found");
  });

  it("shares with everybody, with nobody, and with whoever has the link", async () => {
    const fid = await newPlot("shared");
    const stranger = clientFor(root, { fetch: (request) => service.fetch(request) });
    assert.equal(errorOf(await stranger.plots.get(fid)).code, "not-found");
    const secret = valueOf(await client.files.share(fid, "secret"));
    assert.equal(sharingOf(secret), "secret");
    const link = shareLink(secret) ?? "";
    assert.equal(new URL(link).searchParams.get("share_key"), secret.share_key);
    assert.equal((await service.fetch(new Request(link))).status, 200);
    assert.equal((await service.fetch(new Request(link.replace(/\?.*/, "")))).status, 404);
    const open = valueOf(await client.files.share(fid, "public"));
    assert.equal(sharingOf(open), "public");
    assert.equal(new URL(shareLink(open) ?? "").search, "");
    valueOf(await stranger.plots.get(fid));
    assert.equal(sharingOf(valueOf(await client.files.share(fid, "private"))), "private");
    assert.equal((await service.fetch(new Request(link))).status, 404);
  });

  it("asks once more for a key that the server makes later", async () => {
    const methods: string[] = [];
    const late = clientFor(root, {
      fetch(request) {
        methods.push(request.method);
        return Response.json({ fid: "me:1", ...(request.method === "GET" && { share_key: "k3y" }) });
      },
    });
    assert.equal(valueOf(await late.files.share("me:1", "secret")).share_key, "k3y");
    assert.deepEqual(methods, ["PATCH", "GET"]);
  });

  it("gives a star and takes it back", async () => {
    const fid = await newPlot("liked");
    valueOf(await client.files.star(fid));
    assert.deepEqual(await names("starred"), ["liked"]);
    assert.equal(hasStarOf(valueOf(await client.files.get(fid)), "me"), true);
    valueOf(await client.files.unstar(fid));
    assert.deepEqual(await names("starred"), []);
    assert.equal(hasStarOf(valueOf(await client.files.get(fid)), "me"), false);
  });

  it("throws a folder away with what is in it, brings it back, and deletes for good only from the trash", async () => {
    const folder = valueOf(await client.folders.create("bin"));
    const plot = await newPlot("inside");
    valueOf(await client.files.move(plot, Number(folder.fid.split(":")[1])));
    const refused = errorOf(await client.files.deleteForGood(folder.fid));
    assert.equal(refused.code, "refused");
    valueOf(await client.files.trash(folder.fid));
    assert.deepEqual(await names("home"), []);
    assert.deepEqual(await names("trashed"), ["bin", "inside"]);
    valueOf(await client.files.restore(folder.fid));
    assert.deepEqual(await names(folder), ["inside"]);
    valueOf(await client.files.trash(folder.fid));
    valueOf(await client.files.deleteForGood(folder.fid));
    assert.deepEqual(await names("trashed"), []);
    assert.equal(errorOf(await client.files.get(plot)).code, "not-found");
  });

  it("finds by the beginnings of words, in pages, figures included", async () => {
    for (const name of ["harbour tides", "harbour lights", "city"]) await newPlot(name);
    const first = valueOf(await client.files.search("harb", { pageSize: 1 }));
    assert.equal(first.count, 2);
    assert.deepEqual(first.results.map(fileLabel), ["harbour lights"]);
    assert.deepEqual(first.results[0]?.figure?.["data"], []);
    const second = valueOf(await client.files.search("harb", { pageSize: 1, page: first.next ?? 0 }));
    assert.deepEqual(second.results.map(fileLabel), ["harbour tides"]);
    assert.equal(second.next, undefined);
    assert.deepEqual(valueOf(await client.files.search("nothing of that")).results, []);
    assert.deepEqual(valueOf(await client.files.search("“&?=%/ :")).results.length, 3);
  });

  it("gives up when asked to, and sends nothing for what is no fid", async () => {
    const gone = new AbortController();
    gone.abort();
    assert.equal(errorOf(await client.files.search("x", {}, gone.signal)).code, "cancelled");
    assert.equal(errorOf(await client.files.trash("nobody/1")).code, "bad-fid");
    assert.equal(errorOf(await client.folders.list({ fid: "home" })).code, "bad-fid");
  });

  it("says that a change may have been carried out where the answer was lost", async () => {
    const broken = clientFor(root, { fetch: () => new Response("oops", { status: 502 }) });
    for (const lost of [await broken.files.trash("me:1"), await broken.files.rename("me:1", "x")]) {
      assert.equal(errorOf(lost).perhapsDone, true);
    }
    assert.equal(errorOf(await broken.folders.list("home")).perhapsDone, undefined);
  });
});

describe("a page of files", () => {
  const one = { fid: "me:1" };
  const next = (link: string | null | undefined, page = 1, results = [one]) =>
    numberedPage({ results, next: link }, page).next;

  it("goes on by number only, whatever host its link names", () => {
    assert.equal(next("https://evil.example/v2/folders/home?page=2&user=x"), 2);
    assert.equal(next("/v2/search?page=7", 3), 7);
    assert.equal(next(null), undefined);
    assert.equal(next(""), undefined);
  });

  it("never goes back, so that pages that lead in a circle come to an end", () => {
    assert.equal(next("http://h/?page=1", 4), 5);
    assert.equal(next("http://h/?page=x", 4), 5);
    assert.equal(next("http://h/?page=9", 4, []), undefined);
  });
});
