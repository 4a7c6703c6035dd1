const undo: (() => void)[] = [];

/**
 * Puts a function of ours in the place of one of VS Code's, such as a question to the person, until `restore`. What the
 * tests import gets it in both hosts; the extension itself shares the tests' API in the Node host alone.
 */
export function replace<T extends object>(owner: T, name: keyof T, value: unknown): void {
  const before = owner[name];
  undo.push(() => {
    owner[name] = before;
  });
  owner[name] = value as typeof before;
}

/** Takes everything back, the latest first. */
export function restore(): void {
  for (const each of undo.splice(0).toReversed()) each();
}
