/** Version 1 has users, and their files: plots, grids and pictures. */
export const version1 = `
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
  `;
