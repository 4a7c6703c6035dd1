// Loaded before every script of this folder (`node --import`), in words that an old Node understands too.
if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `Plot Files is built and tested with Node 24, which \`npm ci\` installs into node_modules, but this is Node ${process.versions.node}. Run \`npm ci\` (with install scripts allowed) and start again with npm.`,
  );
  process.exit(1);
}
