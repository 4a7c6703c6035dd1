import type { Users, User } from "../store/accounts/users.ts";
import { ApiError } from "./apiError.ts";

/**
 * Who sent the request. No credentials, or a scheme other than Basic, make an anonymous reader (recorded); a name and
 * key that do not fit are refused whatever is asked for (recorded).
 */
export function authenticate(headers: Headers, users: Users): User | undefined {
  // Clients behind a proxy with a password of its own put Plotly's credentials into a header beside it.
  const header = headers.get("plotly-authorization") ?? headers.get("authorization");
  const credentials = header === null ? undefined : readBasic(header);
  if (credentials === undefined) return undefined;
  const user = users.authenticate(credentials.username, credentials.key);
  if (user === undefined) throw unauthorized("Bad API key");
  return user;
}

export function unauthorized(message: string): ApiError {
  return new ApiError(401, message, { "WWW-Authenticate": 'Basic realm="api"' });
}

function readBasic(header: string): { readonly username: string; readonly key: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon === -1 ? undefined : { username: text.slice(0, colon), key: text.slice(colon + 1) };
}
