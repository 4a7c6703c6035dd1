import { type FileHandle, open, stat } from "node:fs/promises";
import type { ByteSource } from "../figure/data/stream/condense.ts";

/** A file on disk that is read a part at a time. */
export interface OpenFile extends ByteSource {
  /** Whether the file is still the one that was opened, and nobody has written to it. */
  isSame(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a file. Rejects as Node does. */
export async function openFile(path: string): Promise<OpenFile> {
  const handle: FileHandle = await open(path);
  const { size, ino, mtimeMs } = await handle.stat();
  return {
    size,
    async read(at, into) {
      let filled = 0;
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, at + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    async isSame() {
      const now = await stat(path).catch(() => undefined);
      return now?.size === size && now.ino === ino && now.mtimeMs === mtimeMs;
    },
    close: () => handle.close(),
  };
}
