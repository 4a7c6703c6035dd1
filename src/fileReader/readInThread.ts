import { Worker } from "node:worker_threads";
import { outOfMemory } from "../figure/data/stream/outOfMemory.ts";
import { type FileParts, readParts, type Tell } from "./readFile.ts";
import type { ReaderMessage } from "./worker.ts";

/** What the thread is started with. */
export interface ReaderData {
  readonly fileToRead: string;
}

/** The thread ended without an answer. */
class Died extends Error {}

/**
 * Reads a figure's file in a thread of its own, which `script` is the program of, so that this one goes on. Where the
 * thread dies, the file is read here, with pauses. Rejects with a sentence; with the signal's reason once that is given.
 */
export async function readInThread(script: string, path: string, tell: Tell, signal: AbortSignal): Promise<FileParts> {
  try {
    return await inThread(script, path, tell, signal);
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    const parts = await readParts(path, tell, () => !signal.aborted);
    signal.throwIfAborted();
    return parts!;
  }
}

async function inThread(script: string, path: string, tell: Tell, signal: AbortSignal): Promise<FileParts> {
  signal.throwIfAborted();
  const data: ReaderData = { fileToRead: path };
  const worker = new Worker(script, { workerData: data, stdout: true, stderr: true });
  const { promise, resolve, reject } = Promise.withResolvers<FileParts>();
  let last = { read: 0, size: 0 };
  worker.on("message", (message: ReaderMessage) => {
    if (message.type === "progress") {
      last = message;
      tell(message.read, message.size);
    } else if (message.type === "parts") resolve(message.parts);
    else reject(new Error(message.message));
  });
  worker.on("error", (error: Error & { readonly code?: string }) => {
    const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    reject(isFull ? new Error(outOfMemory(last.read, last.size)) : new Died(error.message, { cause: error }));
  });
  worker.on("exit", () => reject(new Died("The thread that read the file has ended.")));
  const stop = (): void => reject(signal.reason as Error);
  signal.addEventListener("abort", stop);
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", stop);
    // It takes a while, and nobody waits for it.
    void worker.terminate();
  }
}
