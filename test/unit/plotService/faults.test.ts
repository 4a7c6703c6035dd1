import assert from "node:assert/strict";
import { PlotsClient } from "../../../src/plotsApi/resources/client.ts";
import type { Result } from "../../../src/plotsApi/errors/result.ts";
import { Random } from "../../../src/library/making/random.ts";
import type { ListeningService } from "../../../src/plotService/listen.ts";
import { listen } from "../../../src/plotService/listen.ts";
import { FaultProxy } from "./faultProxy.ts";
import { at, list, TestService } from "./support.ts";

const REQUESTS = 1000;
const AT_ONCE = 20;

describe("a client and the service with a bad network between them", function () {
  this.timeout(120_000);
  let service: TestService;
  let listening: ListeningService;
  let proxy: FaultProxy;
  let client: PlotsClient;
  const unhandled: unknown[] = [];
  const keep = (reason: unknown): void => void unhandled.push(reason);

  before(async () => {
    process.on("unhandledRejection", keep);
    service = new TestService();
    listening = await listen(service.service, { port: 0 });
    proxy = new FaultProxy(listening.url, 20_190_617);
    const { username, apiKey } = service.service.user;
    client = new PlotsClient({
      root: `${await proxy.listen()}/v2`,
      fetch: (request) => fetch(request),
      credentials: { username, apiKey },
      platform: "Plot-Files 1.0",
      timeoutMs: 4000,
    });
  });

  after(async () => {
    await proxy.close();
    await listening.close();
    service.service.close();
    process.off("unhandledRejection", keep);
  });

  it("answers each of 1000 requests with what was asked for or an error in words, and carries out none twice", async () => {
    const { fid, uids } = await service.createGrid({ x: [1, 2, 3], y: [4, 5, 6] });
    const figure = { data: [{ xsrc: `${fid}:${uids["x"]}`, ysrc: `${fid}:${uids["y"]}` }] };
    const plot = await service.createPlot({ figure, filename: "read" });
    const inlined = (await service.get(`/v2/plots/${plot}/content?inline_data=true`)).body;
    const random = new Random(7);
    const creates = new Map<number, Result<unknown>>();
    let good = 0;
    const check = (result: Result<unknown>): void => {
      if (result.ok) good += 1;
      else assert.match(result.error.sentence, /^.{10,600}\.$/);
    };
    const ask = async (number: number): Promise<void> => {
      const kind = random.weighted([3, 2, 1, 2]);
      if (kind === 0) {
        const result = await client.plots.content(plot, { inlineData: true, validate: true });
        check(result);
        if (result.ok) assert.deepEqual(result.value.figure, inlined);
      } else if (kind === 1) {
        const result = await client.plots.list();
        check(result);
        if (result.ok) assert.ok(result.value.results.length > 0);
      } else if (kind === 2) {
        const result = await client.grids.content(fid);
        check(result);
        if (result.ok) assert.deepEqual(Object.keys(result.value.cols), ["x", "y"]);
      } else {
        const result = await client.plots.create({ figure: { data: [], layout: { meta: number } } });
        check(result);
        creates.set(number, result);
      }
    };
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < REQUESTS) await ask(next++);
      }),
    );
    const done = await numbersOfPlots();
    for (const [number, result] of creates) {
      const times = done.filter((each) => each === number).length;
      assert.ok(times <= 1, `The create ${number} was carried out ${times} times.`);
      if (result.ok) assert.equal(times, 1, `The create ${number} was answered and not carried out.`);
      else if (times === 1) assert.ok(result.error.perhapsDone, `${result.error.code}: ${result.error.detail}`);
    }
    assert.ok(good > REQUESTS / 10 && good < REQUESTS, `${good} went well.`);
    for (const [fault, count] of proxy.counts) assert.ok(count > 0, `${fault} happened ${count} times.`);
    assert.deepEqual(service.reported, []);
    assert.deepEqual(unhandled, []);
  });

  /** What stands as the number of each plot that was created. */
  async function numbersOfPlots(): Promise<unknown[]> {
    const found: unknown[] = [];
    let path: string | undefined = "/v2/plots";
    while (path !== undefined) {
      const page = await service.get(path);
      found.push(...list(page, "results").map((each) => at(each, "figure", "layout", "meta")));
      const following: unknown = at(page, "next");
      path = typeof following === "string" ? following : undefined;
    }
    return found;
  }
});
