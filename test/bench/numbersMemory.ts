// Runs in a process of its own: `node numbersMemory.ts <file> <count>` prints by how many bytes its peak grew, and the
// column's.
import { readFileSync } from "node:fs";
import { readNumbers } from "../../src/figure/text/numbers/numbers.ts";

const [file, count] = process.argv.slice(2);
if (file === undefined) throw new Error("Which file?");
const bytes = readFileSync(file);
// What a first reading makes once is not of this one.
readNumbers("[1.5]");
const peak = () => process.resourceUsage().maxRSS * 1024;
// Reading the file has its own peak; what is free of it may be used again, as in every host.
const before = Math.max(peak(), process.memoryUsage.rss());
const column = readNumbers(bytes, 0, bytes.length, { count: Number(count) });
if (!(column instanceof Float64Array)) throw new Error("They are refused.");
process.stdout.write(`${peak() - before} ${column.byteLength}`);
