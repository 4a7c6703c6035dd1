import type { Uri } from "vscode";
import { longestFilename } from "../../plotsApi/limits.ts";

/** The last part of a path, of a file or a folder: "boats.plotly.json". */
export function fileName({ path }: Uri): string {
  const end = path.endsWith("/") ? path.length - 1 : path.length;
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}

/** Why a plot, a grid or a folder cannot be called so; undefined where it can. `refused` is a name that the server has already. */
export function fileNameProblem(text: string, refused?: string): string | undefined {
  const name = text.trim();
  if (name === "") return "Type a name.";
  // The service has this limit, and takes a slash for a folder.
  const length = Array.from(name).length;
  if (length > longestFilename) return `A name has at most ${longestFilename} characters; this one has ${length}.`;
  if (name.includes("/")) return "A name cannot contain “/”, which the API reads as a folder.";
  if (name === refused) return `“${name}” already exists. Choose another name.`;
  return undefined;
}
