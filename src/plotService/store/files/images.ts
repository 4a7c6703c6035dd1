import type { Microseconds } from "../../model/time.ts";
import type { Database } from "../database/database.ts";
import { bytes, integer } from "../database/row.ts";

export interface ImageRecord {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly modified: Microseconds;
}

/** The picture of a file that a preview drew last. */
export class Images {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  of(fileId: number): ImageRecord | undefined {
    const row = this.#database.get("SELECT png, modified FROM images WHERE file_id = ?", fileId);
    return row && { png: bytes(row, "png"), modified: integer(row, "modified") };
  }

  /** Keeps a picture. Call it in a write transaction. */
  put(fileId: number, image: ImageRecord): void {
    this.#database.run(
      `INSERT INTO images (file_id, png, modified) VALUES (?, ?, ?)
       ON CONFLICT (file_id) DO UPDATE SET png = excluded.png, modified = excluded.modified`,
      fileId,
      image.png,
      image.modified,
    );
  }

  /** Forgets the picture of a figure that has changed. Call it in a write transaction. */
  remove(fileId: number): void {
    this.#database.run("DELETE FROM images WHERE file_id = ?", fileId);
  }
}
