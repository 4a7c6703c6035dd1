import type { JSX } from "preact";
import { controlOf } from "../../../src/figure/inspect/control.ts";
import { ChoiceControl } from "../choices/choiceControl.tsx";
import { FlagsControl } from "../choices/flagsControl.tsx";
import { PictureControl } from "../choices/pictureControl.tsx";
import { pictureKind } from "../choices/pictures.tsx";
import { SubplotControl } from "../choices/subplotControl.tsx";
import { FamilyControl, FormatControl, SpacingControl } from "../choices/wordControls.tsx";
import { ColorControl } from "../colors/colorControl.tsx";
import { ColorsControl } from "../colors/colorsControl.tsx";
import { ScaleControl } from "../colors/scaleControl.tsx";
import { type ControlProps, hasList } from "../controls/controlProps.ts";
import { DataControl } from "../controls/dataControl.tsx";
import { JsonControl } from "../controls/jsonControl.tsx";
import { NumberControl } from "../controls/numberControl.tsx";
import { SwitchControl } from "../controls/switchControl.tsx";
import { TextControl } from "../controls/textControl.tsx";
import { TupleControl } from "../controls/tupleControl.tsx";

/** The field for an attribute. */
export function Control(props: ControlProps): JSX.Element {
  const { name, rule } = props;
  if (hasList(props)) return <DataControl {...props} />;
  const pictures = /^(?:start|)arrowhead$/.test(name) ? "arrow" : pictureKind(name, rule.values);
  if (pictures !== undefined) return <PictureControl {...props} kind={pictures} />;
  const control = controlOf(name, rule);
  switch (control) {
    case "switch":
      return <SwitchControl {...props} />;
    case "choice":
      return <ChoiceControl {...props} />;
    case "flags":
      return <FlagsControl {...props} />;
    case "number":
    case "angle":
      return <NumberControl {...props} />;
    case "text":
      return <TextControl {...props} />;
    case "color":
      return <ColorControl {...props} />;
    case "colors":
      return <ColorsControl {...props} />;
    case "colorscale":
      return <ScaleControl {...props} />;
    case "font":
      return <FamilyControl {...props} />;
    case "format":
      return <FormatControl {...props} />;
    case "spacing":
      return <SpacingControl {...props} />;
    case "range":
    case "tuple":
      return <TupleControl {...props} />;
    case "subplot":
      return <SubplotControl {...props} />;
    case "data":
      return <DataControl {...props} />;
    case "list":
    case "value":
      return <JsonControl {...props} />;
    default:
      return control satisfies never;
  }
}
