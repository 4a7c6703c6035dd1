import { Disposable, type TreeView } from "vscode";

/** Calls `look` each time that one of the views comes into sight, and at once if one is. The caller owns the result. */
export function onLook(views: readonly TreeView<unknown>[], look: () => void): Disposable {
  if (views.some(({ visible }) => visible)) look();
  return Disposable.from(
    ...views.map((view) =>
      view.onDidChangeVisibility(({ visible }) => {
        if (visible) look();
      }),
    ),
  );
}
