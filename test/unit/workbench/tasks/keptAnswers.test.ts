import assert from "node:assert/strict";
import { KeptAnswers } from "../../../../src/workbench/tasks/keptAnswers.ts";

describe("Kept answers", () => {
  it("are asked for once, by all who ask meanwhile and later", async () => {
    const kept = new KeptAnswers<number>();
    let asked = 0;
    const ask = async () => ++asked;
    assert.deepEqual(await Promise.all([kept.get("a", ask), kept.get("a", ask)]), [1, 1]);
    assert.equal(await kept.get("a", ask), 1);
    assert.equal(await kept.get("b", ask), 2);
  });

  it("are never a rejection, which only those get who wait for it", async () => {
    const kept = new KeptAnswers<number>();
    const failing = () => Promise.reject(new Error("Not today."));
    const both = await Promise.allSettled([kept.get("a", failing), kept.get("a", failing)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.equal(await kept.get("a", () => Promise.resolve(2)), 2);
  });

  it("are no failure that is told as a value either, where it is not to be kept", async () => {
    const kept = new KeptAnswers<{ ok: boolean }>({ isKept: ({ ok }) => ok });
    assert.deepEqual(await kept.get("a", () => Promise.resolve({ ok: false })), { ok: false });
    assert.deepEqual(await kept.get("a", () => Promise.resolve({ ok: true })), { ok: true });
    assert.deepEqual(await kept.get("a", () => Promise.resolve({ ok: false })), { ok: true });
  });

  it("are not taken away by the failure of one that was asked for before", async () => {
    const kept = new KeptAnswers<number>();
    const first = Promise.withResolvers<number>();
    const waiting = kept.get("a", () => first.promise);
    kept.delete("a");
    assert.equal(await kept.get("a", () => Promise.resolve(2)), 2);
    first.reject(new Error("Too late."));
    await assert.rejects(waiting);
    assert.equal(await kept.get("a", () => Promise.resolve(3)), 2);
  });

  it("are asked for again when they are too old", async () => {
    let now = 0;
    const kept = new KeptAnswers<number>({ age: 10, now: () => now });
    assert.equal(await kept.get("a", () => Promise.resolve(1)), 1);
    now = 9;
    assert.equal(await kept.get("a", () => Promise.resolve(2)), 1);
    now = 10;
    kept.forgetOld();
    assert.deepEqual(kept.keys(), []);
    assert.equal(await kept.get("a", () => Promise.resolve(3)), 3);
  });
});
