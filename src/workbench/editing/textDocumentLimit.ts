/** Bytes of the largest text document that VS Code hands to extensions (`textModel.ts`, its sync limit): 50 MB. */
export const textDocumentLimit = 50 * 1024 * 1024;
