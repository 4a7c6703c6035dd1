/** Names of which each is given once: `wanted`, `wanted (2)`. However many want the same, each takes the same time. */
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
