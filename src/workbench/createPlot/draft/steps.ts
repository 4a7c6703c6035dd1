import { Disposable, type QuickInput, QuickInputButtons, type QuickPickItem, window } from "vscode";

/** The answer of a person who went back a step; `undefined` is that of one who gave up. */
export const back = Symbol("back");

export type StepAnswer<T> = T | typeof back | undefined;

export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

export interface Pick<T extends QuickPickItem> extends StepPlace {
  readonly items: readonly T[];
  readonly placeholder: string;
  /** Whether an item can be chosen; the others are there to be read. */
  readonly accepts?: (item: T) => boolean;
}

/** Asks for one item. */
export function pickOne<T extends QuickPickItem>(options: Pick<T>): Promise<StepAnswer<T>> {
  const pick = window.createQuickPick<T>();
  pick.items = options.items;
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  return ask(pick, options, (accept) =>
    pick.onDidAccept(() => {
      const item = pick.selectedItems[0];
      if (item !== undefined && (options.accepts?.(item) ?? true)) accept(item);
    }),
  );
}

/** Asks for one item or more. */
export function pickSeveral<T extends QuickPickItem>(options: Pick<T>): Promise<StepAnswer<readonly T[]>> {
  const pick = window.createQuickPick<T>();
  pick.items = options.items;
  pick.placeholder = options.placeholder;
  pick.canSelectMany = true;
  return ask(pick, options, (accept) =>
    pick.onDidAccept(() => {
      if (pick.selectedItems.length > 0) accept([...pick.selectedItems]);
    }),
  );
}

export interface TextStep extends StepPlace {
  readonly prompt: string;
  readonly value: string;
  /** Says why the text will not do; undefined where it will. */
  readonly validate: (text: string) => string | undefined;
}

/** Asks for a line of text. */
export function askText(options: TextStep): Promise<StepAnswer<string>> {
  const box = window.createInputBox();
  box.value = options.value;
  box.prompt = options.prompt;
  return ask(box, options, (accept) => {
    const check = () => {
      box.validationMessage = options.validate(box.value) ?? "";
    };
    check();
    return Disposable.from(
      box.onDidChangeValue(check),
      box.onDidAccept(() => {
        if (options.validate(box.value) === undefined) accept(box.value.trim());
      }),
    );
  });
}

interface Shown extends QuickInput {
  buttons: readonly { readonly iconPath: unknown }[];
  onDidTriggerButton(listener: (button: unknown) => void): Disposable;
}

function ask<T>(
  input: QuickInput,
  place: StepPlace,
  listen: (accept: (value: T) => void) => Disposable,
): Promise<StepAnswer<T>> {
  const shown = input as Shown;
  input.title = place.title;
  input.step = place.step;
  input.totalSteps = place.totalSteps;
  input.ignoreFocusOut = true;
  if (place.step > 1) shown.buttons = [QuickInputButtons.Back];
  return new Promise((resolve) => {
    const settle = (answer: StepAnswer<T>) => {
      resolve(answer);
      listening.dispose();
      input.dispose();
    };
    const listening = Disposable.from(
      listen(settle),
      shown.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) settle(back);
      }),
      input.onDidHide(() => settle(undefined)),
    );
    input.show();
  });
}
