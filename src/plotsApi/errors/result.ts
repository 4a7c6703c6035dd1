import type { ApiError } from "./apiError.ts";

/** Why something could not be had: a code for the program, a whole sentence for the person, a detail for the log. */
export interface Failure {
  readonly code: string;
  readonly sentence: string;
  readonly detail: string;
}

/** What asking comes to: a value, or an error to show and to log. Nothing here throws for what a server does. */
export type Result<T, E extends Failure = ApiError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Where it makes no difference to the caller whether a server or we ourselves had to say no. */
export type Outcome<T> = Result<T, Failure>;

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E extends Failure>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
