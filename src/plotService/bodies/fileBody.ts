import type { FileRecord } from "../store/files/files.ts";
import type { Stars } from "../store/files/stars.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/accounts/users.ts";
import { formatMicroseconds, formatMilliseconds } from "../model/time.ts";
import type { OwnerTexts } from "./ownerTexts.ts";

/** Who reads an answer and where its links lead. */
export interface Reader {
  readonly viewer: User | undefined;
  readonly owners: OwnerTexts;
  readonly store: Pick<Store, "stars">;
}

/** The collection that a file type has in the API. */
export function collectionOf({ filetype }: FileRecord): string {
  return filetype === "fold" ? "folders" : `${filetype}s`;
}

/**
 * JSON text of the members that all file types share, in the order of the recorded page, without the braces. Written
 * out as text, since a page of the list is little else: times and links hold nothing that JSON would escape.
 */
export function fileMembers(file: FileRecord, preview: string, { viewer, owners, store: { stars } }: Reader): string {
  const { idlocal, parent } = file;
  const { name, path, files, pages, home } = owners.of(file.owner);
  const api = owners.links.collection("");
  const [images, page, collection] = [
    `${files}${idlocal}/image?image_name=`,
    `${pages}${idlocal}/`,
    collectionOf(file),
  ];
  return (
    `"creation_time":"${formatMicroseconds(file.created)}","comments":{"results":[],"count":0},"parented":true,` +
    `"embed_url":"${pages}${idlocal}.embed","fid":"${name}:${idlocal}",` +
    `"filename":${JSON.stringify(file.filename)},"filetype":"${file.filetype}","img_url":"${images}list-thumb",` +
    `"image_urls":{"default":"${images}default","block-thumb":"${images}block-thumb",` +
    `"list-thumb":"${images}list-thumb"},"api_urls":{"files":"${files}${idlocal}",` +
    `"${collection}":"${api}${collection}${path}${idlocal}",` +
    `"parent":"${parent === -1 ? home : `${api}folders${path}${parent}`}"},` +
    `"owner":"${name}","parent":${parent},"preview":${JSON.stringify(preview)},"referencers":[],` +
    `"references":[],"title":${JSON.stringify(file.title)},"views":${file.views},"web_url":"${page}",` +
    `"world_readable":${file.worldReadable},"date_modified":"${formatMilliseconds(file.modified)}",` +
    `"stars":${starsText(file, stars)},"collaborators":{"results":[],"count":0},"subfolder_count":null,` +
    `"refresh_interval":${file.refreshInterval},"organize_view_url":"${page}",` +
    // Only `read` was recorded; `write` for the owner is our choice.
    `"current_user_permission":"${viewer?.id === file.owner.id ? "write" : "read"}",` +
    `"is_theme":${file.isTheme},"is_template":${file.isTemplate}`
  );
}

/** Only that there are results was recorded; what each holds is our choice. */
function starsText(file: FileRecord, stars: Stars): string {
  if (file.starCount === 0) return '{"results":[],"count":0}';
  const names = stars.of(file.id);
  return JSON.stringify({ results: names.map((username) => ({ username })), count: names.length });
}

/** What only the owner sees, after the recorded members: JSON text that begins with a comma, or nothing. */
export function ownerMembers(file: FileRecord, viewer: User | undefined): string {
  if (viewer?.id !== file.owner.id) return "";
  const { deleted, shareKey } = file;
  const key = shareKey === null ? "" : `,"share_key":${JSON.stringify(shareKey)}`;
  return `,"deleted":${deleted},"share_key_enabled":${shareKey !== null}${key}`;
}
