import { workspace } from "vscode";
import type { WorkspaceTemplate } from "../../editMessages.ts";
import { isContainer } from "../../figure/model/container.ts";
import type { Json, JsonObject } from "../../figure/model/figure.ts";
import { fileName } from "../editing/names.ts";

/** Bytes of the largest file that is read as a template. */
const LARGEST = 1_000_000;

/** So many are offered. */
const MOST = 50;

/** The templates of the workspace, by name: files `*.template.json` that hold a `layout` or a `data` of defaults. */
export async function workspaceTemplates(): Promise<WorkspaceTemplate[]> {
  const files = await workspace.findFiles("**/*.template.json", "**/node_modules/**", MOST);
  const read = files.map(async (uri): Promise<WorkspaceTemplate[]> => {
    try {
      if ((await workspace.fs.stat(uri)).size > LARGEST) return [];
      const value = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri))) as Json;
      const name = fileName(uri).replace(/\.template\.json$/i, "");
      return isTemplate(value) ? [{ name, value }] : [];
    } catch {
      // A file that cannot be read, or is no JSON, is no template.
      return [];
    }
  });
  return (await Promise.all(read)).flat().toSorted((a, b) => a.name.localeCompare(b.name));
}

const isTemplate = (value: Json): value is JsonObject =>
  isContainer(value) && (isContainer(value["layout"]) || isContainer(value["data"]));
