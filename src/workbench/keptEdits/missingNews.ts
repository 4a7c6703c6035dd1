import { formatCount } from "../../figure/model/counts.ts";
import { areOfAnother, type AppliedEdits } from "../../figure/edits/kept/apply.ts";
import type { ToWebview } from "../../protocol.ts";

type News = Extract<ToWebview, { type: "handEdits" }>;

/** What the line over the drawing says of edits that the figure has lost. */
export function missingNews(missing: AppliedEdits | undefined): News {
  if (missing === undefined) return { type: "handEdits" };
  const { applied, lost, changed } = missing;
  const show = { id: "showHandEdits", label: "Show" };
  const forget = { id: "forgetHandEdits", label: "Forget" };
  if (areOfAnother(missing)) {
    const message =
      "The hand edits that are kept for this file seem to be of another figure: none of their parts is here.";
    return { type: "handEdits", message, actions: [show, forget] };
  }
  const count = applied.length + lost.length + changed.length;
  const were = count === 1 ? "was" : "were";
  const blocked = lost.length + changed.length;
  const cannot =
    blocked === 0 ? "" : applied.length === 0 ? " None can be made again." : ` ${blocked} cannot be made again.`;
  return {
    type: "handEdits",
    message: `${formatCount(count, "hand edit")} ${were} made to the version before.${cannot}`,
    actions: [...(applied.length > 0 ? [{ id: "applyHandEdits", label: "Apply Again" }] : []), show, forget],
  };
}
