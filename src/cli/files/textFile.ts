import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { foreignFormat } from "../../figure/text/outline/foreign.ts";
import { CommandFailure, fileFailure } from "../program/failure.ts";
import { standardInput } from "./figureFiles.ts";
import { formatNumber } from "../../figure/model/counts.ts";

/** The most bytes of a file. V8 cannot hold a much longer text, and checking one takes several times its size. */
const LARGEST = 400 * 1024 * 1024;

/** Reads a text, with its byte order mark if it has one. Throws a CommandFailure where it cannot be read. */
export async function readText(path: string): Promise<string> {
  const bytes = path === standardInput ? await buffer(process.stdin) : readBytes(path);
  if (bytes.length > LARGEST) throw tooLarge(path, bytes.length);
  return decode(path, bytes);
}

/** Replaces the file by the new text in one step, so that nobody ever reads a part of it. */
export function writeText(path: string, text: string): void {
  let temporary: string | undefined;
  try {
    // Write to the target of a link, so that the link stays.
    const target = realpathSync(path);
    const { mode } = statSync(target);
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const file = openSync(temporary, "wx", mode);
    try {
      writeAll(file, Buffer.from(text, "utf8"));
      fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw fileFailure(path, "written", error);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > LARGEST) throw tooLarge(path, size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw fileFailure(path, "read", error);
  }
}

function tooLarge(path: string, size: number): CommandFailure {
  const megabytes = (bytes: number) => formatNumber(Math.round(bytes / 1024 / 1024));
  return new CommandFailure(
    `${nameOf(path)} is too large: it has ${megabytes(size)} MB, and the limit is ${megabytes(LARGEST)} MB. Move its arrays to a grid.`,
  );
}

/** Decodes UTF-8. Of a file that is no such text, gives what shows what it is instead; that is never written back. */
function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 64 * 1024 * 1024));
    if (foreignFormat(lenient) !== undefined) return lenient;
    const line = lenient.slice(0, Math.max(0, lenient.indexOf("\uFFFD"))).split("\n").length;
    throw new CommandFailure(`${nameOf(path)} is not written in UTF-8: see line ${line}. Save it as UTF-8.`);
  }
}

/** The file's name at the beginning of a sentence. */
export function nameOf(path: string): string {
  return path === standardInput ? "The standard input" : path;
}
