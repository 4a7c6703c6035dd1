/** A user name and the key that signs this user's requests. */
export interface Credentials {
  readonly username: string;
  readonly apiKey: string;
}

/**
 * Builds the value of the `Authorization` header, and nothing else does. It is Basic, as every known client of the API
 * sends it. Blank credentials mean none, as for the official client.
 */
export function authorization(credentials: Credentials | undefined): string | undefined {
  if (!credentials || credentials.username.trim() === "" || credentials.apiKey.trim() === "") return undefined;
  return `Basic ${token(credentials)}`;
}

/** Lists the texts by which these credentials could be recognised in a message, longest first. */
export function secretsOf(credentials: Credentials | undefined): readonly string[] {
  if (!credentials) return [];
  const { apiKey } = credentials;
  const forms = [
    token(credentials),
    apiKey,
    encodeURIComponent(apiKey.toWellFormed()),
    JSON.stringify(apiKey).slice(1, -1),
  ];
  // What is shorter than this protects nothing, and cutting it out would leave no readable message.
  return [...new Set(forms)].filter((secret) => secret.length >= 3).toSorted((a, b) => b.length - a.length);
}

function token({ username, apiKey }: Credentials): string {
  const bytes = new TextEncoder().encode(`${username}:${apiKey}`);
  return btoa(String.fromCodePoint(...bytes));
}
