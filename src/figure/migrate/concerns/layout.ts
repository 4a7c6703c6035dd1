import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { containersOf, itemsOf } from "../draft/draft.ts";

/** Reads names that layouts of Plotly 1 used and the engine does not know any more. */
export function readLayoutNames(layout: JsonObject, changes: Changes): void {
  for (const annotation of itemsOf(layout, "annotations")) readAnnotationRef(annotation, changes);
  for (const [key, container] of containersOf(layout)) {
    if (/^[xyz]axis\d*$/.test(key)) readAutotick(container, changes);
    if (/^scene\d*$/.test(key)) readCameraPosition(container, changes);
  }
}

function readAnnotationRef(annotation: JsonObject, changes: Changes): void {
  const { ref } = annotation;
  if (ref === undefined) return;
  delete annotation["ref"];
  if (ref !== "paper" && ref !== "data") return changes.addOld();
  annotation["xref"] = ref === "paper" ? "paper" : "x";
  annotation["yref"] = ref === "paper" ? "paper" : "y";
  return changes.add("annotation");
}

function readAutotick(axis: JsonObject, changes: Changes): void {
  const { autotick } = axis;
  if (autotick === undefined) return;
  delete axis["autotick"];
  if (axis["tickmode"] !== undefined) return changes.addOld();
  axis["tickmode"] = autotick === false ? "linear" : "auto";
  return changes.add("autotick");
}

/** `[rotation as a quaternion, centre, distance]`; the eye stands on the third axis of the rotation. */
function readCameraPosition(scene: JsonObject, changes: Changes): void {
  const position: Json | undefined = scene["cameraposition"];
  if (position === undefined) return;
  delete scene["cameraposition"];
  const [rotation, center, distance] = Array.isArray(position) ? position : [];
  const [x, y, z, w] = numbers(rotation, 4);
  const [centerX, centerY, centerZ] = numbers(center, 3);
  if (
    x === undefined ||
    y === undefined ||
    z === undefined ||
    w === undefined ||
    centerX === undefined ||
    centerY === undefined ||
    centerZ === undefined ||
    typeof distance !== "number"
  ) {
    return changes.addOld();
  }
  scene["camera"] = {
    eye: {
      x: centerX + distance * 2 * (x * z - w * y),
      y: centerY + distance * 2 * (y * z + w * x),
      z: centerZ + distance * (1 - 2 * (x * x + y * y)),
    },
    center: { x: centerX, y: centerY, z: centerZ },
    up: { x: 0, y: 0, z: 1 },
  };
  return changes.add("camera");
}

function numbers(value: Json | undefined, length: number): readonly number[] {
  if (!Array.isArray(value) || value.length !== length) return [];
  return value.every((item) => typeof item === "number") ? value : [];
}
