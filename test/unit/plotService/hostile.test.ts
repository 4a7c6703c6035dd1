import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import type { Json } from "../../../src/figure/model/figure.ts";
import { identityOf, identityPath, servesTheSame } from "../../../src/plotService/identity.ts";
import { listen } from "../../../src/plotService/listen.ts";
import { at, keys, libraryPlot, list, ORIGIN, TestService, textAt } from "./support.ts";

/** What stands in every object, or is one's prototype. */
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "-constructor", "-__proto__"];

describe("what a client may send", () => {
  it("may be the name of what every object has, in the place of any parameter", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const { fid, uids } = await service.createGrid({ x: [1] });
    await service.createPlot({ figure: { data: [{ xsrc: `${fid}:${uids["x"]}` }] } });
    const document = await service.get("/v2/openapi.json");
    const plain = textAt(await service.get("/v2/folders/home"), "children", "results", 0, "fid");
    for (const path of keys(document, "paths")) {
      for (const parameter of at(document, "paths", path, "get", "parameters") === undefined
        ? []
        : list(document, "paths", path, "get", "parameters")) {
        for (const value of INHERITED) {
          const target = path.replace("{fid}", fid).replace("{username}", "me");
          const reply = await service.get(`${target}?${textAt(parameter, "name")}=${value}`);
          assert.ok(reply.status < 500 && !/error of its own/.test(reply.text), `${target} ${value}: ${reply.text}`);
        }
      }
    }
    for (const value of INHERITED) {
      const page = await service.get(`/v2/folders/home?order_by=${value}`);
      assert.equal(textAt(page, "children", "results", 0, "fid"), plain, "an order that there is not is passed over");
    }
    assert.deepEqual(service.reported, []);
  });

  it("is not read before it is known who sends it", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ x: [1] });
    const document = await service.get("/v2/openapi.json");
    let tried = 0;
    for (const path of keys(document, "paths")) {
      for (const method of keys(document, "paths", path).filter((key) => /^(post|put|patch|delete)$/.test(key))) {
        const target = path.replace("{fid}", fid);
        let read = 0;
        const body = new ReadableStream<Uint8Array>(
          {
            // Not one piece more than is asked for.
            pull: (controller) => {
              read += 1;
              controller.enqueue(new Uint8Array(1000));
            },
          },
          { highWaterMark: 0 },
        );
        const request = new Request(`${ORIGIN}${target}`, { method: method.toUpperCase(), body, duplex: "half" });
        const response = await service.service.fetch(request);
        assert.equal(response.status, /login|drop_reference/.test(path) ? 404 : 401, `${method} ${path}`);
        assert.equal(read, 0, `${method} ${path}`);
        tried += 1;
      }
    }
    assert.ok(tried > 20);
  });

  it("is JSON, whatever clients say of it unasked, and nothing that is plainly something else", async () => {
    const service = new TestService();
    const post = (type: string | undefined) =>
      service.send("POST", "/v2/plots", {
        raw: new TextEncoder().encode('{"figure": {"data": []}}'),
        headers: type === undefined ? {} : { "content-type": type },
      });
    for (const type of [
      "application/json",
      "Application/JSON; charset=utf-8",
      "application/vnd.api+json",
      "text/json",
      "application/x-www-form-urlencoded",
      "text/plain;charset=UTF-8",
      undefined,
    ]) {
      assert.equal((await post(type)).status, 201, type);
    }
    for (const type of ["text/html", "multipart/form-data; boundary=x", "application/xml", "image/png", "json"]) {
      const reply = await post(type);
      assert.equal(reply.status, 415, type);
      assert.match(textAt(reply, "detail"), /^Send application\/json here, not /);
    }
    const upload = (type: string) =>
      service.send("POST", "/v2/grids/upload", { raw: "a,b\n1,2", headers: { "content-type": type } });
    for (const type of ["text/csv", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded"])
      assert.equal((await upload(type)).status, 201, type);
    for (const type of ["image/png", "application/json"]) assert.equal((await upload(type)).status, 415, type);
  });

  it("is a small figure that names one column so often that the answer would be huge: it is told so at once", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({
      x: Array.from({ length: 20_000 }, () => "x".repeat(40)),
      y: Array.from({ length: 10 }, () => 1),
    });
    const [x = "", y = ""] = [uids["x"], uids["y"]];
    for (const reference of [x, `${x}*`, `${x},${y}`, "", `-${y}`, `${x}?rows=0-`]) {
      for (const [key, type] of [
        ["xsrc", "scatter"],
        ["zsrc", "heatmap"],
      ] as const) {
        const data = Array.from({ length: 300 }, () => ({ type, [key]: `${fid}:${reference}` }));
        const plot = await service.createPlot({ figure: { data } });
        const reply = await service.get(`/v2/plots/${plot}/content?inline_data=true`);
        assert.equal(reply.status, 413, `${key} ${reference}`);
        assert.match(textAt(reply, "detail"), /one by one/);
        const few = await service.createPlot({ figure: { data: data.slice(0, 2) } });
        assert.equal((await service.get(`/v2/plots/${few}/content?inline_data=true`)).status, 200);
      }
    }
  });

  it("is one long column beside many short ones, which as rows would be filled up with nothing without end", async () => {
    const service = new TestService();
    const columns = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`c${index}`, [1]]));
    const { fid } = await service.createGrid({ ...columns, long: Array.from({ length: 100_000 }, () => 1) });
    const plot = await service.createPlot({ figure: { data: [{ type: "heatmap", zsrc: `${fid}:` }] } });
    assert.equal((await service.get(`/v2/plots/${plot}/content?inline_data=true`)).status, 413);
  });

  it("is one column by its uid many times over: each is given once", async () => {
    const service = new TestService();
    const { fid, uids } = await service.createGrid({ x: [1] });
    const uid = String(uids["x"]);
    const reply = await service.get(`/v2/grids/${fid}/col?uid=${Array.from({ length: 100 }, () => uid).join()}`);
    assert.deepEqual([reply.status, at(reply, "errors", 0, "field")], [400, "uid"]);
  });

  it("is a body of nothing but faults: the first of them are told", async () => {
    const service = new TestService();
    const { fid } = await service.createGrid({ x: [1] });
    const many = Array.from({ length: 50_000 }, () => 1);
    const raw = Array.from({ length: 500 }, () => ({ type: "scatter", x: [1, 2] }));
    const bodies: readonly [string, Json][] = [
      [`/v2/grids/${fid}/row`, { rows: many }],
      [`/v2/grids/${fid}/col`, { cols: many }],
      ["/v2/grids", { data: { cols: Object.fromEntries(many.map((each, index) => [`c${index}`, each])) } }],
      ["/v2/grids", { data: { cols: Object.fromEntries(many.map((each, index) => [`c${index}`, { data: each }])) } }],
      ["/v2/plots", { figure: { data: raw } }],
    ];
    for (const [path, body] of bodies) {
      const reply = await service.post(path, body);
      assert.equal(reply.status, 400);
      assert.equal(list(reply, "errors").length, 20, path);
    }
  });

  it("is a first picture of a plot by whoever reads it, and another one by its owner alone", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    const own = await service.createPlot();
    const png = (last: number) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, last]);
    const put = (fid: string, last: number, as: string) =>
      service.send("PUT", `/v2/files/${fid}/image`, { raw: png(last), headers: { "content-type": "image/png" }, as });
    assert.equal((await put("ada:0", 1, "me")).status, 204);
    assert.equal((await put("ada:0", 2, "mona")).status, 403);
    assert.equal((await put("ada:0", 3, "ada")).status, 204);
    assert.equal((await put(own, 1, "me")).status, 204);
    assert.equal((await put(own, 2, "me")).status, 204);
    assert.equal((await put(own, 3, "ada")).status, 403);
    const shown = await service.service.fetch(new Request(`${ORIGIN}/v2/files/${own}/image`));
    assert.deepEqual(new Uint8Array(await shown.arrayBuffer()), png(2));
  });
});

describe("pages for people", () => {
  it("load nothing, send nothing and cannot be given another address", async () => {
    const service = new TestService();
    const fid = await service.createPlot();
    for (const path of [`/~me/${fid.split(":")[1]}/`, "/~me/", "/~me/avatar.svg"]) {
      const policy = (await service.get(path)).headers.get("content-security-policy") ?? "";
      assert.match(policy, /^default-src 'none';/);
      assert.match(policy, /; base-uri 'none'; form-action 'none'$/);
    }
  });
});

describe("the service on a socket", () => {
  it("answers methods that it has not with 405 and those that it has, TRACE among them", async () => {
    const service = new TestService();
    const listening = await listen(service.service, { port: 0 });
    const { port, host } = new URL(listening.url);
    try {
      for (const method of ["TRACE", "PROPFIND"]) {
        const socket = connect(Number(port), "127.0.0.1");
        socket.write(`${method} /v2/plots HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Basic secret\r\n\r\n`);
        let said = "";
        socket.on("data", (bytes) => (said += String(bytes)));
        await once(socket, "close");
        assert.match(said, /^HTTP\/1\.1 405 /);
        assert.match(said, /\r\nAllow: GET, HEAD/);
        assert.doesNotMatch(said, /secret/);
      }
      assert.deepEqual(service.reported, []);
    } finally {
      await listening.close();
      service.service.close();
    }
  });

  it("proves which plots it serves for one challenge at one port, which nobody can repeat or pass on", async () => {
    const service = new TestService();
    const [one, other] = [await listen(service.service, { port: 0 }), await listen(service.service, { port: 0 })];
    const stranger = new TestService();
    try {
      assert.equal(await servesTheSame(service.service, one.url), true);
      assert.equal(await servesTheSame(stranger.service, one.url), false);
      const ask = async (url: string, challenge: string) => fetch(`${url}${identityPath}?challenge=${challenge}`);
      const [a, b] = ["a".repeat(32), "b".repeat(32)];
      const said = async (url: string, challenge: string) => (await ask(url, challenge)).text();
      assert.notEqual(await said(one.url, a), await said(one.url, b));
      // A program in between gets an answer for the port that it asks at, and not for its own.
      assert.notEqual(await said(one.url, a), await said(other.url, a));
      assert.equal(
        await said(one.url, a),
        JSON.stringify({ proof: identityOf(service.service, a, Number(new URL(one.url).port)) }),
      );
      for (const wrong of ["", "x", "a".repeat(31), "A".repeat(32), `${a}0`])
        assert.equal((await ask(one.url, wrong)).status, 400);
      assert.ok(!(await said(one.url, a)).includes(service.service.user.apiKey));
    } finally {
      await one.close();
      await other.close();
      service.service.close();
      stranger.service.close();
    }
  });
});
