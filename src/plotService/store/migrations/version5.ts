/** Version 5 reads every page of files where it stands, counts files, and searches by the beginnings of words. */
export const version5 = `
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
  `;
