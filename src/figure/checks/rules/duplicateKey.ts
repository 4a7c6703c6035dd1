import { removal } from "../../text/structure/removal.ts";
import { allNodes, type FigureNode } from "../../text/structure/structure.ts";
import type { Rule } from "../rule/rule.ts";

const STEP = 1000;

/** Finds keys that occur more than once in an object: only the last value is read. */
export const duplicateKey: Rule = {
  code: "duplicate-key",
  severity: "warning",
  title: "A key that occurs more than once in an object.",
  *check({ structure }) {
    let looked = 0;
    for (const node of allNodes(structure)) {
      if (++looked % STEP === 0) yield;
      if (node.kind !== "object" || node.children.length < 2) continue;
      const last = new Map<string, FigureNode>();
      // What is still being written is no key yet.
      const members = node.children.filter(({ kind }) => kind !== "missing");
      for (const child of members) if (child.key !== undefined) last.set(child.key.name, child);
      if (last.size === members.length) continue;
      for (const child of members) {
        const counted = last.get(child.key?.name ?? "");
        if (child.key === undefined || counted?.key === undefined || counted === child) continue;
        const name = child.key.name;
        yield {
          code: "duplicate-key",
          severity: "warning",
          span: child.key.span,
          message: `\`${name}\` occurs again further down in this object, and only the last value is read. Remove one of them.`,
          related: [{ span: counted.key.span, message: "This is the one that is read." }],
          fixes: [
            { title: `Remove this \`${name}\`, which is not read`, edits: [removal(child)], preferred: true },
            { title: `Remove the last \`${name}\` instead`, edits: [removal(counted)], preferred: false },
          ],
        };
      }
    }
  },
};
