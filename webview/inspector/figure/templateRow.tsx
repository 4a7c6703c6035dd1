import type { JSX } from "preact";
import { templateColors, templateName, templates } from "../../../src/figure/inspect/looks/templates.ts";
import type { JsonObject } from "../../../src/figure/model/figure.ts";
import { arrowKeys } from "../controls/popup.tsx";
import type { Selection } from "../selection.ts";

/** The looks of plotly.py, each with a small picture. Those of the workspace follow. */
export function TemplateRow({ selection }: { readonly selection: Selection }): JSX.Element {
  const written = selection.written(["template"]);
  const chosen = templateName(written);
  const own = selection.host.templates ?? [];
  const all = [...templates, ...own.map(({ name, value }) => ({ name, about: "Of this workspace", value }))];
  const disabled = selection.host.locked !== undefined;
  return (
    <div class="templates" role="listbox" aria-label="Template" onKeyDown={arrowKeys}>
      {all.map(({ name, about, value }, index) => (
        <button
          key={`${name}${index}`}
          type="button"
          role="option"
          data-stop
          tabIndex={name === chosen || (chosen === undefined && index === 0) ? 0 : -1}
          aria-selected={name === chosen}
          title={about}
          disabled={disabled}
          onClick={() => selection.write(selection.edits(["template"], value), `Template ${name}`)}
        >
          <TemplatePicture template={value} />
          <span class="text">{name}</span>
        </button>
      ))}
    </div>
  );
}

/** A plot of three bars and a line in a template's colours. */
function TemplatePicture({ template }: { readonly template: JsonObject | undefined }): JSX.Element {
  const { paper, plot, grid, line, text, traces } = templateColors(template);
  const [first, second = first, third = first, fourth = first] = traces;
  return (
    <svg width="64" height="44" viewBox="0 0 64 44" aria-hidden="true">
      <rect width="64" height="44" fill={paper} />
      <rect x="8" y="9" width="50" height="28" fill={plot} />
      {grid !== undefined && [16, 23, 30].map((y) => <path key={y} d={`M8 ${y}.5 H58`} stroke={grid} />)}
      <rect x="12" y="24" width="8" height="13" fill={first} />
      <rect x="24" y="17" width="8" height="20" fill={second} />
      <rect x="36" y="28" width="8" height="9" fill={third} />
      <path d="M12 20 L26 13 L40 18 L54 12" fill="none" stroke={fourth} stroke-width="2" />
      {line !== undefined && <path d="M8.5 9 V36.5 H58" fill="none" stroke={line} />}
      <path d="M8 5 H28" stroke={text} stroke-width="2" />
      <path d="M14 40.5 H18 M26 40.5 H30 M38 40.5 H42" stroke={text} />
    </svg>
  );
}
