const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** As files are measured: "830 kB", "1.2 GB". */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 999.5 && unit < UNITS.length - 1; unit++) size /= 1000;
  const digits = unit > 0 && size < 9.95 ? 1 : 0;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}
