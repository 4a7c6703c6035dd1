/** A folder with the files below it. */
export interface Branch<T> {
  /** The folder's name. Folders that hold only one other folder are joined: "results/2026". */
  readonly name: string;
  /** The path from the root, with slashes; empty for the root itself. */
  readonly path: string;
  readonly branches: readonly Branch<T>[];
  readonly leaves: readonly T[];
}

interface Growing<T> {
  readonly name: string;
  readonly path: string;
  readonly below: Map<string, Growing<T>>;
  readonly leaves: { readonly name: string; readonly value: T }[];
}

const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * Makes the tree of folders of these files, as the explorer shows it: folders first, by their names with numbers as numbers.
 * A folder that holds only another one is one row with it.
 */
export function branchOf<T>(files: readonly { readonly path: string; readonly value: T }[]): Branch<T> {
  const root: Growing<T> = { name: "", path: "", below: new Map(), leaves: [] };
  for (const { path, value } of files) {
    const names = path.split("/");
    const name = names.pop() ?? "";
    let at = root;
    for (const folder of names) {
      const next: Growing<T> = at.below.get(folder) ?? {
        name: folder,
        path: at.path === "" ? folder : `${at.path}/${folder}`,
        below: new Map(),
        leaves: [],
      };
      at.below.set(folder, next);
      at = next;
    }
    at.leaves.push({ name, value });
  }
  return finished(root);
}

function finished<T>({ name, path, below, leaves }: Growing<T>): Branch<T> {
  return {
    name,
    path,
    branches: [...below.values()].map((each) => joined(finished(each))).toSorted((a, b) => compare(a.name, b.name)),
    leaves: leaves.toSorted((a, b) => compare(a.name, b.name)).map(({ value }) => value),
  };
}

function joined<T>(branch: Branch<T>): Branch<T> {
  const [only, ...others] = branch.branches;
  if (only === undefined || others.length > 0 || branch.leaves.length > 0) return branch;
  return { ...only, name: `${branch.name}/${only.name}` };
}
