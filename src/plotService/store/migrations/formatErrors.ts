/** The database was written by a newer version of the service. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

/** The database is another program's. */
export class ForeignDatabaseError extends Error {
  override readonly name = "ForeignDatabaseError";
}
