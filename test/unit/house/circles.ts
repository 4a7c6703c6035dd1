/** What leads where: `graph.get("a")` holds everything that `a` leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The shortest way from each node back to itself, each circle once: `["a", "b", "a"]`. */
export function circlesIn(graph: Graph): string[][] {
  const found = new Map<string, string[]>();
  for (const start of graph.keys()) {
    const way = wayBack(graph, start);
    if (way === undefined) continue;
    const key = way.toSorted().join();
    if (![...found.values()].some((other) => other.includes(start))) found.set(key, way);
  }
  return [...found.values()];
}

function wayBack(graph: Graph, start: string): string[] | undefined {
  const seen = new Set<string>();
  let ways = [[start]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const to of graph.get(way.at(-1) ?? "") ?? []) {
        if (to === start) return [...way, to];
        if (seen.has(to)) continue;
        seen.add(to);
        next.push([...way, to]);
      }
    }
    ways = next;
  }
  return undefined;
}
