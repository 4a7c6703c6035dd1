import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** The processes that this one has started, and those that they have, whose command line holds `mark`. Linux only. */
export function startedProcesses(mark: string): number[] {
  if (process.platform !== "linux") throw new Error("Memory is measured on Linux only.");
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const parent = /\) \S (\d+)/.exec(read(name, "stat"))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === process.pid || isOurs(parents.get(pid)));
  return [...parents.keys()].filter((pid) => isOurs(pid) && read(pid, "cmdline").includes(mark));
}

/** By how much the peak memory of processes grows, in MB, from now on; of those that are not there yet, all. */
export class PeakMemory {
  readonly #processes: () => readonly number[];
  readonly #before: ReadonlyMap<number, number>;

  /** Counts from what was in use when `since` began, where it is given: what an earlier round left is not given back. */
  constructor(processes: () => readonly number[], since?: PeakMemory) {
    this.#processes = processes;
    // This makes the memory in use now the peak.
    for (const pid of processes()) writeFileSync(`/proc/${pid}/clear_refs`, "5");
    this.#before = since ? since.#before : new Map(processes().map((pid) => [pid, megabytes(pid)]));
  }

  grown(): number {
    return this.#processes().reduce((sum, pid) => sum + megabytes(pid) - (this.#before.get(pid) ?? 0), 0);
  }
}

/** Peak of the memory that a process has held. */
const megabytes = (pid: number): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(read(pid, "status"))?.[1] ?? 0) / 1000;

function read(pid: number | string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    // It has ended meanwhile.
    return "";
  }
}
