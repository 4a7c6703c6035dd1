import { Preview } from "../pages/preview.ts";
import * as host from "./vscode/window.ts";

/** A VS Code window with drawings of figures in it. */
export class Window extends host.Window {
  /** The drawing in a visible webview; counted from the left. */
  preview(index = 0): Preview {
    return new Preview(this.webview(index));
  }
}
