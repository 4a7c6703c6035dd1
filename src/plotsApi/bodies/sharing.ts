import type { FileMetadata } from "./file.ts";

/** Who may read a file: everybody, its owner, or whoever has the link that holds its key. */
export type Sharing = "public" | "private" | "secret";

/**
 * Gives the file's page on the web, with its key where only a secret link opens it. Undefined where the server names
 * none.
 */
export function shareLink({ web_url, share_key, world_readable }: FileMetadata): string | undefined {
  const url = web_url ? URL.parse(web_url) : null;
  if (!url) return undefined;
  if (share_key && world_readable !== true) url.searchParams.set("share_key", share_key);
  return url.href;
}

/** Says how the file is shared, as far as its metadata tells. The owner alone sees that there is a key. */
export function sharingOf({ world_readable, share_key_enabled }: FileMetadata): Sharing {
  if (world_readable === true) return "public";
  return share_key_enabled === true ? "secret" : "private";
}
