// Takes the place of @vscode/native-watchdog, which would have to be compiled. It ends a process whose parent is gone
// even while that process is stuck; VS Code asks the same once a second by itself, which is enough here.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
