import type { JSX } from "preact";
import { essentialsOf } from "../../../src/figure/inspect/essentials.ts";
import type { Selection } from "../selection.ts";
import { FieldRow } from "../fields/fieldRow.tsx";
import { FontRow } from "../fields/fontRow.tsx";

/** The handful of attributes that people change, in an order of ours. */
export function EssentialRows({ selection }: { readonly selection: Selection }): JSX.Element {
  const { container, first } = selection;
  const kind = first.path[0] === "data" ? "trace" : first.kind;
  const essentials = essentialsOf(kind === "template" ? "layout" : kind, container, (path) => selection.isUsed(path));
  if (essentials.length === 0) return <p class="nothing">All that there is to set stands below.</p>;
  return (
    <>
      {essentials.map((each) =>
        each.kind === "font" ? (
          <FontRow key={each.label} selection={selection} path={each.path} label={each.label} />
        ) : (
          <FieldRow
            key={each.field.path.join()}
            selection={selection}
            field={each.field}
            label={each.label}
            place="main"
          />
        ),
      )}
    </>
  );
}
