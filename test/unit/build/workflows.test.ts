import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { suites } from "../../host/suites.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = globSync(".github/workflows/*.yml", { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .toSorted()
  .map((path) => ({ path, text: read(path), workflow: load(read(path)) as Workflow }));
const jobs = workflows.flatMap(({ path, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${name} of ${path}`, job })),
);
const steps = jobs.flatMap(({ name, job }) => (job.steps ?? []).map((step) => ({ name, step })));
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const release = workflows.find(({ path }) => path.endsWith("/release.yml"))!;

describe("The workflows of GitHub", () => {
  it("are those that test and those that release", () => {
    assert.deepEqual(
      workflows.map(({ path }) => path),
      [".github/workflows/ci.yml", ".github/workflows/release.yml", ".github/workflows/test.yml"],
    );
  });

  it("pin each action by the digest of a commit, and say its version", () => {
    for (const { path, text, workflow } of workflows) {
      const lines = text.match(/\buses: .*$/gm) ?? [];
      const used = Object.values(workflow.jobs).flatMap((job) =>
        [job, ...(job.steps ?? [])].filter(({ uses }) => uses),
      );
      assert.equal(lines.length, used.length, path);
      for (const line of lines)
        assert.match(line, /^uses: (\.\/\.github\/workflows\/\S+|[\w-]+\/[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/, path);
    }
  });

  it("have one version of each action", () => {
    const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: ([\w/-]+)@(.+)$/gm)]);
    const byAction = Map.groupBy(pins, ([, action]) => action);
    assert.ok(byAction.size > 3);
    for (const [action, uses] of byAction) assert.equal(new Set(uses.map(([, , pin]) => pin)).size, 1, action);
  });

  it("give a job no more rights than it names", () => {
    for (const { path, workflow } of workflows) assert.deepEqual(workflow.permissions, {}, path);
    const writing = jobs.flatMap(({ name, job }) => {
      assert.ok(job.permissions, name);
      const rights = Object.entries(job.permissions);
      for (const [right, level] of rights) assert.ok(level === "read" || level === "write", `${right} of ${name}`);
      return rights.filter(([, level]) => level === "write").map(([right]) => `${right} in ${name}`);
    });
    assert.deepEqual(
      writing,
      [
        "id-token in attest",
        "attestations in attest",
        "id-token in marketplace",
        "id-token in open-vsx",
        "contents in github",
      ].map((each) => `${each} of .github/workflows/release.yml`),
    );
  });

  it("end jobs that hang, and leave no credentials in a checkout", () => {
    for (const { name, job } of jobs) assert.ok(job.uses !== undefined || (job["timeout-minutes"] ?? 0) > 0, name);
    for (const { name, step } of steps.filter((each) => each.step.uses?.startsWith("actions/checkout@")))
      assert.equal(step.with?.["persist-credentials"], false, name);
  });

  it("run npm scripts, suites and files that there are", () => {
    const runs = steps.flatMap(({ step }) => step.run ?? []).join("\n");
    const scripts = [...runs.matchAll(/\bnpm (?:run (\S+)|(test|start)\b)/g)].map(([, run, own]) => run ?? own ?? "");
    assert.ok(scripts.length > 4);
    for (const script of scripts) assert.ok(Object.hasOwn(manifest.scripts, script), script);
    const named = [...runs.matchAll(/--only (\S+)/g)].map(([, suite]) => suite);
    assert.ok(named.length > 2);
    for (const suite of named) assert.ok(Object.hasOwn(suites, suite ?? ""), suite);
    const files = [...runs.matchAll(/\bnode (\S+)/g)].map(([, file]) => file ?? "");
    assert.deepEqual(files, ["build/release.ts"]);
    for (const file of files) read(file);
  });

  it("put nothing of an event into a script, where it would be run", () => {
    for (const { name, step } of steps) assert.doesNotMatch(step.run ?? "", /\$\{\{/, name);
  });
});

describe("The release", () => {
  it("is built, tested on three systems, signed for, published and then announced, in this order", () => {
    const needs = Object.entries(release.workflow.jobs).map(([name, job]) => [name, [job.needs ?? []].flat()]);
    assert.deepEqual(Object.fromEntries(needs), {
      build: [],
      test: ["build"],
      attest: ["test"],
      marketplace: ["attest"],
      "open-vsx": ["attest"],
      github: ["build", "marketplace", "open-vsx"],
    });
    assert.equal(release.workflow.jobs["test"]?.uses, "./.github/workflows/test.yml");
  });

  it("needs no stored secret", () => {
    for (const { path, text } of workflows) assert.doesNotMatch(text, /\bsecrets\b/, path);
  });

  it("is published with tools that are locked, the packer among them in the version that packs", () => {
    const { dependencies } = JSON.parse(read(".github/publishing/package.json")) as typeof manifest & {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    assert.equal(dependencies["@vscode/vsce"], manifest.devDependencies["@vscode/vsce"]);
    const lock = JSON.parse(read(".github/publishing/package-lock.json")) as {
      packages: Record<string, { version?: string; integrity?: string }>;
    };
    for (const [name, version] of Object.entries(dependencies))
      assert.equal(lock.packages[`node_modules/${name}`]?.version, version);
    for (const [place, { integrity = "" }] of Object.entries(lock.packages))
      assert.ok(place === "" || integrity.startsWith("sha512-"), place);
  });
});
