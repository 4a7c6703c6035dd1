import type { JSX } from "preact";
import { fieldAt } from "../../../src/figure/inspect/fieldAt.ts";
import { FieldRow } from "../fields/fieldRow.tsx";
import { FontRow } from "../fields/fontRow.tsx";
import { Section } from "../fields/section.tsx";
import type { Selection } from "../selection.ts";
import { LegendPlace } from "./legendPlace.tsx";
import { SizeRows } from "./sizeRows.tsx";
import { TemplateRow } from "./templateRow.tsx";

/** What is set for the figure as a whole: its size, its look, its legend. */
export function FigurePage({ selection }: { readonly selection: Selection }): JSX.Element {
  const colorway = fieldAt(selection.container, ["colorway"]);
  const hasLegend = typeof selection.drawn(["legend"]) === "object";
  return (
    <>
      <Section id="figure!size" title="Size" level="section" open>
        {() => <SizeRows selection={selection} />}
      </Section>
      <Section id="figure!look" title="Look" level="section" open>
        {() => (
          <>
            <TemplateRow selection={selection} />
            <FontRow selection={selection} path={["font"]} label="Font of all" />
            {colorway && <FieldRow selection={selection} field={colorway} label="Colours of traces" place="look" />}
          </>
        )}
      </Section>
      {hasLegend && (
        <Section id="figure!legend" title="Legend" level="section" open>
          {() => <LegendPlace selection={selection} path={["legend"]} />}
        </Section>
      )}
    </>
  );
}
