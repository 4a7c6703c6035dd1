import { MOST_FAULTS } from "../limits.ts";
import * as z from "zod";

/** What zod calls the place of a fault. */
type Path = PropertyKey[];

/**
 * Checks the items of a list until `MOST_FAULTS` are found. `message` is for a value that is no list; without one zod's
 * own.
 */
export function listOf<Item extends z.ZodType>(item: Item, message?: string) {
  return z.unknown().transform((value, context): z.output<Item>[] => {
    if (!Array.isArray(value)) return refuse(context, value, "array", message);
    const read: z.output<Item>[] = [];
    const faults = new Faults(context, value);
    for (const [index, each] of value.entries()) {
      const result = item.safeParse(each);
      if (result.success) read.push(result.data);
      else if (faults.add(index, result.error)) break;
    }
    return faults.any ? z.NEVER : read;
  });
}

/** Checks the members of an object of any keys until `MOST_FAULTS` are found. */
export function recordOf<Value extends z.ZodType>(
  item: Value,
  { key: keyType, message }: { readonly key?: z.ZodType<string>; readonly message?: string } = {},
) {
  return z.unknown().transform((value, context): Record<string, z.output<Value>> => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return refuse(context, value, "record", message);
    }
    const read: [string, z.output<Value>][] = [];
    const faults = new Faults(context, value);
    for (const [key, each] of Object.entries(value)) {
      const named = keyType?.safeParse(key);
      if (named?.success === false && faults.add(key, named.error)) break;
      const result = item.safeParse(each);
      if (result.success) read.push([key, result.data]);
      else if (faults.add(key, result.error)) break;
    }
    return faults.any ? z.NEVER : Object.fromEntries(read);
  });
}

class Faults {
  readonly #context: z.RefinementCtx;
  readonly #input: unknown;
  #count = 0;

  constructor(context: z.RefinementCtx, input: unknown) {
    this.#context = context;
    this.#input = input;
  }

  get any(): boolean {
    return this.#count > 0;
  }

  /** Takes in what zod found, and says whether these are enough. */
  add(key: PropertyKey, error: z.ZodError): boolean {
    for (const { message, path } of error.issues) {
      const place: Path = [key, ...path];
      this.#context.issues.push({ code: "custom", message, path: place, input: this.#input });
      this.#count += 1;
      if (this.#count >= MOST_FAULTS) return true;
    }
    return false;
  }
}

function refuse(context: z.RefinementCtx, input: unknown, expected: "array" | "record", message?: string): never {
  context.issues.push({ code: "invalid_type", expected, input, ...(message !== undefined && { message }) });
  return z.NEVER;
}
