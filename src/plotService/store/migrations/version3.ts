/** Version 3 lists themes. */
export const version3 = `
  CREATE INDEX files_themes ON files (created) WHERE is_theme = 1 AND deleted IS NULL;
  `;
