/**
 * Reads how many seconds a server asks to wait: from `Retry-After`, which has seconds or a date, or from the recorded
 * words "Expected available in 5.0 seconds." `now` is in milliseconds since 1970.
 */
export function retryAfterSeconds(headers: Headers, message: string | undefined, now: number): number | undefined {
  const header = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header);
  const said = /available in (\d+(?:\.\d+)?) seconds?/.exec(message ?? "")?.[1];
  if (said !== undefined) return Number(said);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
