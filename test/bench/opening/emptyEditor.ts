import { installExtension } from "./installExtension.ts";

/** The ending of the files that the empty editor opens. */
export const emptyEnding = ".bench-empty";

const viewType = "bench.empty";

const code = `
const { window } = require("vscode");
exports.activate = () => window.registerCustomEditorProvider("${viewType}", {
  openCustomDocument: (uri) => ({ uri, dispose() {} }),
  resolveCustomEditor: (document, panel) => {
    panel.webview.html = "<!doctype html><body><p class='bench-word'>" + document.uri.path.split("/").at(-1) + "</p>";
  },
});
`;

/** Installs a custom editor over bytes that shows the file's name and does nothing else: VS Code's own floor. */
export function installEmptyEditor(extensionsFolder: string): void {
  installExtension(extensionsFolder, "empty-editor", code, {
    contributes: {
      customEditors: [
        { viewType, displayName: "Empty", selector: [{ filenamePattern: `*${emptyEnding}` }], priority: "default" },
      ],
    },
  });
}
