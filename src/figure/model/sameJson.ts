import { isContainer } from "./container.ts";
import type { Json } from "./figure.ts";

/** Whether two values are the same JSON, or both are none. The order of members does not count. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => sameJson(item, other[index]));
  }
  if (!isContainer(one) || !isContainer(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => {
    const [own, others] = [one[key], Object.hasOwn(other, key) ? other[key] : undefined];
    return own !== undefined && others !== undefined && sameJson(own, others);
  });
}
