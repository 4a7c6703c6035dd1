import { format } from "node:util";
import { launchBrowser } from "./browser.ts";
import { type Development, workbenchUrl } from "./development.ts";
import type { Server } from "./server.ts";
import { testMark } from "./suites/testOutput.ts";

/**
 * Opens a window that runs a test bundle in the extension host, prints what the tests print, and returns the exit
 * code: 0 if `run()` resolved. A window or server that dies is an error.
 */
export async function runExtensionTests(
  server: Server,
  development: Development & { readonly tests: string },
  print: (text: string) => void,
): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const exit = Promise.withResolvers<number>();
    // VS Code's own log arrives here too. It tells why tests did not even begin.
    const log: string[] = [];
    let begun = false;
    const read = (_type: string, args: unknown[]) => {
      const text = `${format(...args)}\n`;
      if (text.startsWith(testMark)) {
        begun = true;
        print(text);
      } else {
        log.push(text);
      }
    };
    // A window under test calls these two functions, as it does in VS Code's own test runner.
    await page.exposeFunction("codeAutomationLog", read);
    await page.exposeFunction("codeAutomationExit", (code: number) => exit.resolve(code));
    page.once("crash", () => exit.reject(new Error("The browser's page with the VS Code window crashed.")));
    void server.ended.then(() => exit.reject(new Error("VS Code's server ended while the tests were running.")));
    await page.goto(workbenchUrl(server, development));
    const code = await exit.promise;
    if (!begun) print(`The tests did not begin. The log of VS Code's window:\n${log.join("")}`);
    return code;
  } finally {
    await browser.close();
  }
}
