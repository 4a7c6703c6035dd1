import type { JSX } from "preact";
import {
  colorScales,
  gradientOf,
  reversed,
  type ScaleStops,
  stopsOf,
} from "../../../src/figure/inspect/looks/palettes.ts";
import { sameJson } from "../../../src/figure/model/sameJson.ts";
import type { ControlProps } from "../controls/controlProps.ts";
import { arrowKeys, Popup } from "../controls/popup.tsx";
import { StopsEditor } from "./stopsEditor.tsx";

const kinds = [
  ["sequential", "From low to high"],
  ["diverging", "From a middle to both ends"],
  ["cyclical", "Round and round"],
] as const;

/** A scale of colours: its gradient, which opens the known ones, and its stops. */
export function ScaleControl({ id, label, origin, disabled, set, preview }: ControlProps): JSX.Element {
  const stops = origin.mixed ? undefined : stopsOf(origin.value);
  const known = stops === undefined ? undefined : colorScales.find((scale) => same(scale.stops, stops));
  return (
    <Popup
      id={id}
      label={`${label}: ${known?.name ?? (origin.mixed ? "several values" : "its own stops")}`}
      class="select-like"
      disabled={disabled}
      face={
        <span class="face">
          <span class="gradient" style={stops === undefined ? undefined : { background: gradientOf(stops) }} />
        </span>
      }
    >
      {(close) => (
        <div class="color-chooser">
          <div class="lines" role="listbox" aria-label={label} onKeyDown={arrowKeys}>
            {kinds.map(([kind, title]) => (
              <div key={kind} role="group" aria-label={title}>
                <span class="heading">{title}</span>
                {colorScales
                  .filter((scale) => scale.kind === kind)
                  .map((scale, index) => (
                    <button
                      key={scale.name}
                      type="button"
                      role="option"
                      data-stop
                      tabIndex={kind === "sequential" && index === 0 ? 0 : -1}
                      aria-selected={scale === known}
                      aria-label={scale.isSafe ? `${scale.name}, safe for colour-blind people` : scale.name}
                      onClick={() => {
                        set(scale.value);
                        close();
                      }}
                    >
                      <span class="name">
                        {scale.name}
                        {scale.isSafe && <span class="badge">safe</span>}
                      </span>
                      <span class="gradient" style={{ background: gradientOf(scale.stops) }} />
                    </button>
                  ))}
              </div>
            ))}
          </div>
          {stops !== undefined && (
            <>
              <div class="row">
                <button type="button" class="button secondary" onClick={() => set(reversed(stops))}>
                  Turn Around
                </button>
              </div>
              <StopsEditor stops={stops} set={(next) => set(next)} preview={(next) => preview(next)} />
            </>
          )}
        </div>
      )}
    </Popup>
  );
}

const same = (one: ScaleStops, other: ScaleStops): boolean => sameJson(one, other);
