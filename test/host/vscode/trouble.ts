/**
 * An error that a person can put right. Its message is a whole sentence that says what to do. It is shown alone, without a
 * stack.
 */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

/** Runs a script's main function. A `Trouble` ends the script with its sentence and exit status 1. */
export async function main(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    process.exitCode = 1;
  }
}
