import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { listen, type ListeningService } from "../../../../src/plotService/listen.ts";
import { openPlotService, type PlotService } from "../../../../src/plotService/service.ts";
import { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import {
  type ApiAccess,
  scriptDocument,
  type ScriptLanguage,
  scriptsFor,
} from "../../../../src/workbench/apiServer/scripts.ts";

const run = promisify(execFile);

describe("The lines for a script", () => {
  let service: PlotService;
  let server: ListeningService;
  let access: ApiAccess;

  before(async () => {
    service = openPlotService({ database: ":memory:", seed: false });
    server = await listen(service, { port: 0 });
    access = { url: server.url, ...service.user };
  });
  after(async () => {
    await server.close();
    service.close();
  });

  const lines = (language: ScriptLanguage) =>
    scriptsFor(access).find((script) => script.language === language)?.lines ?? "";

  it("of curl publish a plot with its data, as they stand there", async function () {
    if (process.platform === "win32") this.skip();
    const { stdout } = await run("bash", ["-euc", lines("curl")]);
    const { file } = JSON.parse(stdout) as { file: { fid: string } };
    const client = new PlotsClient({
      root: `${access.url}/v2`,
      fetch: (request) => fetch(request),
      platform: "test",
      timeoutMs: 5000,
    });
    const content = await client.plots.content(file.fid, { inlineData: true });
    assert.ok(content.ok);
    const figure = JSON.parse(new TextDecoder().decode(content.value.bytes)) as { data: { x: unknown; y: unknown }[] };
    assert.deepEqual(
      [figure.data[0]?.x, figure.data[0]?.y],
      [
        [1, 2, 3],
        [2, 1, 4],
      ],
    );
  });

  it("of curl can be run again", async function () {
    if (process.platform === "win32") this.skip();
    for (const expected of [201, 201]) {
      const { stdout } = await run("bash", ["-euc", `${lines("curl")}\ntrue`]);
      assert.match(stdout, /"fid":"me:\d+"/, String(expected));
    }
  });

  it("hold the address without the API's own path, the user and the key", () => {
    for (const language of ["python", "r", "curl"] as const) {
      for (const part of [access.url, access.username, access.apiKey]) assert.ok(lines(language).includes(part));
    }
    for (const language of ["python", "r"] as const) assert.doesNotMatch(lines(language), /\/v2/);
  });

  it("stand in one document, each in a block of its own", () => {
    const text = scriptDocument(access);
    for (const { fence, lines: block } of scriptsFor(access)) {
      assert.ok(text.includes(`\`\`\`${fence}\n${block}\`\`\`\n`), fence);
    }
  });
});
