/** `count` values of a function of the index. */
export function times<Value>(count: number, value: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => value(index));
}

/** `count` numbers from `first` to `last`, both included. */
export function spread(count: number, first: number, last: number): number[] {
  return times(count, (index) => round(first + ((last - first) * index) / (count - 1), 6));
}

export function round(value: number, digits = 2): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit + 0;
}

/** A bell of height 1 around `centre`. */
export function bell(x: number, centre: number, width: number): number {
  return Math.exp(-(((x - centre) / width) ** 2) / 2);
}

/** `2024-03-01`, or with a step of less than a day `2024-03-01 06:00`, every `stepHours` from the start (UTC). */
export function dates(start: string, count: number, stepHours: number): string[] {
  const origin = Date.parse(`${start}Z`);
  return times(count, (index) =>
    new Date(origin + index * stepHours * 3_600_000)
      .toISOString()
      .slice(0, stepHours % 24 === 0 ? 10 : 16)
      .replace("T", " "),
  );
}
