import { parentPort, workerData } from "node:worker_threads";
import type { FileParts, Tell } from "./readFile.ts";
import { readInThread, type ReaderData } from "./readInThread.ts";
import { readFor } from "./worker.ts";

/** Reads a figure's file in a thread, whose program is this same bundle. Rejects as `readInThread` does. */
export function readFigureFile(path: string, tell: Tell, signal: AbortSignal): Promise<FileParts> {
  return readInThread(__filename, path, tell, signal);
}

const data = workerData as Partial<ReaderData> | null;
if (parentPort !== null && data?.fileToRead !== undefined) readFor(parentPort, data.fileToRead);
