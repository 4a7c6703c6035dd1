import { HTTPException } from "hono/http-exception";
import { TooMuchInlinedError } from "../content/inlineText.ts";
import { NameTakenError } from "../store/files/files.ts";
import { REASONS, storeFailure } from "../store/database/failures.ts";
import type { StoreFailure } from "../store/database/failures.ts";
import { GridEditError } from "../store/grids/gridEdits.ts";
import { NewerDatabaseError } from "../store/migrations/formatErrors.ts";
import { HttpError } from "./httpError.ts";

/** Our choice: no refusal of a change to cells was recorded. */
const EDIT_STATUS = { "name-taken": 409, "no-column": 404, "row-width": 400 } as const;

/**
 * Makes the answer to an error. Undefined for an error that should not happen. Old clients repeat a request that gets
 * 5xx or 429 for minutes, so only a fault that waiting mends gets one (docs/api-statuses.md).
 */
export function refusalOf(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  if (error instanceof NameTakenError) return new HttpError(409, [{ message: error.message, field: "filename" }]);
  if (error instanceof GridEditError) return new HttpError(EDIT_STATUS[error.reason], error.message);
  if (error instanceof HTTPException) return new HttpError(error.status, error.message);
  if (error instanceof NewerDatabaseError) return new HttpError(400, error.message);
  if (error instanceof TooMuchInlinedError) return tooLarge();
  if (error instanceof RangeError && /string length|allocation failed/.test(error.message)) return tooLarge();
  const failure = storeFailure(error);
  return failure === undefined ? undefined : ofStore(failure);
}

export function tooLarge(): HttpError {
  return new HttpError(413, "The answer is too large to be sent at once. Read the columns of its grids one by one.");
}

/** Answers an error that should not happen. It tells nothing of the error, and asks nobody to try again. */
export function ownFault(): HttpError {
  return new HttpError(400, "The service met an error of its own, and would meet it again. Its log tells more.");
}

export function closed(): HttpError {
  return new HttpError(400, "The plot service is closed.");
}

function ofStore(failure: StoreFailure): HttpError {
  if (failure === "busy")
    return new HttpError(503, "The plots are busy. Try again in a moment.", { "Retry-After": "1" });
  if (failure === "closed") return closed();
  if (failure === "too-large") return new HttpError(413, `This cannot be kept: ${REASONS[failure]}`);
  const what = failure === "full" || failure === "read-only" ? "Nothing can be kept" : "The plots cannot be read";
  return new HttpError(400, `${what}: ${REASONS[failure]}`);
}
