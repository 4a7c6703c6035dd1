import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releaseOf } from "../../../build/release.ts";

const changelog =
  "# Changelog\n\n## 1.2.0\n\nAll of it.\n\n- One thing.\n\n### Mended\n\n- Another.\n\n## 1.1.9\n\n- Tried.\n\n## 1.1.8\n";
const manifest = (version: string): string => JSON.stringify({ name: "plot-files", version });

describe("A release", () => {
  it("has the notes that the changelog has of its version", () => {
    assert.deepEqual(releaseOf("v1.2.0", manifest("1.2.0"), changelog), {
      version: "1.2.0",
      preRelease: false,
      notes: "All of it.\n\n- One thing.\n\n### Mended\n\n- Another.",
    });
  });

  it("is a pre-release where the minor version is odd", () => {
    assert.equal(releaseOf("v1.1.9", manifest("1.1.9"), changelog).preRelease, true);
  });

  it("is refused where tag, manifest and changelog do not agree", () => {
    assert.throws(() => releaseOf("v1.2.1", manifest("1.2.0"), changelog), /tag is v1\.2\.1, .+ version 1\.2\.0/);
    assert.throws(() => releaseOf("v1.2.0-rc.1", manifest("1.2.0-rc.1"), changelog), /must be three numbers/);
    assert.throws(() => releaseOf("v1.1.7", manifest("1.1.7"), changelog), /says nothing under "## 1\.1\.7"/);
    assert.throws(() => releaseOf("v1.1.8", manifest("1.1.8"), changelog), /says nothing under "## 1\.1\.8"/);
    assert.throws(() => releaseOf("v1.1", manifest("1.1"), changelog), /must be three numbers/);
  });

  it("of the version in package.json would find its notes", () => {
    const root = join(import.meta.dirname, "../../..");
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const folder = mkdtempSync(join(tmpdir(), "plot-files-release-"));
    try {
      const notes = join(folder, "notes.md");
      const script = join(root, "build/release.ts");
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, `v${version}`, notes], {
        encoding: "utf8",
      });
      assert.equal(status, 0, stderr);
      assert.match(stdout, new RegExp(`^version=${version}\\npre-release=(true|false)\\n$`));
      assert.match(readFileSync(notes, "utf8"), /^\S/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
