import type { Database } from "../database/database.ts";

/**
 * Version 6 counts the files that are there, and gathers what a search looks into. It mends what was written past the
 * triggers.
 */
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
