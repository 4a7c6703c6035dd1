import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { FigurePage } from "../figure/figurePage.tsx";
import { LegendPlace } from "../figure/legendPlace.tsx";
import { Focus, FocusContext } from "../focused.ts";
import type { Selection } from "../selection.ts";
import { AllAttributes } from "./allAttributes.tsx";
import { Crumbs } from "./crumbs.tsx";
import { EssentialRows } from "./essentialRows.tsx";
import { HelpPane } from "./helpPane.tsx";
import { Section } from "../fields/section.tsx";
import { TraceBar } from "./traceBar.tsx";

/** Attributes that name a part, in the order in which F2 looks for one. */
const names = ["name", "title.text", "text", "label.text"];

/** The inspector: which part, what can be done with it, its essentials, all attributes, and a word on the one in focus. */
export function Panel({ selection }: { readonly selection: Selection }): JSX.Element {
  const focus = useMemo(() => new Focus(), []);
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { first, host } = selection;
  const key = selection.parts.map(({ path }) => path.join(".")).join();
  const chosen = selection.inside.join(".");
  const [inside, setInside] = useState<FigurePath>(selection.inside);
  useEffect(() => {
    focus.set(undefined);
    setInside(selection.inside);
    if (body.current) body.current.scrollTop = 0;
  }, [key, chosen]);
  useEffect(() => {
    if (inside.length === 0) return;
    const fields = [...(body.current?.querySelectorAll<HTMLElement>(".all [data-attribute]") ?? [])];
    const at = inside.join(".");
    const shown = fields.find(
      ({ dataset }) => dataset["attribute"] === at || dataset["attribute"]?.startsWith(`${at}.`),
    );
    shown?.scrollIntoView({ block: "center" });
  }, [inside, key]);
  const rename = (event: KeyboardEvent): void => {
    if (event.key !== "F2") return;
    const field = names
      .map((name) => root.current?.querySelector<HTMLInputElement>(`[data-attribute="${name}"] .input`))
      .find((each) => each !== null && each !== undefined);
    if (field === undefined || field === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  };
  const isFigure = first.path.length === 1 && first.kind === "layout";
  return (
    <FocusContext.Provider value={focus}>
      <div class="inspector" ref={root} onKeyDown={rename}>
        <h2 class="unseen">{`Inspector: ${first.label}`}</h2>
        <Crumbs selection={selection} reveal={(path) => setInside([...path])} />
        <TraceBar selection={selection} />
        {host.locked !== undefined && (
          <p class="locked" role="status">
            {host.locked}
          </p>
        )}
        <div class="body" ref={body} key={key}>
          <Section id={`${first.kind}!main`} title={isFigure ? "Texts and Colours" : "Essentials"} level="section" open>
            {() => (
              <>
                <EssentialRows selection={selection} />
                {first.kind === "legend" && <LegendPlace selection={selection} path={[]} />}
              </>
            )}
          </Section>
          {isFigure && <FigurePage selection={selection} />}
          <div class="all">
            <Section
              id={`${first.path[0]}!all`}
              title="All Attributes"
              level="section"
              open={!isFigure}
              forced={inside.length > 0}
            >
              {() => <AllAttributes selection={selection} inside={inside} />}
            </Section>
          </div>
        </div>
        <HelpPane selection={selection} />
      </div>
    </FocusContext.Provider>
  );
}
