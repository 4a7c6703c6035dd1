import { deepEqual, equal, ok } from "node:assert/strict";
import { controlOf, controls } from "../../../../src/figure/inspect/control.ts";
import { essentialsOf, partsWithEssentials } from "../../../../src/figure/inspect/essentials.ts";
import { allFields, fieldsOf } from "../../../../src/figure/inspect/fields.ts";
import { fieldAt } from "../../../../src/figure/inspect/fieldAt.ts";
import { findFields } from "../../../../src/figure/inspect/findFields.ts";
import { isPartOfItsOwn } from "../../../../src/figure/inspect/part.ts";
import type { Manual, ManualContainer } from "../../../../src/figure/manual/manual.ts";
import {
  type AttributeContainer,
  type AttributeNode,
  configAttributes,
  frameAttributes,
  layoutAttributes,
  traceAttributes,
} from "../../../../src/figure/schema/attributes.ts";
import { traceTypes } from "../../../../src/figure/schema/traceTypes.ts";
import { engineManual } from "./engineManual.ts";

/** Every attribute that the checks know, by path; in lists that of the first element. */
function* known(container: AttributeContainer, path: string): Generator<string, void> {
  for (const name of container.names) yield* within(container.member(name), `${path}${name}`);
}

function* within(node: AttributeNode | undefined, path: string): Generator<string, void> {
  if (node?.kind === "container") yield* known(node, `${path}.`);
  else if (node?.kind === "list") yield* known(node.element, `${path}.0.`);
  else if (node !== undefined) yield path;
}

describe("the fields of the inspector", function () {
  this.timeout(60_000);
  let manual: Manual;

  before(() => {
    manual = engineManual();
  });

  const paths = (container: ManualContainer, isLayout = false): string[] =>
    [...allFields(fieldsOf(container, [], isLayout))].map(({ path }) => path.join("."));

  it("are all attributes of every trace type, each once", () => {
    equal(traceTypes.length, 47);
    for (const type of traceTypes) {
      const attributes = traceAttributes(type);
      const container = manual.trace(type);
      ok(attributes && container, type);
      const found = paths(container);
      equal(new Set(found).size, found.length, type);
      deepEqual(found.toSorted(), [...known(attributes, "")].toSorted(), type);
    }
  });

  it("are all attributes of the layout, with those of the parts that are chosen for themselves, each once", () => {
    const { layout } = manual;
    const parts = layout.names.filter((name) => isPartOfItsOwn(layout, name));
    const ofParts = parts.flatMap((name) => {
      const node = layout.member(name);
      if (node?.kind === "container") return paths(node).map((path) => `${name}.${path}`);
      return node?.kind === "list" ? paths(node.element).map((path) => `${name}.0.${path}`) : [name];
    });
    const found = [...paths(layout, true), ...ofParts];
    equal(new Set(found).size, found.length);
    deepEqual(found.toSorted(), [...known(layoutAttributes(), "")].toSorted());
  });

  it("are all attributes of frames and of the configuration", () => {
    deepEqual(paths(manual.frame).toSorted(), [...known(frameAttributes(), "")].toSorted());
    deepEqual(paths(manual.config).toSorted(), [...known(configAttributes(), "")].toSorted());
  });

  it("have a control each, and no control is without an attribute", () => {
    const used = new Set(
      [...traceTypes.map((type) => manual.trace(type)), manual.layout, manual.frame, manual.config]
        .flatMap((container) => (container === undefined ? [] : [...allFields(fieldsOf(container))]))
        .map(({ name, rule }) => controlOf(name, rule)),
    );
    deepEqual([...used].toSorted(), controls.toSorted());
  });

  it("have descriptions, but for a few", () => {
    for (const type of traceTypes) {
      const fields = [...allFields(fieldsOf(manual.trace(type) ?? manual.layout))];
      const without = fields.filter(({ rule }) => rule.description === undefined);
      ok(without.length < fields.length / 5, `${type}: ${without.length} of ${fields.length}`);
    }
  });

  it("have essentials of every type, none of which is without its attribute", () => {
    for (const type of traceTypes) {
      const essentials = essentialsOf("trace", manual.trace(type) ?? manual.layout, () => true);
      ok(essentials.length >= 3, type);
      equal(new Set(essentials.map((each) => JSON.stringify(each))).size, essentials.length, type);
    }
    for (const kind of partsWithEssentials) {
      const node =
        kind === "layout"
          ? manual.layout
          : kind === "frames"
            ? manual.frame
            : kind === "config"
              ? manual.config
              : manual.layout.member(kind);
      const container = node?.kind === "list" ? node.element : node;
      ok(container?.kind === "container", kind);
      ok(essentialsOf(kind, container, () => true).length > 0, kind);
    }
  });

  it("are found by name first, and by words of their description", () => {
    const group = fieldsOf(manual.layout, [], true);
    equal(findFields(group, "bargap")[0]?.name, "bargap");
    ok(findFields(group, "gap between bars").some(({ name }) => name === "bargap"));
    const bar = fieldsOf(manual.trace("bar") ?? manual.layout);
    deepEqual(findFields(bar, "marker line color")[0]?.path, ["marker", "line", "color"]);
    deepEqual(findFields(bar, ""), []);
    deepEqual(findFields(bar, "nowhere in plotly"), []);
  });

  it("know attributes of numbered parts", () => {
    ok(manual.layout.member("xaxis12"));
    equal(manual.layout.member("title2"), undefined);
    equal(fieldAt(manual.layout, ["yaxis3", "tickformat"])?.rule.valType, "string");
  });
});
