import type { ThemeChoice } from "../../src/protocol.ts";
import type { ViewState } from "../drawing/view/viewState.ts";

/** What the page keeps while its tab is hidden, when VS Code throws the page itself away. */
export interface KeptState {
  theme?: ThemeChoice;
  /** Whether the list of problems is unfolded, once the person has chosen. */
  stripOpen?: boolean;
  view?: ViewState;
  /** A figure that is larger than its pane is shown as a whole. */
  fits?: boolean;
  /** The parts of the engine that the last drawing needed. */
  parts?: readonly string[];
  /** The inspector is not wanted while the figure is edited. */
  inspectorClosed?: boolean;
  /** Of the inspector, in CSS pixels. */
  inspectorWidth?: number;
  /** The person asked to draw a very large figure. */
  anyway?: boolean;
  /** The person asked to draw every point. */
  all?: boolean;
}

/** A change of what is kept. An undefined value is kept no longer. */
export type KeptChange = { readonly [key in keyof KeptState]: KeptState[key] | undefined };
