import assert from "assert";

/**
 * What the tests use of node:assert/strict, for the web worker extension host, which has no Node: the build puts this,
 * which is Node's assert as an npm package, in its place there.
 */
export const {
  AssertionError,
  deepEqual,
  doesNotMatch,
  doesNotReject,
  doesNotThrow,
  equal,
  fail,
  match,
  notDeepEqual,
  notEqual,
  ok,
  rejects,
  throws,
} = assert.strict;
