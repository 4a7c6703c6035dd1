import { ok } from "node:assert/strict";
import { workspace } from "vscode";
import { parseSrc } from "../../../src/figure/references/srcReference.ts";
import { plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { columnsOf } from "../../../src/figure/data/grids/gridText.ts";
import { connectionToService, memoryService } from "../support/services.ts";

/** A reference of a plot of the embedded service's library, with what it leads to. Node only. */
export async function embeddedReference(): Promise<{
  readonly reference: string;
  readonly fid: string;
  readonly uid: string;
  readonly name: string;
  readonly count: number;
}> {
  // Its library is the extension's own, so that its ids are, but for the uids of columns.
  const twin = memoryService();
  try {
    const { client } = connectionToService(twin);
    const listed = await client.plots.list();
    ok(listed.ok);
    for (const each of listed.value.results) {
      const bytes = await workspace.fs.readFile(plotUri("embedded", each.fid, each.filename));
      const text = new TextDecoder().decode(bytes);
      for (const [, reference = ""] of text.matchAll(/"[xyz]src": "([^"]+:[0-9a-f]{6})"/g)) {
        const selector = parseSrc(reference);
        if (selector === undefined) continue;
        const plain = await client.plots.content(each.fid, { validate: true });
        const twinText = JSON.stringify(plain.ok ? plain.value.figure : {});
        const content = await client.grids.content(selector.fid);
        if (!content.ok) continue;
        const place = [...text.matchAll(/"[xyz]src": "([^"]+)"/g)].findIndex(([, found]) => found === reference);
        const [, own = ""] = [...twinText.matchAll(/"[xyz]src":"([^"]+)"/g)][place] ?? [];
        const found = columnsOf(content.value).find(({ column }) => column.uid === parseSrc(own)?.uids[0]);
        if (found === undefined || found.column.data.length < 10) continue;
        const [uid = ""] = selector.uids;
        return { reference, fid: selector.fid, uid, name: found.name, count: found.column.data.length };
      }
    }
    throw new Error("The library has no plot with a reference.");
  } finally {
    twin.close();
  }
}
