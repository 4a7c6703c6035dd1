// The places of this checkout, for tests and benches.
export { cache, root, screenshots, temporaryFolder } from "./vscode/project.ts";
