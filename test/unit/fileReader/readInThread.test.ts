import assert from "node:assert/strict";
import { appendFile, mkdtemp, open, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readParts } from "../../../src/fileReader/readFile.ts";
import { readInThread } from "../../../src/fileReader/readInThread.ts";

const script = fileURLToPath(new URL("../../../src/fileReader/fileReader.ts", import.meta.url));
const never = new AbortController().signal;
const nothing = (): void => undefined;

const figure = (length: number): string =>
  JSON.stringify({ data: [{ type: "scatter", x: Array.from({ length }, (_, index) => index / 4) }], layout: {} });

describe("a figure's file that is read in a thread of its own", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plot-files-reader-"));
    path = join(folder, "large.plotly.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("comes as columns and what is left of it", async () => {
    await writeFile(path, figure(300_000));
    const reports: number[] = [];
    const { skeleton, columns } = await readInThread(script, path, (read) => reports.push(read), never);
    assert.equal(new TextDecoder().decode(skeleton.bytes), '{"data":[{"type":"scatter","x":[]}],"layout":{}}');
    const [column] = columns;
    assert.deepEqual(column?.path, ["data", 0, "x"]);
    assert.equal(column.values.length, 300_000);
    assert.equal(column.values[299_999], 299_999 / 4);
    assert.ok(reports.length > 0);
  });

  it("is read here where the thread dies", async () => {
    await writeFile(path, figure(5000));
    const dying = join(folder, "dying.cjs");
    await writeFile(dying, "process.exit(1)");
    for (const program of [dying, join(folder, "none.cjs")]) {
      const { columns } = await readInThread(program, path, nothing, never);
      assert.equal(columns[0]?.values.length, 5000);
    }
  });

  it("is given up when nobody wants it any more", async () => {
    await writeFile(path, figure(1_000_000));
    const stop = new AbortController();
    const reading = readInThread(script, path, () => stop.abort(new Error("enough")), stop.signal);
    await assert.rejects(reading, /enough/);
    await assert.rejects(readInThread(script, path, nothing, stop.signal), /enough/);
  });

  it("says why it cannot be read", async () => {
    await assert.rejects(readInThread(script, path, nothing, never), /ENOENT/);
  });

  it("says how far it went where there is no memory for its columns", async () => {
    await writeFile(path, figure(400_000));
    const full = (): void => {
      throw new RangeError("Array buffer allocation failed");
    };
    await assert.rejects(
      readParts(path, full, () => true),
      /^Error: There is not enough memory .* \d+ kB of 3\.\d MB fitted/,
    );
  });

  it("is read again where it grows, shrinks or is replaced meanwhile", async () => {
    const changes = [
      () => appendFile(path, "\n"),
      () => truncate(path, 1000),
      async () => {
        await writeFile(`${path}.new`, figure(40_000));
        await rename(`${path}.new`, path);
      },
    ];
    for (const change of changes) {
      await writeFile(path, figure(300_000));
      let changing: Promise<unknown> | undefined;
      const tell = (): void => {
        changing ??= change();
      };
      const parts = await readParts(path, tell, () => true);
      await changing;
      const file = await open(path);
      assert.equal(parts?.skeleton.size, (await file.stat()).size);
      await file.close();
    }
  });

  it("is taken as it was where it never stays as it is", async () => {
    await writeFile(path, figure(10_000));
    let rounds = 0;
    const changes: Promise<void>[] = [];
    const tell = (): void => {
      rounds++;
      changes.push(appendFile(path, "\n"));
    };
    const parts = await readParts(path, tell, () => true);
    await Promise.all(changes);
    assert.equal(parts?.columns[0]?.values.length, 10_000);
    assert.ok(rounds < 20);
  });
});
