/** A newer version of the service wrote the database. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

/** The database belongs to another program. */
export class ForeignDatabaseError extends Error {
  override readonly name = "ForeignDatabaseError";
}
