import * as z from "zod";
import { HttpError } from "../http/httpError.ts";
import { writing } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";

/** Refuses to draw, which needs a browser engine. A preview has one and this service has not: our choice to say so. */
export function imageRoutes(api: Resources): void {
  api.add("/v2/images", {
    POST: writing("Refuse to draw a figure; the answer says how to get a picture instead.", z.looseObject({}), () => {
      throw new HttpError(
        404,
        "This service draws no pictures. Publish the figure as a plot, open it in the editor, and choose " +
          '"Save Picture as PNG…" or "Save Picture as SVG…" in its preview.',
      );
    }),
  });
}
