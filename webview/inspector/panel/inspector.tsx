import "./panel.css";
import "./controls.css";
import "./popups.css";
import { render } from "preact";
import { Manual } from "../../../src/figure/manual/manual.ts";
import type { ManualTable } from "../../../src/figure/manual/manualTable.ts";
import type { InspectorHost } from "../inspectorHost.ts";
import { Panel } from "./panel.tsx";
import { Selection } from "../selection.ts";

declare global {
  interface Window {
    /** The engine's reference, as JSON. Its script comes with this one. */
    PlotManual?: string;
  }
}

let manual: Manual | undefined;
let shown: HTMLElement | undefined;

function show(root: HTMLElement, host: InspectorHost): void {
  manual ??= new Manual(JSON.parse(window.PlotManual ?? "") as ManualTable);
  render(<Panel selection={new Selection(manual, host)} />, root);
}

window.PlotInspector = {
  open(root, host) {
    shown = root;
    show(root, host);
  },
  update(host) {
    if (shown !== undefined) show(shown, host);
  },
  close() {
    if (shown !== undefined) render(null, shown);
    shown = undefined;
  },
};
