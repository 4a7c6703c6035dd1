// Runs in a process of its own: `node scanMemory.ts <file> <bytes | string>` prints by how many bytes its peak grew.
import { readFileSync } from "node:fs";
import { scanFigure, scanFigureBytes } from "../../src/figure/text/scan/scan.ts";

const [file, what] = process.argv.slice(2);
if (file === undefined) throw new Error("Which file?");
const bytes = readFileSync(file);
const text = what === "string" ? bytes.toString() : undefined;
const peak = () => process.resourceUsage().maxRSS * 1024;
// Reading has its own peak; what is free of it may be used again, as in every host.
const before = Math.max(peak(), process.memoryUsage.rss());
const result = text === undefined ? scanFigureBytes(bytes) : scanFigure(text);
process.stdout.write(`${peak() - before} ${result.arrays.length}`);
