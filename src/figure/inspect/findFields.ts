import { allFields, type Field, type FieldGroup } from "./fields.ts";

/**
 * The attributes whose names or descriptions have all words that are looked for, those by name first. None for no words.
 */
export function findFields(group: FieldGroup, words: string, most = 60): Field[] {
  const wanted = words
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return [];
  const ranked: { readonly field: Field; readonly rank: number }[] = [];
  for (const field of allFields(group)) {
    const rank = rankOf(field, wanted);
    if (rank !== undefined) ranked.push({ field, rank });
  }
  return ranked
    .toSorted((one, other) => one.rank - other.rank || one.field.path.length - other.field.path.length)
    .slice(0, most)
    .map(({ field }) => field);
}

function rankOf({ name, path, rule }: Field, wanted: readonly string[]): number | undefined {
  const place = path.join(" ").toLowerCase();
  const text = (rule.description ?? "").toLowerCase();
  let rank = 0;
  for (const word of wanted) {
    if (name.toLowerCase() === word) continue;
    if (name.toLowerCase().includes(word)) rank += 1;
    else if (place.includes(word)) rank += 2;
    else if (text.includes(word)) rank += 8;
    else if (rule.values?.some((value) => value === word) === true) rank += 9;
    else return undefined;
  }
  return rank;
}
