import type { Links } from "../http/links.ts";
import type { FileRecord } from "../store/files.ts";
import type { Stars } from "../store/stars.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/users.ts";
import { formatMicroseconds, formatMilliseconds } from "../time.ts";

/** Who reads an answer and where its links lead. */
export interface Reader {
  readonly viewer: User | undefined;
  readonly links: Links;
  readonly store: Pick<Store, "stars">;
}

/** The collection that a file type has in the API. */
export function collectionOf({ filetype }: FileRecord): string {
  return filetype === "fold" ? "folders" : `${filetype}s`;
}

/** The members that all file types share, in the order of the recorded page. */
export function fileBody(file: FileRecord, preview: string, { viewer, links, store: { stars } }: Reader): object {
  const owner = file.owner.username;
  const { fid, idlocal, parent } = file;
  const [images, page] = [links.images(fid), links.page(owner, idlocal)];
  return {
    creation_time: formatMicroseconds(file.created),
    comments: { results: [], count: 0 },
    parented: true,
    embed_url: links.embed(owner, idlocal),
    fid,
    filename: file.filename,
    filetype: file.filetype,
    img_url: `${images}list-thumb`,
    image_urls: {
      default: `${images}default`,
      "block-thumb": `${images}block-thumb`,
      "list-thumb": `${images}list-thumb`,
    },
    api_urls: {
      files: links.resource("files", fid),
      [collectionOf(file)]: links.resource(collectionOf(file), fid),
      parent: links.folder(owner, parent),
    },
    owner,
    parent,
    preview,
    referencers: [],
    references: [],
    title: file.title,
    views: file.views,
    web_url: page,
    world_readable: file.worldReadable,
    date_modified: formatMilliseconds(file.modified),
    stars: starsBody(file, stars),
    collaborators: { results: [], count: 0 },
    subfolder_count: null,
    refresh_interval: file.refreshInterval,
    organize_view_url: page,
    // Only `read` was recorded; `write` for the owner is our choice.
    current_user_permission: viewer?.id === file.owner.id ? "write" : "read",
    is_theme: file.isTheme,
    is_template: file.isTemplate,
  };
}

/** Only that there are results was recorded; what each holds is our choice. */
function starsBody(file: FileRecord, stars: Stars): object {
  const names = file.starCount === 0 ? [] : stars.of(file.id);
  return { results: names.map((username) => ({ username })), count: names.length };
}

/** What only the owner sees, after the recorded members. */
export function ownerBody(file: FileRecord, viewer: User | undefined): object {
  if (viewer?.id !== file.owner.id) return {};
  return {
    deleted: file.deleted,
    share_key_enabled: file.shareKey !== null,
    ...(file.shareKey !== null && { share_key: file.shareKey }),
  };
}
