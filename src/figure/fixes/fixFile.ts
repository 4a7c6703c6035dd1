import { checkInSteps } from "../checks/check.ts";
import type { RuleSettings } from "../checks/ruleSettings.ts";
import { readFigureTextInSteps } from "../text/structure/figureText.ts";
import { type CheckText, type FixedText, fixAllInSteps } from "./fixAll.ts";
import { withSafeFixes } from "./fixesOf.ts";
import { keptDefaults } from "./keptDefaults.ts";
import type { MigrateTextOptions } from "./migrateText.ts";

/** Applies everything that mends a figure file safely, in steps of a few milliseconds. Its drawing stays the same. */
export function fixFileInSteps(
  text: string,
  rules: RuleSettings,
  options: MigrateTextOptions = {},
): Generator<unknown, FixedText> {
  const check: CheckText = function* check(current) {
    const file = yield* readFigureTextInSteps(current);
    return yield* withSafeFixes(file, (yield* checkInSteps(file, { bound: false, rules })).problems);
  };
  return fixAllInSteps(text, check, (before, after) => keptDefaults(before, after, options));
}
