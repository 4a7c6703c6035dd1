import { createRequire } from "node:module";
import type { LanguageService } from "vscode-json-languageservice";
import type { JsonSchema } from "../../../build/schema/json/jsonSchemaNode.ts";

// Its modules are of a kind whose names Node cannot import.
const { getLanguageService, TextDocument } = createRequire(import.meta.url)(
  "vscode-json-languageservice",
) as typeof import("vscode-json-languageservice");

export { TextDocument };

/** VS Code's JSON service, set up as VS Code does it; with a schema for files of these names, or without any. */
export function jsonService(schema?: JsonSchema, fileMatch: readonly string[] = []): LanguageService {
  const service = getLanguageService({
    clientCapabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] } },
        hover: { contentFormat: ["markdown", "plaintext"] },
      },
    },
  });
  // A copy, as if read from its file: the service resolves references in place.
  const copy = schema && (JSON.parse(JSON.stringify(schema)) as object);
  const schemas = copy === undefined ? [] : [{ uri: "test://figure", fileMatch: [...fileMatch], schema: copy }];
  service.configure({ validate: true, schemas });
  return service;
}
