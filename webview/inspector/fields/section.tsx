import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../icons.tsx";

interface SectionProps {
  /** The same for all parts of a kind: what was opened for one is open for the next. */
  readonly id: string;
  readonly title: string;
  readonly level: "section" | "group";
  /** How many of its attributes are written. */
  readonly count?: number;
  readonly open?: boolean;
  /** Opens it, whatever the person did before. */
  readonly forced?: boolean;
  readonly actions?: ComponentChildren;
  readonly hint?: string | undefined;
  readonly children: () => ComponentChildren;
}

const opened = new Map<string, boolean>();

/** A heading under which something folds. What is folded is not made. */
export function Section({
  id,
  title,
  level,
  count = 0,
  open = false,
  forced = false,
  actions,
  hint,
  children,
}: SectionProps): JSX.Element {
  const [isOpen, setOpen] = useState(opened.get(id) ?? open);
  useEffect(() => setOpen(opened.get(id) ?? open), [id]);
  useEffect(() => {
    if (forced) setOpen(true);
  }, [forced, id]);
  const toggle = (): void => {
    opened.set(id, !isOpen);
    setOpen(!isOpen);
  };
  const Heading = level === "section" ? "h3" : "h4";
  return (
    <section class={`folding ${level}`}>
      <Heading class="head">
        <button type="button" aria-expanded={isOpen} title={hint} onClick={toggle}>
          <Icon name={isOpen ? "chevron-down" : "chevron-right"} />
          <span class="title">{title}</span>
          {count > 0 && (
            <span class="count" title={`${count} written here`}>
              {count}
            </span>
          )}
        </button>
        {actions}
      </Heading>
      {isOpen && <div class="inside">{children()}</div>}
    </section>
  );
}
