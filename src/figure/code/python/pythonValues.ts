import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import type { DecodedArray } from "../../data/arrays/typedArray.ts";
import { withoutNumber } from "../../schema/attributeNames.ts";
import type { AttributeContainer, AttributeNode } from "../../schema/attributes.ts";
import { fillsLines, group, led, type Piece } from "../print/piece.ts";
import { quoted } from "../print/words.ts";
import { isScalar, shortest32, unpackedInSteps, wordsInSteps } from "../print/packed.ts";
import { type ScaleName, scales } from "./scales.ts";
import { isPythonName, pythonNumber, pythonScalar } from "./pythonWords.ts";

type Pieces<T = Piece> = Generator<undefined, T>;

/** Makes Python of a figure's values. */
export class PythonValues {
  readonly #unsets: boolean;
  #usesNumpy = false;

  /** `unsets` for changes of a figure, in which `null` takes a value away; otherwise it says nothing. */
  constructor(unsets = false) {
    this.#unsets = unsets;
  }

  /** Whether NumPy has to be imported for what was made so far. */
  get usesNumpy(): boolean {
    return this.#usesNumpy;
  }

  /** A value that Plotly's schema says nothing of: `{"visible": [True, False]}`. */
  *free(value: Json): Pieces {
    if (isScalar(value)) return pythonScalar(value);
    if (Array.isArray(value)) return yield* this.#list(value as readonly Json[], undefined);
    const packed = yield* this.#packed(value);
    if (packed !== undefined) return packed;
    const items: Piece[] = [];
    for (const [key, member] of Object.entries(value)) items.push(led(`${quoted(key)}: `, yield* this.free(member)));
    return group("{", items, "}");
  }

  /** The value of an attribute: `dict(color="red")`. */
  *of(value: Json, node: AttributeNode | undefined): Pieces {
    if (node?.kind === "container" && isContainer(value)) return yield* this.dict("dict(", value, node);
    if (node?.kind === "list" && Array.isArray(value)) return yield* this.#list(value as readonly Json[], node.element);
    if (
      typeof value === "string" &&
      node?.kind === "attribute" &&
      node.rule.valType === "colorscale" &&
      Object.hasOwn(scales, value)
    )
      return yield* this.#list(scales[value as ScaleName], undefined);
    return yield* this.free(value);
  }

  /** Members as arguments of a call, whose beginning is `open`: `go.Scatter(x=…, marker_size=8)`. */
  *dict(open: string, value: JsonObject, container: AttributeContainer): Pieces {
    return group(open, yield* this.args(value, container), ")");
  }

  /** What is no value (`null`) is left out, as plotly.py itself does it, where it takes nothing away. */
  *args(value: JsonObject, container: AttributeContainer): Pieces<Piece[]> {
    const items: Piece[] = [];
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined || (member === null && !this.#unsets)) continue;
      const leaf = soleLeaf(key, member, container.member(key), this.#unsets);
      items.push(led(`${leaf.name}=`, yield* this.of(leaf.value, leaf.node)));
    }
    return items;
  }

  *#list(list: readonly Json[], element: AttributeContainer | undefined): Pieces {
    if (list.every(isScalar)) {
      const words = yield* wordsInSteps(list, pythonScalar);
      return group("[", words, "]", { fills: fillsLines(words) });
    }
    const items: Piece[] = [];
    for (const item of list) {
      items.push(element !== undefined ? yield* this.of(item, element) : yield* this.free(item));
      yield;
    }
    return group("[", items, "]");
  }

  *#packed(value: Json): Pieces<Piece | undefined> {
    const unpacked = yield* unpackedInSteps(value);
    if (unpacked === undefined) return undefined;
    this.#usesNumpy = true;
    const { kind, rows } = unpacked;
    const numbers = yield* packedRows(rows, (number) => numpyNumber(kind === "float32" ? shortest32(number) : number));
    return group("np.array(", [numbers, `dtype="${kind}"`], ")");
  }
}

function* packedRows(rows: DecodedArray, wordOf: (value: number) => string): Pieces {
  if (ArrayBuffer.isView(rows)) return group("[", yield* wordsInSteps(rows, wordOf), "]", { fills: true });
  const items: Piece[] = [];
  for (const row of rows) items.push(yield* packedRows(row, wordOf));
  return group("[", items, "]");
}

function numpyNumber(value: number): string {
  return Number.isFinite(value) || Object.is(value, -0)
    ? pythonNumber(value)
    : Number.isNaN(value)
      ? "np.nan"
      : value > 0
        ? "np.inf"
        : "-np.inf";
}

interface Leaf {
  readonly name: string;
  readonly value: Json;
  readonly node: AttributeNode | undefined;
}

/**
 * `marker_size` for a `marker` that has a `size` alone. Not for `xaxis2` and its like: plotly.py takes the underscore
 * of a numbered part only once there is that part.
 */
function soleLeaf(name: string, value: Json, node: AttributeNode | undefined, unsets: boolean): Leaf {
  const own = { name, value, node };
  if (node?.kind !== "container" || !isContainer(value) || withoutNumber(name) !== name) return own;
  const [only, ...more] = Object.entries(value);
  if (only === undefined || more.length > 0 || (only[1] === null && !unsets) || !isPythonName(only[0])) return own;
  const [key, member] = only;
  if (withoutNumber(key) !== key) return own;
  return soleLeaf(`${name}_${key}`, member, node.member(key), unsets);
}
