/** The views of the Plots container in the side bar, from top to bottom. */
export const views = {
  figures: "Figures in this Workspace",
  mine: "My Plots",
  publicPlots: "Public Plots",
  feed: "Feed",
} as const;
