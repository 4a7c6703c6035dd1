import type { Event, Uri } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";

/** The figures that are looked at from their files, with or without a text document. */
export interface ViewedFiles {
  /** Fires when one was opened, read or closed. */
  readonly onDidChange: Event<void>;
  /** The outline of a file that a command could edit, once it was read. */
  outlineOf(uri: Uri): Outline | undefined;
}
