import { type CommandArguments, readArguments } from "./program/arguments.ts";
import { checkCommand } from "./check.ts";
import { codeCommand } from "./code.ts";
import { CommandFailure } from "./program/failure.ts";
import { editsCommand } from "./edits.ts";
import { formatCommand } from "./format.ts";
import { type Output, processOutput } from "./program/output.ts";
import { inlineCommand, migrateCommand } from "./rewrite.ts";
import { version } from "./program/version.ts";

function run(args: CommandArguments, output: Output): number | Promise<number> {
  switch (args.command) {
    case "help":
      output.write(`${args.text}\n`);
      return 0;
    case "version":
      output.write(`${version}\n`);
      return 0;
    case "check":
      return checkCommand(args, output);
    case "migrate":
      return migrateCommand(args, output);
    case "format":
      return formatCommand(args, output);
    case "edits":
      return editsCommand(args, output);
    case "code":
      return codeCommand(args, output);
    default:
      return inlineCommand(args, output);
  }
}

async function main(): Promise<void> {
  const output = processOutput();
  try {
    const { node } = process.versions;
    if (Number.parseInt(node, 10) < 22)
      throw new CommandFailure(`plot-files needs Node 22 or newer; this is Node ${node}.`);
    process.exitCode = await run(readArguments(process.argv.slice(2)), output);
  } catch (error) {
    output.warn(error instanceof CommandFailure ? error.message : `plot-files failed: ${String(error)}`);
    if (!(error instanceof CommandFailure) && error instanceof Error) output.warn(error.stack ?? "");
    process.exitCode = 2;
  }
}

void main();
