import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type FigurePart, layoutLists, partsOf } from "../../../src/figure/inspect/part.ts";
import { arrowKeys, Popup } from "../controls/popup.tsx";
import { Icon } from "../icons.tsx";
import type { Selection } from "../selection.ts";

/** The most parts that are listed at once; the filter finds the others. */
const most = 300;

/** The list of all parts. A click chooses one; with Ctrl or Shift, or Space on the keyboard, several. */
export function PartChooser({ selection }: { readonly selection: Selection }): JSX.Element {
  const { first, parts } = selection;
  const label = parts.length === 1 ? first.label : `${parts.length} ${nounOf(first)}`;
  return (
    <Popup
      label={`Part: ${label}. Choose another`}
      class="crumb chooser"
      face={
        <>
          <span class="text">{label}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      {(close) => <PartList selection={selection} close={close} />}
    </Popup>
  );
}

function PartList({ selection, close }: { readonly selection: Selection; readonly close: () => void }): JSX.Element {
  const [words, setWords] = useState("");
  const { host, manual } = selection;
  const all = partsOf(host, manual.layout);
  const wanted = words.toLowerCase();
  const found = all.filter(({ label, kind }) => `${label} ${kind}`.toLowerCase().includes(wanted));
  const chosen = new Set(selection.parts.map(({ path }) => JSON.stringify(path)));
  const choose = (part: FigurePart, isMore: boolean): void => {
    const key = JSON.stringify(part.path);
    if (!isMore) {
      host.select([part.path]);
      close();
    } else if (chosen.has(key))
      host.select(selection.parts.map(({ path }) => path).filter((path) => JSON.stringify(path) !== key));
    else host.select([...selection.parts.map(({ path }) => path), part.path]);
  };
  return (
    <div class="part-list">
      {all.length > 8 && (
        <input
          class="input"
          type="text"
          aria-label="Find a part"
          placeholder="Find a part"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === "Enter" && found[0]) choose(found[0], false);
          }}
        />
      )}
      <div role="listbox" aria-label="Parts of the figure" aria-multiselectable="true" onKeyDown={arrowKeys}>
        {found.slice(0, most).map((part, index) => {
          const key = JSON.stringify(part.path);
          return (
            <button
              key={key}
              type="button"
              role="option"
              data-stop
              tabIndex={index === 0 ? 0 : -1}
              aria-selected={chosen.has(key)}
              onClick={(event) => choose(part, event.ctrlKey || event.metaKey || event.shiftKey)}
              onKeyDown={(event) => {
                if (event.key !== " ") return;
                event.preventDefault();
                choose(part, true);
              }}
            >
              <span>{part.label}</span>
              <span class="about">{part.path[0] === "data" ? part.kind : ""}</span>
            </button>
          );
        })}
      </div>
      {found.length > most && <p class="about">{`${found.length - most} more. Type to find them.`}</p>}
    </div>
  );
}

function nounOf({ path, kind }: FigurePart): string {
  if (path[0] === "data") return "traces";
  const noun = layoutLists.get(kind);
  return noun === undefined ? "parts" : `${noun}s`;
}
