/** Puts a PNG on the clipboard. Browsers allow that only to a page with the focus, so this waits for it. Rejects with a sentence. */
export async function putOnClipboard(png: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!document.hasFocus()) await focused();
  const blob = new Blob([png], { type: "image/png" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  } catch (error) {
    throw new Error("This window does not let the preview use the clipboard. Save the picture instead.", {
      cause: error,
    });
  }
}

/** Asks for the focus and waits for it, for a second at most. */
async function focused(): Promise<void> {
  window.focus();
  const { promise, resolve } = Promise.withResolvers<void>();
  const due = setTimeout(resolve, 1000);
  window.addEventListener("focus", () => resolve(), { once: true });
  await promise;
  clearTimeout(due);
}
