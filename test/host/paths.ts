// Where things of this checkout are, for whoever tests or measures it.
export { cache, root, screenshots, temporaryFolder } from "./vscode/project.ts";
