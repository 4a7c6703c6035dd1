import { brokenReference } from "./brokenReference.ts";
import { misplacedReference } from "./misplacedReference.ts";
import { notAFigure } from "./notAFigure.ts";
import { rawArray } from "./rawArray.ts";
import type { Rule } from "./rule.ts";
import { syntaxRules } from "./syntax.ts";
import { unknownTraceType } from "./unknownTraceType.ts";

/** All that figure files are checked for, in the order in which it is listed. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  notAFigure,
  unknownTraceType,
  rawArray,
  brokenReference,
  misplacedReference,
];
