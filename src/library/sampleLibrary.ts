import type { LibraryPlot } from "./libraryPlot.ts";
import { finish } from "./finish.ts";
import type { Sketch } from "./making/sketch.ts";
import { type SampleOwner, sampleOwners } from "./sampleOwners.ts";
import { archive } from "./shelves/archive.ts";
import { city } from "./shelves/city/city.ts";
import { earth } from "./shelves/earth/earth.ts";
import { field } from "./shelves/field.ts";
import { harbour } from "./shelves/harbour/harbour.ts";
import { lab } from "./shelves/lab/lab.ts";
import { sky } from "./shelves/sky/sky.ts";
import { taste } from "./shelves/taste/taste.ts";
import { world } from "./shelves/world/world.ts";

const shelves: Readonly<Record<SampleOwner, () => Sketch[]>> = {
  marin_holt: harbour,
  "asa.lindqvist": sky,
  "ingrid-vale": earth,
  noor_haddad: city,
  "tomas.ferro": taste,
  "kestrel-lab": lab,
  junipermoss: field,
  rowan_pace: world,
  "pilar-ruiz": archive,
};

/**
 * Makes the plots that a new service begins with: invented people, invented data, every kind of trace. Every call gives
 * the same plots, oldest first, so that file ids follow the order of creation.
 */
export function sampleLibrary(): LibraryPlot[] {
  return sampleOwners
    .flatMap((owner) => shelves[owner]().map((sketch) => finish(owner, sketch)))
    .toSorted((a, b) => (a.created < b.created ? -1 : 1));
}
