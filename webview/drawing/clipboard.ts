/** Puts a PNG on the clipboard. Browsers let a page do that only while it has the focus, which it gets in its own time. */
export async function putOnClipboard(png: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!document.hasFocus()) await focused();
  const blob = new Blob([png], { type: "image/png" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  } catch (error) {
    throw new Error("This window lets no picture onto the clipboard; it can be saved instead.", { cause: error });
  }
}

/** Waits for the focus, for a second at most. */
async function focused(): Promise<void> {
  window.focus();
  const { promise, resolve } = Promise.withResolvers<void>();
  const due = setTimeout(resolve, 1000);
  window.addEventListener("focus", () => resolve(), { once: true });
  await promise;
  clearTimeout(due);
}
