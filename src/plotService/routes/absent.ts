import { HttpError } from "../http/httpError.ts";
import { noQuery } from "../http/operation.ts";
import type { Operation } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";

/** The collections that only the public service had, by the first part of the path. Clients' code names them. */
const COLLECTIONS: ReadonlyMap<string, string> = new Map([
  ["dashboards", "This service keeps no dashboards. Publish the plots of a dashboard one by one."],
  ["spectacle-presentations", "This service keeps no presentations. Publish their plots one by one."],
  ["jupyter-notebooks", "This service keeps no notebooks. Publish their plots one by one."],
  ["external-images", "This service keeps plots, grids and folders, and no other pictures."],
  [
    "shapefiles",
    "This service keeps plots, grids and folders, and no shapes. Put the shapes into the figure as GeoJSON.",
  ],
  ["dash-apps", "This service runs no apps. It keeps plots, grids and folders."],
  ["analysis", "This service does not analyze grids. Read a grid's columns and work with them where you are."],
  ["extras", "This service keeps plots, grids and folders, and no extras."],
  ["comments", "This service keeps no comments."],
  ["memberships", "This service has users and no organizations."],
  ["organizations", "This service has users and no organizations."],
  ["subscriptions", "This service has no subscriptions: there is nothing to pay for, and no limit to be raised."],
  [
    "plot-schema",
    "This service does not give Plotly's schema away. Take it from the file dist/plot-schema.json of plotly.js.",
  ],
]);

/**
 * Answers 404 and a sentence that says what to do instead: our choice. 501 would be the right status, but old clients
 * repeat a request that gets it for minutes.
 */
export function absentRoutes(api: Resources): void {
  api.add("/v2/users/login", {
    POST: absent(
      "Begin a session; there are none here, the answer says how to sign in instead.",
      "This service has no sessions. Send the user name and the API key with each request, as Basic authorization.",
    ),
  });
  for (const name of ["files", "grids", "plots"]) {
    api.add(`/v2/${name}/:fid/drop_reference`, {
      POST: absent(
        "Forget a reference; they stand in figures alone here, the answer says so.",
        "This service keeps references in figures alone. Change the figure that refers to the file.",
      ),
    });
  }
}

/** Makes the refusal of a path below `/v2` that the public service had and this one has not. */
export function absentCollection(path: string): HttpError | undefined {
  const [, version, name = ""] = path.split("/");
  const sentence = version === "v2" ? COLLECTIONS.get(name) : undefined;
  return sentence === undefined ? undefined : new HttpError(404, sentence);
}

function absent(summary: string, sentence: string): Operation {
  const answer = (): Promise<Response> => Promise.reject(new HttpError(404, sentence));
  return { summary, query: noQuery, body: undefined, signedIn: false, takesBody: false, answer };
}
