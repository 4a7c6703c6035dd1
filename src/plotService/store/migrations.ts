import type { Database } from "./database.ts";
import type { Figure } from "../../figure/model/figure.ts";
import type { Keys } from "./keys.ts";
import { PlotGrids } from "./plotGrids.ts";
import { integer, text } from "./row.ts";
import { keyHash } from "./users.ts";

/** What SQL alone cannot do. */
type Step = (database: Database, keys: Keys) => void;

/**
 * The schema, one step a version. A step that has been published is never changed; a new one is added below it.
 *
 * Times are integers: microseconds since 1970 (`files.created` is shown with them). Figures and column data are JSON
 * text, passed on without being parsed. `files.parent` is -1 for home.
 */
const STEPS: readonly (string | Step)[] = [
  `
  CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    joined INTEGER NOT NULL,
    -- Owners of the sample library have none: nobody signs in as them.
    api_key TEXT,
    -- The number of the user's next file, counted from 0 over all file types and never given twice.
    next_id INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES users (id),
    idlocal INTEGER NOT NULL,
    filetype TEXT NOT NULL,
    filename TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    parent INTEGER NOT NULL DEFAULT -1,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    world_readable INTEGER NOT NULL,
    -- Opens the file to whoever sends it; null where sharing by link is off.
    share_key TEXT,
    views INTEGER NOT NULL DEFAULT 0,
    quality INTEGER NOT NULL DEFAULT 0,
    feed INTEGER NOT NULL DEFAULT 0,
    source_fid TEXT,
    -- Time of the move to the trash.
    deleted INTEGER,
    UNIQUE (owner_id, idlocal)
  ) STRICT;

  -- One name a folder, whatever the file type.
  CREATE UNIQUE INDEX files_name ON files (owner_id, parent, filename) WHERE deleted IS NULL;

  -- One index for each order of the public list, alone and below one quality, so that a page is read where it stands.
  CREATE INDEX plots_created ON files (created, id)
    WHERE filetype = 'plot' AND world_readable = 1 AND deleted IS NULL;
  CREATE INDEX plots_views ON files (views, id)
    WHERE filetype = 'plot' AND world_readable = 1 AND deleted IS NULL;
  CREATE INDEX plots_quality_created ON files (quality, created, id)
    WHERE filetype = 'plot' AND world_readable = 1 AND deleted IS NULL;
  CREATE INDEX plots_quality_views ON files (quality, views, id)
    WHERE filetype = 'plot' AND world_readable = 1 AND deleted IS NULL;
  CREATE INDEX plots_feed ON files (id)
    WHERE feed = 1 AND filetype = 'plot' AND world_readable = 1 AND deleted IS NULL;

  CREATE TABLE plots (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    figure TEXT NOT NULL
  ) STRICT;

  CREATE TABLE grids (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    metadata TEXT NOT NULL,
    preview TEXT NOT NULL
  ) STRICT;

  -- A row a column, its data last: reading one column, or all names, leaves the pages of other data alone.
  CREATE TABLE columns (
    id INTEGER PRIMARY KEY,
    grid_id INTEGER NOT NULL REFERENCES grids (file_id) ON DELETE CASCADE,
    ord INTEGER NOT NULL,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    length INTEGER NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (grid_id, uid),
    UNIQUE (grid_id, name)
  ) STRICT;
  CREATE INDEX columns_order ON columns (grid_id, ord);

  CREATE TABLE images (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    modified INTEGER NOT NULL,
    png BLOB NOT NULL
  ) STRICT;
  `,
  `
  -- Seconds; grids alone have it.
  ALTER TABLE files ADD COLUMN refresh_interval INTEGER;
  ALTER TABLE files ADD COLUMN is_theme INTEGER;
  ALTER TABLE files ADD COLUMN is_template INTEGER;
  -- How many stars the file has, so that lists need not look for them.
  ALTER TABLE files ADD COLUMN star_count INTEGER NOT NULL DEFAULT 0;

  -- The pages of a folder, of all that a user has, and of the trash.
  CREATE INDEX files_folder ON files (owner_id, parent, created) WHERE deleted IS NULL;
  CREATE INDEX files_owner ON files (owner_id, created) WHERE deleted IS NULL;
  CREATE INDEX files_trash ON files (owner_id, deleted) WHERE deleted IS NOT NULL;

  CREATE TABLE stars (
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (file_id, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX stars_user ON stars (user_id, file_id);
  CREATE TRIGGER stars_added AFTER INSERT ON stars BEGIN
    UPDATE files SET star_count = star_count + 1 WHERE id = new.file_id;
  END;
  CREATE TRIGGER stars_removed AFTER DELETE ON stars BEGIN
    UPDATE files SET star_count = star_count - 1 WHERE id = old.file_id;
  END;

  -- What a search looks into; the words alone are kept. Triggers write it in the transaction of the file itself.
  CREATE VIRTUAL TABLE search USING fts5 (
    filename, title, heading, owner, content = '', contentless_delete = 1, prefix = '2 3'
  );
  CREATE VIEW searched AS
    SELECT f.id, f.filename, f.title, u.username AS owner, CASE json_type(p.figure, '$.layout.title')
        WHEN 'text' THEN json_extract(p.figure, '$.layout.title')
        WHEN 'object' THEN coalesce(json_extract(p.figure, '$.layout.title.text'), '')
        ELSE '' END AS heading
    FROM files f JOIN users u ON u.id = f.owner_id LEFT JOIN plots p ON p.file_id = f.id;
  INSERT INTO search (rowid, filename, title, heading, owner)
    SELECT id, filename, title, heading, owner FROM searched;
  CREATE TRIGGER search_file_added AFTER INSERT ON files WHEN new.filetype <> 'plot' BEGIN
    INSERT INTO search (rowid, filename, title, heading, owner)
      SELECT id, filename, title, heading, owner FROM searched WHERE id = new.id;
  END;
  CREATE TRIGGER search_plot_added AFTER INSERT ON plots BEGIN
    INSERT INTO search (rowid, filename, title, heading, owner)
      SELECT id, filename, title, heading, owner FROM searched WHERE id = new.file_id;
  END;
  CREATE TRIGGER search_file_changed AFTER UPDATE OF filename, title ON files BEGIN
    DELETE FROM search WHERE rowid = new.id;
    INSERT INTO search (rowid, filename, title, heading, owner)
      SELECT id, filename, title, heading, owner FROM searched WHERE id = new.id;
  END;
  CREATE TRIGGER search_plot_changed AFTER UPDATE OF figure ON plots BEGIN
    DELETE FROM search WHERE rowid = new.file_id;
    INSERT INTO search (rowid, filename, title, heading, owner)
      SELECT id, filename, title, heading, owner FROM searched WHERE id = new.file_id;
  END;
  CREATE TRIGGER search_file_removed AFTER DELETE ON files BEGIN
    DELETE FROM search WHERE rowid = old.id;
  END;

  -- The last thousand changes of files, for other windows on the same database. Views and pictures are none.
  CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    fid TEXT NOT NULL,
    filetype TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER changes_pruned AFTER INSERT ON changes BEGIN
    DELETE FROM changes WHERE id <= new.id - 1000;
  END;
  CREATE TRIGGER changes_file_added AFTER INSERT ON files BEGIN
    INSERT INTO changes (kind, fid, filetype)
      SELECT 'created', username || ':' || new.idlocal, new.filetype FROM users WHERE id = new.owner_id;
  END;
  CREATE TRIGGER changes_file_changed
    AFTER UPDATE OF filename, parent, modified, world_readable, share_key, deleted, star_count ON files BEGIN
    INSERT INTO changes (kind, fid, filetype)
      SELECT 'changed', username || ':' || new.idlocal, new.filetype FROM users WHERE id = new.owner_id;
  END;
  CREATE TRIGGER changes_file_removed AFTER DELETE ON files BEGIN
    INSERT INTO changes (kind, fid, filetype)
      SELECT 'removed', username || ':' || old.idlocal, old.filetype FROM users WHERE id = old.owner_id;
  END;
  `,
  `
  CREATE INDEX files_themes ON files (created) WHERE is_theme = 1 AND deleted IS NULL;
  `,
  hideKeys,
  `
  -- The pages of a folder, and of all that a user has, in each order: a page is read where it stands. Those of a folder
  -- by name have the index of names.
  DROP INDEX files_folder;
  DROP INDEX files_owner;
  DROP INDEX files_trash;
  DROP INDEX files_themes;
  CREATE INDEX folder_created ON files (owner_id, parent, created, id) WHERE deleted IS NULL;
  CREATE INDEX folder_modified ON files (owner_id, parent, modified, id) WHERE deleted IS NULL;
  CREATE INDEX folder_filetype ON files (owner_id, parent, filetype, id) WHERE deleted IS NULL;
  CREATE INDEX folder_views ON files (owner_id, parent, views, id) WHERE deleted IS NULL;
  CREATE INDEX all_created ON files (owner_id, created, id) WHERE deleted IS NULL;
  CREATE INDEX all_modified ON files (owner_id, modified, id) WHERE deleted IS NULL;
  CREATE INDEX all_filename ON files (owner_id, filename, id) WHERE deleted IS NULL;
  CREATE INDEX all_filetype ON files (owner_id, filetype, id) WHERE deleted IS NULL;
  CREATE INDEX all_views ON files (owner_id, views, id) WHERE deleted IS NULL;
  -- What is in the trash is restored by the moment it went there.
  CREATE INDEX trash_deleted ON files (owner_id, deleted) WHERE deleted IS NOT NULL;
  CREATE INDEX trash_created ON files (owner_id, created, id) WHERE deleted IS NOT NULL;
  CREATE INDEX shared_created ON files (owner_id, created, id) WHERE share_key IS NOT NULL AND deleted IS NULL;
  CREATE INDEX themes_created ON files (created, id) WHERE is_theme = 1 AND deleted IS NULL;

  -- How many files there are, so that a page need not count them: in each folder by its number, -2 for all of a user's
  -- that are not in the trash, -3 for the trash.
  CREATE TABLE file_counts (
    owner_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    filetype TEXT NOT NULL,
    world_readable INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (owner_id, place, filetype, world_readable)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER counts_added AFTER INSERT ON files BEGIN
    INSERT INTO file_counts VALUES (
        new.owner_id, CASE WHEN new.deleted IS NULL THEN new.parent ELSE -3 END, new.filetype, new.world_readable, 1)
      ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO file_counts SELECT new.owner_id, -2, new.filetype, new.world_readable, 1 WHERE new.deleted IS NULL
      ON CONFLICT DO UPDATE SET count = count + 1;
  END;
  CREATE TRIGGER counts_removed AFTER DELETE ON files BEGIN
    UPDATE file_counts SET count = count - 1 WHERE owner_id = old.owner_id AND filetype = old.filetype
      AND world_readable = old.world_readable AND place = CASE WHEN old.deleted IS NULL THEN old.parent ELSE -3 END;
    UPDATE file_counts SET count = count - 1 WHERE owner_id = old.owner_id AND filetype = old.filetype
      AND world_readable = old.world_readable AND place = -2 AND old.deleted IS NULL;
  END;
  CREATE TRIGGER counts_changed AFTER UPDATE OF owner_id, parent, filetype, world_readable, deleted ON files
    WHEN old.owner_id <> new.owner_id OR old.parent <> new.parent OR old.filetype <> new.filetype
      OR old.world_readable <> new.world_readable OR (old.deleted IS NULL) <> (new.deleted IS NULL) BEGIN
    UPDATE file_counts SET count = count - 1 WHERE owner_id = old.owner_id AND filetype = old.filetype
      AND world_readable = old.world_readable AND place = CASE WHEN old.deleted IS NULL THEN old.parent ELSE -3 END;
    UPDATE file_counts SET count = count - 1 WHERE owner_id = old.owner_id AND filetype = old.filetype
      AND world_readable = old.world_readable AND place = -2 AND old.deleted IS NULL;
    INSERT INTO file_counts VALUES (
        new.owner_id, CASE WHEN new.deleted IS NULL THEN new.parent ELSE -3 END, new.filetype, new.world_readable, 1)
      ON CONFLICT DO UPDATE SET count = count + 1;
    INSERT INTO file_counts SELECT new.owner_id, -2, new.filetype, new.world_readable, 1 WHERE new.deleted IS NULL
      ON CONFLICT DO UPDATE SET count = count + 1;
  END;

  -- The search finds words by their beginnings, each length of which is in the index, so that common words are read a
  -- page at a time and never gathered first. Who may see a file, whose it is and of which type are words of it too:
  -- they begin with a character that nobody can search for. What is in the trash is not in it. A mark, as in Hindi, is
  -- a part of its word.
  DROP TRIGGER search_file_added;
  DROP TRIGGER search_plot_added;
  DROP TRIGGER search_file_changed;
  DROP TRIGGER search_plot_changed;
  DROP TRIGGER search_file_removed;
  DROP VIEW searched;
  DROP TABLE search;
  CREATE VIRTUAL TABLE search USING fts5 (
    filename, title, heading, owner, facts, content = '', contentless_delete = 1,
    prefix = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16', tokenize = "unicode61 categories 'L* N* Co M*'"
  );
  CREATE VIEW searched AS
    SELECT f.id, f.filename, f.title, u.username AS owner, CASE json_type(p.figure, '$.layout.title')
        WHEN 'text' THEN json_extract(p.figure, '$.layout.title')
        WHEN 'object' THEN coalesce(json_extract(p.figure, '$.layout.title.text'), '')
        ELSE '' END AS heading,
      char(57344) || 'o' || f.owner_id || ' ' || char(57344) || 't' || f.filetype
        || CASE f.world_readable WHEN 1 THEN ' ' || char(57344) || 'public' ELSE '' END AS facts
    FROM files f JOIN users u ON u.id = f.owner_id LEFT JOIN plots p ON p.file_id = f.id WHERE f.deleted IS NULL;
  CREATE TRIGGER search_file_added AFTER INSERT ON files WHEN new.filetype <> 'plot' BEGIN
    INSERT INTO search (rowid, filename, title, heading, owner, facts)
      SELECT id, filename, title, heading, owner, facts FROM searched WHERE id = new.id;
  END;
  CREATE TRIGGER search_plot_added AFTER INSERT ON plots BEGIN
    INSERT INTO search (rowid, filename, title, heading, owner, facts)
      SELECT id, filename, title, heading, owner, facts FROM searched WHERE id = new.file_id;
  END;
  CREATE TRIGGER search_file_changed AFTER UPDATE OF filename, title, world_readable, deleted ON files
    WHEN old.filename <> new.filename OR old.title <> new.title OR old.world_readable <> new.world_readable
      OR (old.deleted IS NULL) <> (new.deleted IS NULL) BEGIN
    DELETE FROM search WHERE rowid = new.id;
    INSERT INTO search (rowid, filename, title, heading, owner, facts)
      SELECT id, filename, title, heading, owner, facts FROM searched WHERE id = new.id;
  END;
  CREATE TRIGGER search_plot_changed AFTER UPDATE OF figure ON plots BEGIN
    DELETE FROM search WHERE rowid = new.file_id;
    INSERT INTO search (rowid, filename, title, heading, owner, facts)
      SELECT id, filename, title, heading, owner, facts FROM searched WHERE id = new.file_id;
  END;
  CREATE TRIGGER search_file_removed AFTER DELETE ON files BEGIN
    DELETE FROM search WHERE rowid = old.id;
  END;
  `,
  gatherAnew,
  `
  -- Which grids each plot refers to, written with its figure: so a plot's own are known.
  CREATE TABLE plot_grids (
    plot_id INTEGER NOT NULL REFERENCES plots (file_id) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    idlocal INTEGER NOT NULL,
    PRIMARY KEY (plot_id, owner, idlocal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX plot_grids_grid ON plot_grids (owner, idlocal);
  `,
  findGrids,
];

/** The database was written by a newer version of the service. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

/** The database is another program's. */
export class ForeignDatabaseError extends Error {
  override readonly name = "ForeignDatabaseError";
}

/** The version of the database's format. Throws NewerDatabaseError. */
export function refuseNewer(database: Database): number {
  const version = integer(database.get("PRAGMA user_version") ?? {}, "user_version");
  if (version <= STEPS.length) return version;
  throw new NewerDatabaseError(
    `The plots are kept in format ${version}, and this version knows formats up to ${STEPS.length}. Update Plot Files.`,
  );
}

/** Nothing is written into a database that is not ours: one without our tables, or without a version and not empty. */
function refuseForeign(database: Database, version: number): void {
  const tables = new Set(database.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name));
  const isOurs =
    version === 0 ? tables.size === 0 : ["users", "files", "plots", "grids"].every((name) => tables.has(name));
  if (!isOurs) throw new ForeignDatabaseError("The file is the database of another program.");
}

/**
 * Brings the schema up to date. To be called in a write transaction. Throws NewerDatabaseError, ForeignDatabaseError.
 *
 * @param until The version to bring it up to, this one's own unless a test wants an older database.
 * @returns Whether the database was empty before.
 */
export function migrate(database: Database, keys: Keys, until = STEPS.length): boolean {
  const version = refuseNewer(database);
  refuseForeign(database, version);
  for (const step of STEPS.slice(version, until)) {
    if (typeof step === "string") database.script(step);
    else step(database, keys);
  }
  if (version < until) database.script(`PRAGMA user_version = ${until}`);
  return version === 0;
}

/** Looks for the grids of the plots that are there, a thousand at a time. */
function findGrids(database: Database): void {
  const plotGrids = new PlotGrids(database);
  for (let last = -1; ;) {
    const rows = database.all("SELECT file_id, figure FROM plots WHERE file_id > ? ORDER BY file_id LIMIT 1000", last);
    for (const row of rows) {
      last = integer(row, "file_id");
      const figure: Figure = JSON.parse(text(row, "figure"));
      plotGrids.set(last, figure);
    }
    if (rows.length === 0) return;
  }
}

/** Counts the files, and gathers what a search looks into, from what is there: for what was written past the triggers. */
export function gatherAnew(database: Database): void {
  database.script(`
    -- Of 200,000 files the words do not fit into the usual 2 MB, and would be written and read many times over.
    PRAGMA cache_size = -64000;
    DELETE FROM file_counts;
    INSERT INTO file_counts SELECT owner_id, CASE WHEN deleted IS NULL THEN parent ELSE -3 END, filetype,
      world_readable, count(*) FROM files GROUP BY 1, 2, 3, 4;
    INSERT INTO file_counts SELECT owner_id, -2, filetype, world_readable, count(*) FROM files
      WHERE deleted IS NULL GROUP BY 1, 3, 4;
    INSERT INTO search (search) VALUES ('delete-all');
    INSERT INTO search (rowid, filename, title, heading, owner, facts)
      SELECT id, filename, title, heading, owner, facts FROM searched;
    PRAGMA cache_size = -2000;
  `);
}

/** Keys stood in the database as they are; now it has only what they are checked by. */
function hideKeys(database: Database, keys: Keys): void {
  // What is deleted is overwritten, on the pages that nothing stands on any more too.
  database.script("PRAGMA secure_delete = ON");
  database.script("ALTER TABLE users ADD COLUMN key_hash TEXT");
  for (const row of database.all("SELECT id, username, api_key FROM users WHERE api_key IS NOT NULL")) {
    const key = text(row, "api_key");
    keys.set(text(row, "username"), key);
    database.run("UPDATE users SET key_hash = ? WHERE id = ?", keyHash(key), integer(row, "id"));
  }
  database.script("ALTER TABLE users DROP COLUMN api_key");
}
