import { checkInSteps } from "../check.ts";
import type { RuleSettings } from "../ruleSettings.ts";
import { scanInSlices } from "../scan.ts";
import { readStructureInSteps } from "../structure.ts";
import { type FixedText, fixAllInSteps } from "./fixAll.ts";
import { withSafeFixes } from "./fixesOf.ts";

/** All of a figure file that can be mended safely, in steps of a few milliseconds. */
export function fixFileInSteps(text: string, rules: RuleSettings): Generator<unknown, FixedText> {
  return fixAllInSteps(text, function* check(current) {
    const outline = yield* scanInSlices(current);
    const file = { text: current, outline, structure: yield* readStructureInSteps(current, outline) };
    return yield* withSafeFixes(file, (yield* checkInSteps(file, { bound: false, rules })).problems);
  });
}
