import * as z from "zod";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { stringifyInSteps } from "../../figure/text/steps/stringifyInSteps.ts";
import { plotDetailText } from "../bodies/plotBody.ts";
import { plotContentText } from "../content/plotContent.ts";
import { ownFile, readableFile } from "../http/access.ts";
import { notFound } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { noQuery, reading, sharedQuery, writing } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { User } from "../store/accounts/users.ts";
import { changeFile, changeFileFields } from "./fields/changeFile.ts";
import { deleteAtOnce, fileActions } from "./fileActions.ts";
import type { FileCollection } from "./fileActions.ts";
import { figureField } from "./fields/figureField.ts";
import { newFile, newFileFields } from "./fields/newFile.ts";
import { listPlots, listQuery, plotsPageText } from "./plotList.ts";

/** The most plots in the feed, which has one page: our choice. */
const FEED_LIMIT = 50;

const createBody = z.object({ figure: figureField, ...newFileFields });

const changeBody = z.object({ figure: figureField.optional(), ...changeFileFields });

const PLOTS: FileCollection = { name: "plots", filetype: "plot" };

export const contentQuery = z.object({
  /** Only `true` means yes; the official client sends `false`. */
  inline_data: z.string().optional(),
  map_data: z.string().optional(),
  share_key: z.string().optional(),
});

export function plotRoutes(api: Resources): void {
  api.add("/v2/plots", {
    GET: reading("List the public plots.", listQuery, listPlots),
    POST: writing("Create a plot from a figure that refers to grids.", createBody, createPlot),
  });
  api.add("/v2/plots/feed", {
    GET: reading("List the hand-picked plots in random order.", noQuery, (c) =>
      json(c, plotsPageText(c.var, c.var.store.plots.feed(FEED_LIMIT), { next: null, previous: null })),
    ),
  });
  fileActions(api, PLOTS);
  const change = writing("Change a plot; what is left out stays.", changeBody, changePlot);
  api.add("/v2/plots/:fid", {
    GET: reading("Get a plot without its figure's data.", sharedQuery, (c) => {
      const plot = c.var.store.plots.of(readableFile(c, "plot"));
      if (plot === undefined) throw notFound();
      return json(c, plotDetailText(plot, c.var));
    }),
    PUT: change,
    PATCH: change,
    DELETE: deleteAtOnce("plot"),
  });
  api.add("/v2/plots/:fid/content", {
    GET: reading("Get a plot's figure, with or without the data that it refers to.", contentQuery, plotContent),
  });
}

async function createPlot(c: ServiceContext, body: z.output<typeof createBody>, owner: User): Promise<Response> {
  const { store } = c.var;
  const figure = await inSlices(stringifyInSteps(body.figure));
  const plot = store.database.write(() => {
    const file = newFile(c, owner, body, { filetype: "plot", defaultName: "plot from API" });
    return store.plots.insert(store.files.insert(file), figure, body.figure);
  });
  return json(c, `{"file":${plotDetailText(plot, c.var)}}`, 201);
}

/** Changes any part of a plot, by PUT as by PATCH: clients that worked did so. */
async function changePlot(c: ServiceContext, body: z.output<typeof changeBody>): Promise<Response> {
  const { database, plots, images } = c.var.store;
  const figure = body.figure && { value: body.figure, text: await inSlices(stringifyInSteps(body.figure)) };
  const plot = database.write(() => {
    const file = changeFile(c, ownFile(c, "plot"), body);
    if (figure === undefined) return plots.of(file);
    images.remove(file.id);
    return plots.replace(file, figure.text, figure.value);
  });
  if (plot === undefined) throw notFound();
  return json(c, plotDetailText(plot, c.var));
}

/**
 * Answers with a plot's figure.
 *
 * @param find Finds the plot's file, by the fid in the path unless given. It runs in a read transaction.
 */
export function plotContent(
  c: ServiceContext,
  query: z.output<typeof contentQuery>,
  find = () => readableFile(c, "plot"),
): Response {
  const { store, viewer } = c.var;
  const inline = query.inline_data === "true";
  const { file, content } = store.database.read(() => {
    const plot = store.plots.of(find());
    if (plot === undefined) throw notFound();
    const options = { inline, mapUnreadable: query.map_data === "unreadable" };
    const request = { store, plot: plot.file, viewer, shareKey: query.share_key };
    return { file: plot.file, content: plotContentText(plot.figure, options, request) };
  });
  // A view is an answer with the data, which whoever draws the plot asks for: our choice, since nobody knows what the
  // public service counted. An editor reads the text too, and that is the same look at the plot.
  if (inline && c.req.method !== "HEAD") store.views.count(file.id);
  return json(c, content);
}
