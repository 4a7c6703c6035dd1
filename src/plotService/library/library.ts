import { archive } from "./archive.ts";
import { city } from "./city.ts";
import { earth } from "./earth.ts";
import { field } from "./field.ts";
import { harbour } from "./harbour.ts";
import { lab } from "./lab.ts";
import type { LibraryPlot } from "./libraryPlot.ts";
import { type SampleOwner, sampleOwners } from "./sampleOwners.ts";
import { finish, type Sketch } from "./sketch.ts";
import { sky } from "./sky.ts";
import { taste } from "./taste.ts";
import { world } from "./world.ts";

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
 * The plots that a new service begins with: invented people, invented data, every kind of trace. The same at every
 * call, oldest first, so that file ids follow the order of creation.
 */
export function sampleLibrary(): LibraryPlot[] {
  return sampleOwners
    .flatMap((owner) => shelves[owner]().map((sketch) => finish(owner, sketch)))
    .toSorted((a, b) => (a.created < b.created ? -1 : 1));
}
