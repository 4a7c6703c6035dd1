/** Version 7 knows which grids each plot refers to. */
export const version7 = `
  -- Which grids each plot refers to, written with its figure: so a plot's own are known.
  CREATE TABLE plot_grids (
    plot_id INTEGER NOT NULL REFERENCES plots (file_id) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    idlocal INTEGER NOT NULL,
    PRIMARY KEY (plot_id, owner, idlocal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX plot_grids_grid ON plot_grids (owner, idlocal);
  `;
