import { html } from "hono/html";
import type * as z from "zod";
import { collectionOf } from "../bodies/fileBody.ts";
import { mayRead } from "../store/files/permission.ts";
import { notFound } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { noQuery, reading, sharedQuery } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import { formatSeconds } from "../model/time.ts";
import { plotContent } from "./plots.ts";

/**
 * Adds the pages that `web_url`, `embed_url`, `profile_url` and `avatar_url` lead to, so that links in answers can be
 * followed. What they show is our choice; they have no scripts.
 */
export function pageRoutes(api: Resources): void {
  const ofFile = reading("Get a page that names a file.", noQuery, filePage);
  api.add("/:profile{~[^/]+}/:id{(0|[1-9][0-9]*)(\\.embed)?}", { GET: ofFile });
  api.add("/:profile{~[^/]+}/:id{(0|[1-9][0-9]*)\\.json}", {
    GET: reading("Get a plot's figure with its data, as the public service's pages did.", sharedQuery, plotJson),
  });
  api.add("/:profile{~[^/]+}/avatar.svg", { GET: reading("Get a user's picture.", noQuery, avatar) });
  api.add("/:profile{~[^/]+}", { GET: reading("Get a page that names a user.", noQuery, profilePage) });
}

/**
 * Answers `{web_url}.json`, which scripts read without any client (recorded). A private plot without its key is 404
 * (recorded).
 */
function plotJson(c: ServiceContext, { share_key }: z.output<typeof sharedQuery>): Response {
  return plotContent(c, { inline_data: "true", share_key }, () => namedFile(c));
}

function namedFile(c: ServiceContext): FileRecord {
  const { store, viewer } = c.var;
  const file = store.files.find(ownerName(c), Number.parseInt(c.req.param("id") ?? "", 10));
  if (file === undefined || !mayRead(file, viewer, c.req.query("share_key"))) throw notFound();
  return file;
}

function filePage(c: ServiceContext): Response | Promise<Response> {
  const { store, links } = c.var;
  const shareKey = c.req.query("share_key");
  const file = namedFile(c);
  const owner = file.owner.username;
  const name = file.title === "" ? file.filename : file.title;
  const key = shareKey === undefined ? "" : `?share_key=${encodeURIComponent(shareKey)}`;
  const content = `${links.resource(collectionOf(file), owner, file.idlocal)}${file.filetype === "fold" ? "" : "/content"}${key}`;
  const picture =
    store.images.of(file.id) === undefined
      ? ""
      : html`<p><img src="${links.images(owner, file.idlocal)}default" alt="Picture of ${name}" /></p>`;
  return page(
    c,
    `${name} by ${owner}`,
    html`<h1>${name}</h1>
      <p>By <a href="${links.profile(owner)}">${owner}</a>, ${formatSeconds(file.created)} UTC, ${file.views} views</p>
      ${picture}
      <p><a href="${content}">Content as JSON</a></p>`,
  );
}

function profilePage(c: ServiceContext): Response | Promise<Response> {
  const user = c.var.store.users.find(ownerName(c));
  if (user === undefined) throw notFound();
  return page(c, user.username, html`<h1>${user.username}</h1>`);
}

function page(c: ServiceContext, title: string, body: ReturnType<typeof html>): Response | Promise<Response> {
  c.header("Content-Security-Policy", "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'");
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
        </head>
        <body>
          ${body}
        </body>
      </html>`,
  );
}

/** Draws the name's first letter on a disc whose colour follows from the name. */
async function avatar(c: ServiceContext): Promise<Response> {
  const user = c.var.store.users.find(ownerName(c));
  if (user === undefined) throw notFound();
  const letters = Array.from(user.username);
  const hue = letters.reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 0);
  const picture = await html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
    <circle cx="32" cy="32" r="32" fill="hsl(${hue}, 45%, 45%)" />
    <text x="32" y="43" font-family="sans-serif" font-size="32" text-anchor="middle" fill="white">
      ${letters[0]?.toUpperCase()}
    </text>
  </svg>`;
  const headers = { "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'" };
  return c.body(picture, 200, { ...headers, "Content-Type": "image/svg+xml" });
}

function ownerName(c: ServiceContext): string {
  return (c.req.param("profile") ?? "").slice(1);
}
