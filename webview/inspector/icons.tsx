import type { JSX } from "preact";
import add from "@vscode/codicons/src/icons/add.svg";
import arrowDown from "@vscode/codicons/src/icons/arrow-down.svg";
import arrowUp from "@vscode/codicons/src/icons/arrow-up.svg";
import chevronDown from "@vscode/codicons/src/icons/chevron-down.svg";
import chevronRight from "@vscode/codicons/src/icons/chevron-right.svg";
import close from "@vscode/codicons/src/icons/close.svg";
import copy from "@vscode/codicons/src/icons/copy.svg";
import discard from "@vscode/codicons/src/icons/discard.svg";
import eye from "@vscode/codicons/src/icons/eye.svg";
import eyeClosed from "@vscode/codicons/src/icons/eye-closed.svg";
import search from "@vscode/codicons/src/icons/search.svg";
import trash from "@vscode/codicons/src/icons/trash.svg";
import ellipsis from "@vscode/codicons/src/icons/ellipsis.svg";

const drawings = {
  add,
  "arrow-down": arrowDown,
  "arrow-up": arrowUp,
  "chevron-down": chevronDown,
  "chevron-right": chevronRight,
  close,
  copy,
  discard,
  ellipsis,
  eye,
  "eye-closed": eyeClosed,
  search,
  trash,
};

export type IconName = keyof typeof drawings;

/** A codicon. Screen readers pass it over. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <span class={`codicon codicon-${name}`} aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawings[name] }} />
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly press: () => void;
}

/** A button that is an icon alone. */
export function IconButton({ icon, label, class: name = "", disabled, pressed, press }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`icon-button ${name}`}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}
