import type { ApiError } from "./apiError.ts";

/** Says why something failed: a code for the program, a whole sentence for the person, a detail for the log. */
export interface Failure {
  readonly code: string;
  readonly sentence: string;
  readonly detail: string;
}

/** A value, or the error of a server or of the way to it. Nothing throws for what a server does. */
export type Result<T, E extends Failure = ApiError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A value, or why there is none, whoever had to say no: a server or we ourselves. */
export type Outcome<T> = Result<T, Failure>;

/** Makes the result of a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes the result of a failure. */
export function fail<E extends Failure>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
