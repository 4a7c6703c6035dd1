import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { fieldsOf } from "../../../src/figure/inspect/fields.ts";
import { findFields } from "../../../src/figure/inspect/findFields.ts";
import { Icon } from "../icons.tsx";
import type { Selection } from "../selection.ts";
import { FieldRow } from "../fields/fieldRow.tsx";
import { GroupView } from "./groupView.tsx";

interface AllProps {
  readonly selection: Selection;
  /** A group that is shown open. */
  readonly inside: FigurePath;
}

/** All attributes, once what stands above them has been seen: they are ten times as many. */
export function AllAttributes({ selection, inside }: AllProps): JSX.Element | null {
  const isAsked = inside.length > 0;
  const [isDue, setDue] = useState(isAsked);
  useEffect(() => {
    const due = setTimeout(() => setDue(true), 30);
    return () => clearTimeout(due);
  }, []);
  return isDue || isAsked ? <Attributes selection={selection} inside={inside} /> : null;
}

/** Every attribute of the part, as Plotly groups them, and a search among their names and descriptions. */
function Attributes({ selection, inside }: AllProps): JSX.Element {
  const [words, setWords] = useState("");
  const { container, first } = selection;
  const isLayout = first.kind === "layout" || first.kind === "template";
  const group = useMemo(() => fieldsOf(container, [], isLayout), [container, isLayout]);
  const found = useMemo(() => findFields(group, words), [group, words]);
  const isSearch = words.trim() !== "";
  return (
    <>
      <div class="search">
        <Icon name="search" />
        <input
          class="input"
          type="text"
          aria-label="Search all attributes"
          placeholder="Search names and descriptions"
          value={words}
          spellcheck={false}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || words === "") return;
            event.stopPropagation();
            setWords("");
          }}
        />
      </div>
      {isSearch ? (
        <div role="group" aria-label="Found attributes">
          <p class="unseen" role="status">{`${found.length} found`}</p>
          {found.map((field) => (
            <FieldRow
              key={field.path.join()}
              selection={selection}
              field={field}
              label={field.path.join(".")}
              place="found"
              isName
            />
          ))}
          {found.length === 0 && <p class="nothing">No attribute has these words in its name or description.</p>}
        </div>
      ) : (
        <GroupView selection={selection} group={group} inside={inside} />
      )}
    </>
  );
}
