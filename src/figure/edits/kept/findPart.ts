import { type FigurePath, formatPath, readPath } from "../../model/path.ts";
import { plainText } from "../../model/plainText.ts";
import type { Draft } from "../draft/draft.ts";
import { kindOf } from "../draft/part.ts";
import type { PartSigns } from "./handEdit.ts";
import { type Element, isAlike, isNamed, signsIn } from "./signs.ts";

export type FoundPart =
  | { readonly path: FigurePath }
  | {
      readonly why: string;
      /** Whether it is certain that it is not there any more. */
      readonly isGone: boolean;
    };

type Place = number | { readonly why: string; readonly isGone: boolean };

const gone: Place = { why: "is not there any more.", isGone: true };
const unclear = (why: string): Place => ({ why, isGone: false });

/**
 * Finds a part again: by its uid; by its name, with the type and the axes of a trace; by its text; by its data; and by
 * its place only where nothing else tells it and as many elements are there as before. Else a sentence about why it is
 * not found: an edit never goes to a part that may be another one.
 */
export function findPart(draft: Draft, signs: PartSigns): FoundPart {
  const list = listOf(draft, signs);
  if ("why" in list) return list;
  const part = draft.find(list.path);
  if (part === undefined || kindOf(part) !== "array")
    return { why: `There is no \`${formatPath(list.path)}\`.`, isGone: true };
  const all = signsIn(draft, list.path);
  const place = placeOf(draft, signs, list.path, all);
  return typeof place === "number"
    ? { path: [...list.path, place] }
    : { ...place, why: `${partWords(signs)} ${place.why}` };
}

/** The list in which a part stands, or stood. */
export function listOf(draft: Draft, signs: PartSigns): FoundPart {
  const way = readPath(signs.list);
  if (way === undefined) return { why: `\`${signs.list}\` is no path.`, isGone: false };
  if (signs.of === undefined) return { path: way };
  const owner = findPart(draft, signs.of);
  return "why" in owner ? owner : { path: [...owner.path, ...way] };
}

function placeOf(draft: Draft, signs: PartSigns, list: FigurePath, all: readonly Element[]): Place {
  const places = (test: (each: Element) => boolean): number[] =>
    all.flatMap((each, place) => (test(each) ? place : []));
  if (signs.uid !== undefined) {
    const found = places((each) => each.signs.uid === signs.uid);
    if (found.length === 1) return found[0]!;
    if (found.length > 1) return unclear("stands there several times.");
    // Whoever gives each run new ids still gives names.
    if (signs.name === undefined && signs.text === undefined) return gone;
  }
  for (const sign of ["name", "text"] as const) {
    const own = signs[sign];
    if (own === undefined) continue;
    const named = places((each) => each.signs[sign] === own);
    const alike = named.filter((place) => isAlike(all[place]!.signs, signs));
    if (alike.length === 1 && signs.several !== true) return alike[0]!;
    if (named.length === 0) return gone;
    if (alike.length === 0) return unclear("is of another type now, or on other axes.");
    const same = signs.data === undefined ? [] : alike.filter((place) => all[place]!.data() === signs.data);
    return same.length === 1 ? same[0]! : unclear("is a name of several, and nothing tells which one it was.");
  }
  const isNameless = (each: Element): boolean =>
    each.signs.uid === undefined && !isNamed(each.signs) && isAlike(each.signs, signs);
  const same = places((each) => isNameless(each) && signs.data !== undefined && each.data() === signs.data);
  if (same.length === 1) return same[0]!;
  const there = all[signs.place];
  // Where other elements are as they were, this one was not just filled with new data.
  const present = [...all, ...(list.at(-1) === "data" ? [] : signsIn(draft, ["data"]))];
  const isRenewed = !(signs.others ?? []).some((other) => present.some((each) => each.data() === other));
  const isTold = signs.data === undefined ? all.length === 1 || signs.others !== undefined : true;
  if (
    all.length === signs.count &&
    same.length === 0 &&
    isRenewed &&
    isTold &&
    there !== undefined &&
    isNameless(there)
  )
    return signs.place;
  return unclear("has neither a name nor a text, and the list has changed, so that it cannot be told.");
}

/** What a person calls an element of a list. */
const LIST_WORDS: ReadonlyMap<string, string> = new Map([
  ["data", "Trace"],
  ["frames", "Frame"],
  ["layout.annotations", "Annotation"],
  ["layout.images", "Image"],
  ["layout.shapes", "Shape"],
  ["layout.sliders", "Slider"],
  ["layout.updatemenus", "Menu"],
]);

/** What a person calls the part, at the beginning of a sentence. */
export function partWords({ list, name, text, place, uid, of }: PartSigns): string {
  const words = LIST_WORDS.get(list) ?? `\`${list}\``;
  const called = name ?? (text === undefined ? undefined : plainText(text)) ?? (of === undefined ? uid : undefined);
  return called === undefined ? `${words} ${place}` : `${words} “${called}”`;
}
