// A server is the same whatever extension it loads; it is here too, beside what is made for this one.
export { type Server, type ServerOptions, startServer } from "./vscode/server.ts";
