import { fail } from "node:assert/strict";
import { type QuickPickItem, window } from "vscode";
import { replace } from "./replace.ts";

/** A question as the person saw it. */
export interface Asked {
  readonly title: string | undefined;
  readonly question: string | undefined;
  readonly labels: readonly string[];
  readonly value: string;
  readonly objection: string | undefined;
}

/**
 * What the person does: choose the item whose label ends so, or type this text; choose several items; "(as proposed)"
 * takes what the box holds, "(give up)" is Escape.
 */
export type Answer = string | readonly string[];

type Listener = (value?: unknown) => void;

/** Answers the quick picks and input boxes of the extension, one after the other; the result fills with the questions. */
export function answering(...answers: readonly Answer[]): Asked[] {
  const asked: Asked[] = [];
  const left = [...answers];
  const create = () => {
    const listeners: Record<"accept" | "hide" | "value" | "button", Listener[]> = {
      accept: [],
      hide: [],
      value: [],
      button: [],
    };
    const on = (what: keyof typeof listeners) => (listener: Listener) => {
      listeners[what].push(listener);
      return { dispose: () => undefined };
    };
    const fire = (what: keyof typeof listeners) => {
      for (const listener of listeners[what]) listener(input.value);
    };
    const input = {
      title: undefined as string | undefined,
      placeholder: undefined as string | undefined,
      prompt: undefined as string | undefined,
      value: "",
      validationMessage: undefined as string | undefined,
      items: [] as readonly QuickPickItem[],
      selectedItems: [] as readonly QuickPickItem[],
      onDidAccept: on("accept"),
      onDidHide: on("hide"),
      onDidChangeValue: on("value"),
      onDidTriggerButton: on("button"),
      dispose: () => undefined,
      show() {
        const { title, value } = input;
        const labels = input.items.map(({ label }) => label);
        const question = input.placeholder ?? input.prompt;
        asked.push({ title, question, labels, value, objection: input.validationMessage });
        const answer = left.shift() ?? fail(`Nobody expected “${question}”, with ${labels.join()}.`);
        queueMicrotask(() => {
          if (answer === "(give up)") fire("hide");
          else take(answer);
        });
      },
    };
    const take = (answer: Answer) => {
      if (input.items.length > 0) {
        const wanted = typeof answer === "string" ? [answer] : answer;
        input.selectedItems = wanted.map(
          (label) => input.items.find((item) => item.label.endsWith(label)) ?? fail(`No item ${label}.`),
        );
      } else if (typeof answer === "string" && answer !== "(as proposed)") {
        input.value = answer;
        fire("value");
      }
      fire("accept");
    };
    return input;
  };
  replace(window, "createQuickPick", create);
  replace(window, "createInputBox", create);
  return asked;
}
