import { useWindow } from "./useWindow.ts";

describe("The window", () => {
  const bench = useWindow();

  it("has the Plots container with its three views", async () => {
    const { window } = bench;
    await window.sideBar.open("Plots");
    for (const view of ["Public Plots", "Feed", "Figures in this Workspace"]) await window.sideBar.view(view).waitFor();
    await window.screenshot("plots-container");
  });
});
