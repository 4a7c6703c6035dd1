// A server is the same for any extension. It is exported here too, beside what is made for this extension.
export { type Server, type ServerOptions, startServer } from "./vscode/server.ts";
