import type { JSX } from "preact";
import { colorTexts, parseColor } from "../../../src/figure/colors/colorValue.ts";
import type { ScaleStops } from "../../../src/figure/inspect/looks/palettes.ts";
import { IconButton } from "../icons.tsx";

interface StopsProps {
  readonly stops: ScaleStops;
  readonly set: (stops: ScaleStops) => void;
  readonly preview: (stops: ScaleStops) => void;
}

/** The stops of a scale, from 0 to 1, each with its colour. The ends stay. */
export function StopsEditor({ stops, set, preview }: StopsProps): JSX.Element {
  const changed = (index: number, at: number, color: string): ScaleStops =>
    stops.map((stop, place) => (place === index ? ([at, color] as const) : stop));
  const halved = (index: number): ScaleStops => {
    const [[from, color], [to]] = [stops[index] ?? [0, "#000000"], stops[index + 1] ?? [1, ""]];
    return [
      ...stops.slice(0, index + 1),
      [Math.round(((from + to) / 2) * 1000) / 1000, color],
      ...stops.slice(index + 1),
    ];
  };
  const last = stops.length - 1;
  return (
    <details class="stops">
      <summary>Stops</summary>
      {stops.map(([at, color], index) => {
        const isEnd = index === 0 || index === last;
        return (
          <div key={index} class="stop" role="group" aria-label={`Stop ${index + 1}`}>
            <input
              type="color"
              aria-label={`Colour of stop ${index + 1}`}
              value={hexOf(color)}
              onInput={({ currentTarget }) => preview(changed(index, at, currentTarget.value))}
              onChange={({ currentTarget }) => set(changed(index, at, currentTarget.value))}
            />
            <input
              class="input"
              type="number"
              aria-label={`Place of stop ${index + 1}`}
              min={stops[index - 1]?.[0] ?? 0}
              max={stops[index + 1]?.[0] ?? 1}
              step="0.01"
              disabled={isEnd}
              value={at}
              onChange={({ currentTarget }) => {
                const place = Number(currentTarget.value);
                const [low, high] = [stops[index - 1]?.[0] ?? 0, stops[index + 1]?.[0] ?? 1];
                set(changed(index, Math.min(Math.max(place, low), high), color));
              }}
            />
            <IconButton
              icon="add"
              label={`Add a stop behind stop ${index + 1}`}
              disabled={index === last}
              press={() => set(halved(index))}
            />
            <IconButton
              icon="trash"
              label={`Remove stop ${index + 1}`}
              disabled={isEnd || stops.length <= 2}
              press={() => set(stops.filter((_, place) => place !== index))}
            />
          </div>
        );
      })}
    </details>
  );
}

function hexOf(color: string): string {
  const value = parseColor(color);
  return value === undefined ? "#000000" : (colorTexts({ ...value, alpha: 1 }, "#000000")[0] ?? "#000000");
}
