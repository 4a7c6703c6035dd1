import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Branch, branchOf } from "../../../../src/workbench/workspaceFigures/branch.ts";

const tree = (...paths: string[]) => branchOf(paths.map((path) => ({ path, value: path })));

const shown = ({ branches, leaves }: Branch<string>): unknown[] => [
  ...branches.map((branch) => [branch.name, shown(branch)]),
  ...leaves,
];

describe("The tree of a list of files", () => {
  it("has folders first, both by name, numbers as numbers", () => {
    assert.deepEqual(shown(tree("b.json", "a10.json", "a9.json", "z/1.json", "y/2.json")), [
      ["y", ["y/2.json"]],
      ["z", ["z/1.json"]],
      "a9.json",
      "a10.json",
      "b.json",
    ]);
  });

  it("has one row for folders that hold nothing but one another", () => {
    assert.deepEqual(shown(tree("runs/2026/may/a.json", "runs/2026/may/b.json")), [
      ["runs/2026/may", ["runs/2026/may/a.json", "runs/2026/may/b.json"]],
    ]);
    assert.deepEqual(shown(tree("runs/2026/a.json", "runs/b.json")), [
      ["runs", [["2026", ["runs/2026/a.json"]], "runs/b.json"]],
    ]);
    assert.equal(tree("runs/2026/may/a.json").branches[0]?.path, "runs/2026/may");
  });

  it("holds every file once, below its own folder", () => {
    const name = fc.constantFrom("a", "b", "c", "__proto__", "constructor");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join("/"))),
        (paths) => {
          const files: string[] = [];
          const visit = (branch: Branch<string>) => {
            for (const leaf of branch.leaves) {
              files.push(leaf);
              assert.equal(leaf.slice(0, Math.max(0, leaf.lastIndexOf("/"))), branch.path);
            }
            for (const below of branch.branches) visit(below);
          };
          visit(branchOf(paths.map((path) => ({ path, value: path }))));
          assert.deepEqual(files.toSorted(), paths.toSorted());
        },
      ),
    );
  });
});
