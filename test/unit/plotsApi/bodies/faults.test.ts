import assert from "node:assert/strict";
import * as z from "zod";
import { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import { listOf, recordOf } from "../../../../src/plotsApi/bodies/faults.ts";
import { MOST_FAULTS } from "../../../../src/plotsApi/limits.ts";

/** Counts how often it is asked. */
function counted(): { readonly schema: z.ZodType; readonly asked: () => number } {
  let asked = 0;
  const schema = z.custom((value) => {
    asked += 1;
    return value === "right";
  }, "wrong");
  return { schema, asked: () => asked };
}

const messages = (result: z.ZodSafeParseResult<unknown>): string[] =>
  (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a list or an object with faults", () => {
  it("is looked at until there are enough of them, and no further", () => {
    for (const make of [listOf, recordOf]) {
      const { schema, asked } = counted();
      const million = Array.from({ length: 1_000_000 }, () => "wrong");
      const result = make(schema).safeParse(make === listOf ? million : Object.fromEntries(million.entries()));
      assert.equal(messages(result).length, MOST_FAULTS);
      assert.equal(asked(), MOST_FAULTS);
    }
  });

  it("names the places of its faults as zod does, at any depth, and passes over none before", () => {
    const item = z.looseObject({ name: z.string(), inner: z.object({ at: z.number() }).optional() });
    const value = [{ name: "a", more: 1 }, { name: 1 }, 5, { name: "b", inner: { at: "x" } }];
    assert.deepEqual(messages(listOf(item).safeParse(value)), messages(z.array(item).safeParse(value)));
    const keyed = Object.fromEntries(value.map((each, index) => [`k${index}`, each]));
    assert.deepEqual(messages(recordOf(item).safeParse(keyed)), messages(z.record(z.string(), item).safeParse(keyed)));
    for (const none of [undefined, null, 1, "x"]) {
      assert.deepEqual(messages(listOf(item).safeParse(none)), messages(z.array(item).safeParse(none)));
    }
    const right = [{ name: "a", more: [1] }];
    assert.deepEqual(listOf(item).safeParse(right).data, right);
    assert.deepEqual(listOf(item).nullish().safeParse(null).data, null);
    assert.equal(listOf(item).nullish().safeParse(undefined).success, true);
  });

  it("of a hostile server are told in short, whatever was asked for", async () => {
    const many = (text: string) => `[${Array.from({ length: 300_000 }, () => text).join(",")}]`;
    const bodies: Record<string, string> = {
      plots: `{"next": null, "results": ${many("{}")}}`,
      "folders/home": `{"children": {"results": ${many("1")}}}`,
      search: `{"results": ${many('{"fid": 1}')}}`,
      "grids/a:1": `{"fid": "a:1", "cols": ${many("{}")}}`,
      "plots/a:1/content": `{"data": ${many("1")}}`,
    };
    const client = new PlotsClient({
      root: "http://hostile.test/v2",
      platform: "test",
      fetch: ({ url }) => new Response(bodies[new URL(url).pathname.replace("/v2/", "")] ?? "{}"),
    });
    const answers = [
      await client.plots.list(),
      await client.folders.list("home"),
      await client.files.search("x"),
      await client.grids.get("a:1"),
      await client.plots.content("a:1", { validate: true }),
    ];
    for (const answer of answers) {
      assert.ok(!answer.ok);
      assert.equal(answer.error.code, "unexpected-shape");
      assert.equal(answer.error.fields?.length, MOST_FAULTS);
      assert.ok(answer.error.detail.length < 5000);
    }
  });

  it("in the name of a picture's type are not passed on", async () => {
    const client = (type: string) =>
      new PlotsClient({
        root: "http://hostile.test/v2",
        platform: "test",
        fetch: () => new Response(new Uint8Array(3), { headers: { "content-type": type } }),
      });
    for (const type of ["image/png", "IMAGE/PNG; charset=x", "image/svg+xml", "image/jpeg"]) {
      const picture = await client(type).pictures.get("a:1");
      assert.ok(picture.ok);
      assert.match(picture.value.contentType, /^image\/[a-z+]+$/);
    }
    for (const type of ["image/x,<script>", "image/", "text/html", "image/vnd.evil"]) {
      assert.equal((await client(type).pictures.get("a:1")).ok, false, type);
    }
  });
});
