import type { JSX } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { FocusContext } from "../focused.ts";
import { IconButton } from "../icons.tsx";
import type { Selection } from "../selection.ts";
import { PartChooser } from "./partChooser.tsx";

interface CrumbsProps {
  readonly selection: Selection;
  /** Shows a group of the part. */
  readonly reveal: (path: FigurePath) => void;
}

/** Where one is: figure › trace 2 “bean” › marker › line. Each step leads there. */
export function Crumbs({ selection, reveal }: CrumbsProps): JSX.Element {
  const focus = useContext(FocusContext);
  const [inside, setInside] = useState<FigurePath>([]);
  useEffect(() => focus.listen(() => setInside(focus.field?.field.path.slice(0, -1) ?? [])), [focus]);
  const isFigure = selection.first.path.length === 1 && selection.first.kind === "layout";
  const steps = inside.map((step, index) => ({ step, path: inside.slice(0, index + 1) }));
  return (
    <nav class="crumbs" aria-label="Where this is">
      <ol>
        {!isFigure && (
          <li>
            <button type="button" class="crumb" onClick={() => selection.host.select([["layout"]])}>
              Figure
            </button>
          </li>
        )}
        <li>
          <PartChooser selection={selection} />
        </li>
        {steps.map(({ step, path }) => (
          <li key={path.join(".")}>
            <button type="button" class="crumb" onClick={() => reveal(path)}>
              {step}
            </button>
          </li>
        ))}
      </ol>
      {selection.host.closed !== undefined && (
        <IconButton icon="close" label="Close the inspector" press={() => selection.host.closed?.()} />
      )}
    </nav>
  );
}
