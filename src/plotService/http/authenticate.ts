import type { Users, User } from "../store/accounts/users.ts";
import { HttpError } from "./httpError.ts";

/**
 * Finds the user who sent the request. Undefined for an anonymous reader: one without credentials, or with a scheme
 * other than Basic (recorded). Throws 401 where name and key do not fit, whatever is asked for (recorded).
 */
export function authenticate(headers: Headers, users: Users): User | undefined {
  // Behind a proxy that has a password, clients put Plotly's credentials into a second header.
  const header = headers.get("plotly-authorization") ?? headers.get("authorization");
  const credentials = header === null ? undefined : readBasic(header);
  if (credentials === undefined) return undefined;
  const user = users.authenticate(credentials.username, credentials.key);
  if (user === undefined) throw unauthorized("Bad API key");
  return user;
}

export function unauthorized(message: string): HttpError {
  return new HttpError(401, message, { "WWW-Authenticate": 'Basic realm="api"' });
}

function readBasic(header: string): { readonly username: string; readonly key: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon === -1 ? undefined : { username: text.slice(0, colon), key: text.slice(colon + 1) };
}
