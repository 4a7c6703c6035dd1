import { brokenReference } from "./brokenReference.ts";
import { duplicateKey } from "./duplicateKey.ts";
import { firstId } from "./firstId.ts";
import { leftover } from "./leftover.ts";
import { formula } from "./formula.ts";
import { misplacedReference } from "./misplacedReference.ts";
import { missingSubplot } from "./missingSubplot.ts";
import { notAFigure } from "./notAFigure.ts";
import { offlineResource } from "./offlineResource.ts";
import { olderSpelling } from "./olderSpelling.ts";
import { rawArray } from "./rawArray.ts";
import { referenceAndValues } from "./referenceAndValues.ts";
import { removedAttribute } from "./removedAttribute.ts";
import type { Rule } from "../rule/rule.ts";
import { slowFigure } from "./slowFigure.ts";
import { syntaxRules } from "./syntax.ts";
import { typedArray } from "./typedArray.ts";
import { unequalLengths } from "./unequalLengths.ts";
import { unknownAttribute } from "./unknownAttribute.ts";
import { unknownTraceType } from "./unknownTraceType.ts";
import { wrappedFigure } from "./wrappedFigure.ts";
import { wrongValue } from "./wrongValue.ts";

/** All rules, in the order in which they are listed to people. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  duplicateKey,
  notAFigure,
  wrappedFigure,
  unknownTraceType,
  unknownAttribute,
  removedAttribute,
  olderSpelling,
  wrongValue,
  typedArray,
  unequalLengths,
  missingSubplot,
  firstId,
  leftover,
  rawArray,
  brokenReference,
  misplacedReference,
  referenceAndValues,
  offlineResource,
  formula,
  slowFigure,
];
