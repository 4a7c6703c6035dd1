/**
 * What the tests use of node:assert/strict, for the web worker extension host, which has no Node: the build puts it in
 * its place there. An error carries `actual` and `expected`, from which mocha shows the difference.
 */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly actual: unknown;
  readonly expected: unknown;
  readonly showDiff = true;

  constructor(message: string | undefined, otherwise: string, actual?: unknown, expected?: unknown) {
    super(message ?? otherwise);
    this.actual = actual;
    this.expected = expected;
  }
}

export function fail(message?: string): never {
  throw new AssertionError(message, "Failed");
}

export function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message, "Expected something truthy", value, true);
}

export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!Object.is(actual, expected)) throw new AssertionError(message, "Expected equal values", actual, expected);
}

export function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, "Expected different values", actual, expected);
}

export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!isSame(actual, expected)) throw new AssertionError(message, "Expected the same contents", actual, expected);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) throw new AssertionError(message, `Expected text like ${pattern}`, text, pattern);
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) throw new AssertionError(message, `Expected no text like ${pattern}`, text, pattern);
}

export function throws(run: () => unknown, pattern?: RegExp): void {
  try {
    run();
  } catch (error) {
    return pattern && match(String(error), pattern);
  }
  fail("Expected an exception");
}

export async function rejects(run: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
  try {
    await (typeof run === "function" ? run() : run);
  } catch (error) {
    return pattern && match(String(error), pattern);
  }
  fail("Expected a rejection");
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Map || one instanceof Set) return isSame([...one], [...(other as Iterable<unknown>)]);
  const keys = Object.keys(one) as (keyof typeof one)[];
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
