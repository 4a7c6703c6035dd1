/** Version 2 adds folders, the trash, stars, searching, and notices of changes. */
export const version2 = `
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
  `;
