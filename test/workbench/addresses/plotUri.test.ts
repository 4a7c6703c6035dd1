import { deepEqual, equal, ok } from "node:assert/strict";
import { Uri } from "vscode";
import { figureFilePattern } from "../../../src/manifest.ts";
import { parsePlotUri, plotUri } from "../../../src/workbench/addresses/plotUri.ts";

describe("The address of a plot's document", () => {
  it("names server, owner, number and file", () => {
    equal(plotUri("embedded", "ada:12", "tides").toString(), "plots://embedded/ada/12/tides.plotly.json");
    equal(plotUri("127.0.0.1:8080", "st-tse:0", "x").authority, "127.0.0.1:8080");
  });

  const names = {
    "with slashes": "a/b\\c/../d",
    "with other letters": "Höhenprofil 图 📈",
    "with characters that addresses use": "50%? #1 &x=%2F;a:b@c",
    "with control characters": "a\u0000b\nc",
    "with half a character": "a\uD800",
    "of spaces": "   ",
    "that is empty": "",
    "that is a folder's": "..",
    "that ends like a figure file": "tides.plotly.json",
    "of 500 characters": "n".repeat(500),
  };
  for (const [what, name] of Object.entries(names)) {
    it(`leads back to the plot for a name ${what}`, () => {
      const uri = plotUri("plots.example.com:8443", "asa.lindqvist:7", name);
      const address = { server: "plots.example.com:8443", fid: "asa.lindqvist:7" };
      deepEqual(parsePlotUri(uri), address);
      deepEqual(parsePlotUri(Uri.parse(uri.toString(), true)), address);
      equal(uri.path.split("/").length, 4);
      ok(figureFilePattern.test(uri.path));
      ok(!/^\/asa.lindqvist\/7\/\.plotly/.test(uri.path), "A file needs a name.");
    });
  }

  it("is no plot's where a part is missing, too much or no number", () => {
    const strangers = [
      "file:///ada/12/tides.plotly.json",
      "plots://embedded/",
      "plots://embedded/ada",
      "plots://embedded/ada/12",
      "plots://embedded/ada/twelve/tides.plotly.json",
      "plots://embedded//12/tides.plotly.json",
      "plots://embedded/ada/12/tides.json",
      "plots://embedded/ada/12/tides.plotly.json/more",
    ];
    for (const text of strangers) equal(parsePlotUri(Uri.parse(text)), undefined, text);
  });
});
