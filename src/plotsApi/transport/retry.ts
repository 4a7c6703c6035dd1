import { cancelledError } from "../errors/connectionError.ts";
import type { Result } from "../errors/result.ts";
import { fail } from "../errors/result.ts";
import { retryAfterSeconds } from "./retryAfter.ts";
import type { HttpAnswer } from "./exchange.ts";

/** When a read is sent again. Times are in milliseconds. */
export interface RetryPolicy {
  /** How often it is sent at most, the first time included. 1 means never again. */
  readonly attempts: number;
  /** The first pause. Each one after it is twice as long. Half of a pause is left to chance. */
  readonly firstPause: number;
  /** The longest time from the first sending to the last. No pause begins that would lead beyond it. */
  readonly longest: number;
}

/** Three attempts within eight seconds. */
export const usualRetries: RetryPolicy = { attempts: 3, firstPause: 400, longest: 8000 };

/** What retrying needs of its surroundings, handed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The clock of the system. */
export const realClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener("abort", end, { once: true });
      if (signal.aborted) end();
    }),
};

/** 500 and what stands between a client and its server says; 501 and others would be the same the next time. */
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * Sends a read again where that may help: the server asks for a pause (429) or failed (5xx), or the connection failed.
 * It is not for writes, since the first sending may have been carried out. It ends at once when the signal is aborted.
 */
export async function withRetries(
  send: (signal: AbortSignal) => Promise<Result<HttpAnswer>>,
  server: string,
  { policy, clock, signal }: { readonly policy: RetryPolicy; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Result<HttpAnswer>> {
  const begun = clock.now();
  for (let attempt = 1; ; attempt++) {
    const result = await send(signal);
    if (attempt >= policy.attempts || !mayPass(result)) return result;
    const pause = pauseBefore(attempt, result, policy, clock);
    if (clock.now() + pause - begun > policy.longest) return result;
    await clock.sleep(pause, signal);
    if (signal.aborted) return fail(cancelledError(server, "Cancelled while waiting to ask again."));
  }
}

function mayPass(result: Result<HttpAnswer>): boolean {
  if (result.ok) return passing.has(result.value.status);
  const { code, lasting } = result.error;
  return code === "half-body" || (code === "offline" && lasting !== true);
}

/** Chooses the pause in milliseconds: not shorter than the server asks, and not the same for all whom it sent away. */
function pauseBefore(attempt: number, result: Result<HttpAnswer>, { firstPause }: RetryPolicy, clock: Clock): number {
  const usual = firstPause * 2 ** (attempt - 1);
  const asked = result.ok ? askedPause(result.value, clock.now()) : undefined;
  return asked === undefined ? usual * (0.5 + clock.random() / 2) : asked + clock.random() * firstPause;
}

function askedPause({ headers, bytes }: HttpAnswer, now: number): number | undefined {
  const message = new TextDecoder().decode(bytes.subarray(0, 1000));
  const seconds = retryAfterSeconds(headers, message, now);
  return seconds === undefined ? undefined : seconds * 1000;
}
