/** Gives each name once: `wanted`, `wanted (2)`. The time for a name does not depend on how many want the same. */
export class FreeNames {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  take(wanted: string): string {
    let name = wanted;
    let count = this.#next.get(wanted) ?? 2;
    while (this.#taken.has(name)) name = `${wanted} (${count++})`;
    this.#next.set(wanted, count);
    this.#taken.add(name);
    return name;
  }
}
