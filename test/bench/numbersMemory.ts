// Runs in a process of its own: `node numbersMemory.ts <kind>` prints by how many bytes its peak grew, and the column's.
import { readNumbers } from "../../src/figure/text/numbers/numbers.ts";
import { numberKinds, numbersText } from "./numbersText.ts";

const COUNT = 10_000_000;
const TIMES = 10;
const kind = numberKinds.find((name) => name === process.argv[2]);
if (kind === undefined) throw new Error("Which kind?");
const part = numbersText(kind, COUNT / TIMES).slice(1, -1);
const bytes = Buffer.alloc(TIMES * (part.length + 1) + 1, `,${part}`);
bytes[0] = 0x5b;
bytes[bytes.length - 1] = 0x5d;
// What a first reading makes once is not of this one.
readNumbers("[1.5]");
const before = Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage.rss());
const column = readNumbers(bytes, 0, bytes.length, { count: COUNT });
if (column === undefined || Array.isArray(column)) throw new Error("They are refused.");
process.stdout.write(`${process.resourceUsage().maxRSS * 1024 - before} ${(column as Float64Array).byteLength}`);
