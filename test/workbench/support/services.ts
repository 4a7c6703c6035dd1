import { listen } from "../../../src/plotService/listen.ts";
import type { LibraryPlot } from "../../../src/library/libraryPlot.ts";
import { openPlotService, type PlotService } from "../../../src/plotService/service.ts";
import type { Connection } from "../../../src/workbench/servers/connection.ts";
import { connectionTo } from "./standIns.ts";

/** A plot service in memory, with the sample library unless another one is given. Node only. */
export function memoryService(library?: readonly LibraryPlot[]): PlotService {
  return openPlotService({ database: ":memory:", ...(library === undefined ? {} : { library }) });
}

/** A connection to it as its local user, without a socket. */
export function connectionToService(service: PlotService): Connection {
  return connectionTo("http://service.invalid/v2", {
    fetch: (request) => service.fetch(request),
    credentials: service.user,
    username: service.user.username,
  });
}

/** The same on loopback, as a server of its own. */
export async function listening(service: PlotService): Promise<{ root: string; close(): Promise<void> }> {
  const server = await listen(service, { port: 0 });
  return {
    root: `${server.url}/v2`,
    async close() {
      await server.close();
      service.close();
    },
  };
}

/** A plot of a library, public and without data unless said otherwise. */
export function libraryPlot(facts: Partial<LibraryPlot> & Pick<LibraryPlot, "filename">): LibraryPlot {
  return {
    owner: "ada",
    created: "2024-03-01T10:00:00Z",
    modified: "2024-03-02T11:30:00Z",
    views: 0,
    quality: 5,
    feed: false,
    worldReadable: true,
    figure: { data: [], layout: {} },
    ...facts,
  };
}
