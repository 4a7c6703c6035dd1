import type { JSX } from "preact";
import { isCartesian } from "../../../src/figure/edits/acts/axisActs.ts";
import type { FigureAct } from "../../../src/figure/edits/acts/figureAct.ts";
import { traceKinds } from "../../../src/figure/edits/acts/traceKinds.ts";
import { duplicateEdits, traceOrderEdits } from "../../../src/figure/edits/acts/traceOrder.ts";
import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import { listed } from "../../../src/figure/model/listed.ts";
import { layoutLists } from "../../../src/figure/inspect/part.ts";
import { valueAt } from "../../../src/figure/model/path.ts";
import { arrowKeys, Popup } from "../controls/popup.tsx";
import { Icon, IconButton } from "../icons.tsx";
import type { Selection } from "../selection.ts";

/** What is done with traces, annotations and other elements of lists as a whole. */
export function TraceBar({ selection }: { readonly selection: Selection }): JSX.Element | null {
  const { first, parts, host } = selection;
  const [root, name, place] = first.path;
  const isTrace = root === "data";
  const isElement = root === "layout" && layoutLists.has(String(name)) && typeof place === "number";
  if (!isTrace && !isElement) return null;
  const locked = host.locked !== undefined;
  const index = Number(isTrace ? name : place);
  const list = isTrace ? ["data"] : ["layout", String(name)];
  const siblings = valueAt(host.written, list);
  const count = Array.isArray(siblings) ? siblings.length : 0;
  const frames = valueAt(host.written, ["frames"]);
  const isHidden = [false, "legendonly"].includes(selection.origin(["visible"], { valType: "any" }).value as boolean);
  const move = (to: number): void => {
    selection.write(
      isTrace ? traceOrderEdits(index, to, frames) : [{ act: "move", path: first.path, to }],
      to < index ? "Move up" : "Move down",
    );
    host.select([[...list, to]]);
  };
  const remove = (): void => {
    const last = parts.map(({ path }) => path).toSorted((one, other) => Number(other.at(-1)) - Number(one.at(-1)));
    const edits = last.flatMap((path): FigureEdit[] =>
      isTrace ? traceOrderEdits(Number(path[1]), undefined, frames) : [{ act: "remove", path }],
    );
    selection.write(edits, isTrace ? "Delete trace" : "Delete");
    host.select([["layout"]]);
  };
  return (
    <div class="part-bar" role="toolbar" aria-label="The part as a whole">
      {isTrace && <KindChooser selection={selection} />}
      <span class="grow" />
      <IconButton
        icon={isHidden ? "eye-closed" : "eye"}
        label={isHidden ? "Show" : "Hide"}
        pressed={isHidden}
        disabled={locked}
        press={() => selection.set(["visible"], isHidden ? undefined : false, "visible")}
      />
      <IconButton
        icon="copy"
        label="Duplicate"
        disabled={locked || selection.isMany}
        press={() => selection.write(duplicateEdits(first.path, valueAt(host.written, first.path)), "Duplicate")}
      />
      <IconButton
        icon="arrow-up"
        label="Move up"
        disabled={locked || selection.isMany || index === 0}
        press={() => move(index - 1)}
      />
      <IconButton
        icon="arrow-down"
        label="Move down"
        disabled={locked || selection.isMany || index >= count - 1}
        press={() => move(index + 1)}
      />
      <IconButton icon="trash" label="Delete" disabled={locked} press={remove} />
      {isTrace && <MoreActs selection={selection} />}
    </div>
  );
}

/** Other types for the same data. What would be lost is said beside each. */
function KindChooser({ selection }: { readonly selection: Selection }): JSX.Element {
  const { first, host, manual } = selection;
  const kinds = traceKinds(valueAt(host.written, first.path), first.kind, (type) => manual.trace(type));
  const isOff = host.locked !== undefined || host.act === undefined || selection.isMany || kinds.length === 0;
  return (
    <Popup
      label={`Type: ${first.kind}. Change it`}
      class="select-like kind"
      disabled={isOff}
      face={<span class="text">{first.kind}</span>}
    >
      {(close) => (
        <div class="suggestions" role="listbox" aria-label="Types for the same data" onKeyDown={arrowKeys}>
          {kinds.map(({ type, lost }, index) => (
            <button
              key={type}
              type="button"
              role="option"
              data-stop
              tabIndex={index === 0 ? 0 : -1}
              aria-selected={false}
              onClick={() => {
                host.act?.({ act: "kind", trace: Number(first.path[1]), type }, `Draw as ${type}`);
                close();
              }}
            >
              <span>{type}</span>
              <span class="about">
                {lost.length === 0
                  ? "loses nothing"
                  : `loses ${listed(lost.slice(0, 4).map((path) => path.join(".")))}${lost.length > 4 ? " and more" : ""}`}
              </span>
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}

/** What is done with a trace and its axes. */
function MoreActs({ selection }: { readonly selection: Selection }): JSX.Element {
  const { first, host } = selection;
  const trace = Number(first.path[1]);
  const between = isCartesian({ type: first.kind });
  const acts: readonly (readonly [label: string, act: FigureAct])[] = [
    ...(between
      ? ([
          ["Swap X and Y", { act: "swapAxes", trace }],
          ["Give It a Second Y Axis", { act: "secondAxis", trace }],
        ] as const)
      : []),
    ["Give It a Subplot of Its Own", { act: "ownSubplot", trace }],
  ];
  return (
    <Popup
      label="More"
      class="icon-button"
      disabled={host.locked !== undefined || host.act === undefined || selection.isMany}
      face={<Icon name="ellipsis" />}
    >
      {(close) => (
        <div class="suggestions" role="menu" aria-label="More" onKeyDown={arrowKeys}>
          {acts.map(([label, act], index) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              data-stop
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => {
                host.act?.(act, label);
                close();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </Popup>
  );
}
