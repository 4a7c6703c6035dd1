import type { Uri } from "vscode";
import type { PlotService } from "../../plotService/service.ts";

/** Opens the plot service that keeps its database below `storage`; undefined where there is no Node. */
export type OpenPlotService = ((storage: Uri) => Promise<PlotService>) | undefined;

export type { PlotService };
