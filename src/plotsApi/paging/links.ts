/**
 * Takes the query of a page's link and nothing else, since servers write links to hosts of their own: the recorded
 * page leads from api.plotly.com to api.plot.ly. Leaves out `format`, for `format=api` would bring a web page.
 */
export function linkQuery(link: string | null | undefined): string | undefined {
  if (!link) return undefined;
  const query = URL.parse(link, "http://localhost")?.searchParams;
  if (!query) return undefined;
  query.delete("format");
  return query.toString();
}

/**
 * Takes the number of the page that a link on this `page` leads to. The numbers only rise: a link that names no later
 * page leads to the one after this.
 */
export function linkNumber(link: string | null | undefined, page: number): number | undefined {
  if (!link) return undefined;
  const named = Number(URL.parse(link, "http://localhost")?.searchParams.get("page") ?? "");
  return Number.isSafeInteger(named) && named > page ? named : page + 1;
}
