import type { Microseconds } from "../../model/time.ts";
import type { User } from "../accounts/users.ts";
import { integerIn, textIn } from "../database/row.ts";
import type { Values } from "../database/row.ts";

/** What plots, grids and folders have in common. */
export interface FileRecord {
  /** The key in the database. The API shows it in cursors alone. */
  readonly id: number;
  readonly owner: User;
  /** The number among the owner's files, from 0. */
  readonly idlocal: number;
  /** `owner:idlocal`. */
  readonly fid: string;
  /** `plot`, `grid` or `fold`. */
  readonly filetype: string;
  readonly filename: string;
  readonly title: string;
  /** -1 is home. */
  readonly parent: number;
  readonly created: Microseconds;
  readonly modified: Microseconds;
  readonly worldReadable: boolean;
  readonly shareKey: string | null;
  readonly views: number;
  readonly deleted: boolean;
  /** Seconds. */
  readonly refreshInterval: number | null;
  readonly isTheme: boolean | null;
  readonly isTemplate: boolean | null;
  readonly starCount: number;
}

/** The columns of `files f` and `users u`, in the order in which `toFile` reads them. */
export const FILE_COLUMNS = `
  f.id, f.owner_id, f.idlocal, f.filetype, f.filename, f.title, f.parent, f.created, f.modified,
    f.world_readable, f.share_key, f.views, f.deleted IS NOT NULL AS trashed, f.refresh_interval, f.is_theme,
    f.is_template, f.star_count, u.username, u.joined`;

export const SELECT_FILES = `SELECT ${FILE_COLUMNS} FROM files f JOIN users u ON u.id = f.owner_id`;

/** @param row The values of FILE_COLUMNS. Those behind them are the caller's. */
export function toFile(row: Values): FileRecord {
  // oxfmt-ignore
  const [
    id, ownerId, number, filetype, filename, title, parent, created, modified,
    worldReadable, key, views, trashed, refreshInterval, isTheme,
    isTemplate, starCount, name, joined,
  ] = row;
  const [username, idlocal] = [textIn(name, "username"), integerIn(number, "idlocal")];
  return {
    id: integerIn(id, "id"),
    owner: { id: integerIn(ownerId, "owner_id"), username, joined: integerIn(joined, "joined") },
    idlocal,
    fid: `${username}:${idlocal}`,
    filetype: textIn(filetype, "filetype"),
    filename: textIn(filename, "filename"),
    title: textIn(title, "title"),
    parent: integerIn(parent, "parent"),
    created: integerIn(created, "created"),
    modified: integerIn(modified, "modified"),
    worldReadable: worldReadable !== 0,
    shareKey: key === null ? null : textIn(key, "share_key"),
    views: integerIn(views, "views"),
    deleted: trashed !== 0,
    refreshInterval: refreshInterval === null ? null : integerIn(refreshInterval, "refresh_interval"),
    isTheme: isTheme === null ? null : isTheme !== 0,
    isTemplate: isTemplate === null ? null : isTemplate !== 0,
    starCount: integerIn(starCount, "star_count"),
  };
}
