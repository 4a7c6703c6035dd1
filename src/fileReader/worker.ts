import type { MessagePort } from "node:worker_threads";
import { messageOf } from "../figure/model/messageOf.ts";
import { type FileParts, readParts } from "./readFile.ts";

/** What it says: how far it is, and at last the parts, or why there are none. */
export type ReaderMessage =
  | { readonly type: "progress"; readonly read: number; readonly size: number }
  | { readonly type: "parts"; readonly parts: FileParts }
  | { readonly type: "failed"; readonly message: string };

/** Milliseconds between two reports of progress. */
const OFTEN = 100;

/** Reads the file, in a thread of its own, and says so to the thread that started it. */
export function readFor(port: MessagePort, path: string): void {
  let told = 0;
  const post = (message: ReaderMessage, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, [...transfer]);
  const tell = (read: number, size: number): void => {
    const now = performance.now();
    if (now - told < OFTEN) return;
    told = now;
    post({ type: "progress", read, size });
  };
  readParts(path, tell, () => true).then(
    (parts) => {
      if (parts === undefined) return;
      const buffers = [parts.skeleton.bytes, ...parts.columns.map(({ values }) => values)].map(({ buffer }) => buffer);
      post({ type: "parts", parts }, buffers as ArrayBuffer[]);
    },
    (error: unknown) => post({ type: "failed", message: messageOf(error) }),
  );
}
