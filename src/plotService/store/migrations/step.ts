import type { Keys } from "../accounts/keys.ts";
import type { Database } from "../database/database.ts";

/** Brings a database from one version to the next: SQL, or a function for what SQL alone cannot do. */
export type Step = string | ((database: Database, keys: Keys) => void);
