import type { JSX } from "preact";
import { isContainer } from "../../../src/figure/model/container.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { type FieldGroup, type FieldList, isList } from "../../../src/figure/inspect/fields.ts";
import { IconButton } from "../icons.tsx";
import type { Selection } from "../selection.ts";
import { FieldRow } from "../fields/fieldRow.tsx";
import { Section } from "../fields/section.tsx";

interface GroupProps {
  readonly selection: Selection;
  readonly group: FieldGroup;
  /** What the text's cursor or the drawing chose: the groups on the way to it are open. */
  readonly inside: FigurePath;
}

/** The attributes of a group, and below them its own groups, folded. */
export function GroupView({ selection, group, inside }: GroupProps): JSX.Element {
  return (
    <>
      {group.fields.map((field) => (
        <FieldRow key={field.name} selection={selection} field={field} label={field.name} place="all" isName />
      ))}
      {group.groups.map((each) =>
        isList(each) ? (
          <ListView key={each.name} selection={selection} list={each} inside={inside} />
        ) : (
          <Section
            key={each.name}
            id={`${selection.first.kind}.${each.path.join(".")}`}
            title={each.name}
            level="group"
            hint={each.description}
            count={writtenIn(selection.written(each.path))}
            forced={isOnTheWay(each.path, inside)}
          >
            {() => <GroupView selection={selection} group={each} inside={inside} />}
          </Section>
        ),
      )}
    </>
  );
}

interface ListProps {
  readonly selection: Selection;
  readonly list: FieldList;
  readonly inside: FigurePath;
}

/** A list of objects that all take the same. */
function ListView({ selection, list, inside }: ListProps): JSX.Element {
  const { path, name } = list;
  const written = selection.written(path);
  const elements = Array.isArray(written) ? (written as readonly unknown[]) : [];
  const at = selection.pathOf(path);
  const locked = selection.host.locked !== undefined || selection.isMany;
  const add = (
    <IconButton
      icon="add"
      label={`Add to ${name}`}
      disabled={locked}
      press={() => selection.write([{ act: "insert", path: [...at, elements.length], value: {} }], `Add to ${name}`)}
    />
  );
  return (
    <Section
      id={`${selection.first.kind}.${path.join(".")}`}
      title={name}
      level="group"
      hint={list.description}
      count={elements.length}
      forced={isOnTheWay(path, inside)}
      actions={add}
    >
      {() =>
        elements.length === 0 ? (
          <p class="nothing">None yet.</p>
        ) : (
          elements.map((element, index) => {
            const group = list.element(index);
            const named = isContainer(element) ? (element["name"] ?? element["label"] ?? element["text"]) : undefined;
            const actions = (
              <>
                <IconButton
                  icon="arrow-up"
                  label={`Move up: ${name} ${index}`}
                  disabled={locked || index === 0}
                  press={() =>
                    selection.write([{ act: "move", path: [...at, index], to: index - 1 }], `Move in ${name}`)
                  }
                />
                <IconButton
                  icon="trash"
                  label={`Remove: ${name} ${index}`}
                  disabled={locked}
                  press={() => selection.write([{ act: "remove", path: [...at, index] }], `Remove from ${name}`)}
                />
              </>
            );
            return (
              <Section
                key={index}
                id={`${selection.first.kind}.${group.path.join(".")}`}
                title={typeof named === "string" && named !== "" ? `${index} “${named}”` : String(index)}
                level="group"
                forced={isOnTheWay(group.path, inside)}
                actions={actions}
              >
                {() => <GroupView selection={selection} group={group} inside={inside} />}
              </Section>
            );
          })
        )
      }
    </Section>
  );
}

/** How many values are written in it. */
function writtenIn(value: unknown): number {
  if (!isContainer(value)) return value === undefined ? 0 : 1;
  return Object.values(value).reduce((sum: number, member) => sum + writtenIn(member), 0);
}

const isOnTheWay = (path: FigurePath, inside: FigurePath): boolean =>
  path.length <= inside.length && path.every((step, index) => step === inside[index]);
