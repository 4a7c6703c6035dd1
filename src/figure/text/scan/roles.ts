import type { Container } from "../reading/visitor.ts";
import type { Attribute } from "./attribute.ts";

/** The meaning of an object or array for the figure. */
export type Role =
  | "root"
  | "data"
  | "frames"
  | "frame"
  | "frame data"
  | "trace"
  /** A container of attributes in a trace or layout. */
  | "attributes"
  /** An object where data may stand: plotly.py writes typed arrays so. */
  | "typed array"
  /** Nothing but the key's own value is of interest; its inside is not told. */
  | "value";

/** A container that is open. */
export interface Level {
  role: Role;
  kind: Container;
  /** Its attribute below its trace or layout. */
  attribute: Attribute;
  /** Its number among all containers of the text with a role. */
  object: number;
  /** Whether a key of it is written more than once. */
  twice: boolean;
  /** The current key; unused in arrays. */
  key: string;
  keyStart: number;
  keyEnd: number;
  /** In arrays, the place of the container that is open now. */
  index: number;
  /** The number of arrays and references that were found before it. */
  firstArray: number;
  firstReference: number;
}

export function newLevel(attribute: Attribute): Level {
  return {
    role: "value",
    kind: "object",
    attribute,
    object: 0,
    twice: false,
    key: "",
    keyStart: 0,
    keyEnd: 0,
    index: 0,
    firstArray: 0,
    firstReference: 0,
  };
}

/** Whether its members are attributes. */
export function holdsAttributes(level: Level): boolean {
  return level.role === "trace" || level.role === "attributes";
}
