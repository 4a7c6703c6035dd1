// Takes the place of @vscode/spdlog, VS Code's log writer, which would have to be compiled. Same interface, plain
// appends; nothing is rotated, since the servers that it serves live for a test run or for an afternoon.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const names = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  #file;
  #level = 2;
  #bare = false;
  constructor(_type, _name, file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }
  #write(level, message) {
    if (level < this.#level) return;
    const prefix = this.#bare ? "" : `${new Date().toISOString().replace("T", " ").slice(0, 23)} [${names[level]}] `;
    try {
      appendFileSync(this.#file, `${prefix}${message}\n`);
    } catch {
      // The server's folder is removed at the end of a test run, perhaps before its last words.
    }
  }
  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }
  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.#bare = true;
  }
  flush() {}
  drop() {}
}

const create = async (name, file) => new Logger("rotating", name, file);

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
