/** Makes an element: `element("button", { class: "link", type: "button" }, "Go to line")`. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: { readonly [attribute: string]: string } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Makes a button that calls `run` when it is pressed. */
export function button(label: string, kind: "primary" | "secondary" | "link", run: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: `button ${kind}` }, label);
  made.addEventListener("click", run);
  return made;
}
