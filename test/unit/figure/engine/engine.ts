import type { Figure } from "../../../../src/figure/model/figure.ts";
import { type Engine, type EngineComplaint, loadEngine } from "../../../../build/schema/engine.ts";

let engine: Engine | undefined;

/** What the engine that ships complains of in a figure; it is loaded once, without a browser. */
export function validate(figure: Figure): EngineComplaint[] {
  engine ??= loadEngine();
  const { data, layout = {} } = structuredClone(figure);
  // The engine's arrays are of its own realm, which deep equality tells from ours.
  return Array.from(engine.validate(data, layout) ?? []);
}
