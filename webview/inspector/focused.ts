import { createContext } from "preact";
import type { Field } from "../../src/figure/inspect/fields.ts";

/** The field that has the focus: what it is about is said below. */
export interface FocusedField {
  readonly field: Field;
  readonly label: string;
}

/** Keeps which field has the focus, so that only those who show it are drawn again. */
export class Focus {
  #field: FocusedField | undefined;
  readonly #listeners = new Set<() => void>();

  get field(): FocusedField | undefined {
    return this.#field;
  }

  set(field: FocusedField | undefined): void {
    if (field?.field === this.#field?.field) return;
    this.#field = field;
    for (const listener of this.#listeners) listener();
  }

  /** Returns what ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const FocusContext = createContext(new Focus());
