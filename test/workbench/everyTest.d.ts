/** All test files of this folder that can run in the bundle's extension host; esbuild.mjs makes it. */
declare module "every-test" {}

declare module "mocha/mocha.js" {}
