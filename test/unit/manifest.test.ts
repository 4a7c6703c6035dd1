import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import {
  authenticationProvider,
  commands,
  contextKeys,
  figureLanguage,
  plotScheme,
  settings,
  submenus,
  unfiledFigureGlob,
  viewContainer,
  views,
  viewTypes,
} from "../../src/manifest.ts";
import { oldestCode } from "../host/install.ts";

interface Contribution {
  command: string;
  when?: string;
}

const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
const manifest = JSON.parse(text) as {
  engines: { vscode: string };
  devDependencies: Record<string, string>;
  dependencies: Record<string, string>;
  activationEvents: string[];
  icon: string;
  publisher: string;
  name: string;
  contributes: {
    languages: { id: string }[];
    jsonLanguageParticipants: unknown;
    commands: { command: string; category: string; title: string }[];
    views: Record<string, { id: string; icon: string }[]>;
    viewsContainers: { activitybar: { id: string; icon: string }[] };
    viewsWelcome: { view: string; contents: string; when?: string }[];
    customEditors: { viewType: string; priority: string; selector: { filenamePattern: string }[] }[];
    configurationDefaults: Record<string, unknown>;
    configuration: { properties: Record<string, { default: unknown; scope?: string; markdownDescription?: string }> };
    submenus: { id: string; label: string }[];
    menus: Record<string, Contribution[]>;
    authentication: { id: string; label: string }[];
    walkthroughs: { steps: { title: string; description: string; media: { svg: string } }[] }[];
  };
  capabilities: {
    untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] };
    virtualWorkspaces: boolean;
  };
};
const { contributes } = manifest;

describe("package.json", () => {
  it("declares exactly the commands that the code has, in one category", () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).toSorted(), Object.values(commands).toSorted());
    assert.deepEqual(new Set(contributes.commands.map(({ category }) => category)), new Set(["Plots"]));
  });

  it("offers a new figure in VS Code's own New File…", () => {
    assert.deepEqual(
      contributes.menus["file/newFile"]?.map(({ command }) => command),
      [commands.newFigure],
    );
  });

  it("declares exactly the views and editors that the code has", () => {
    assert.deepEqual(Object.keys(contributes.views), [viewContainer]);
    assert.deepEqual(
      (contributes.views[viewContainer] ?? []).map(({ id }) => id),
      Object.values(views),
    );
    assert.deepEqual(
      contributes.customEditors.map(({ viewType }) => viewType),
      Object.values(viewTypes),
    );
  });

  it("declares exactly the submenus that the code names, each with commands in it", () => {
    assert.deepEqual(
      contributes.submenus.map(({ id }) => id),
      Object.values(submenus),
    );
    for (const { id } of contributes.submenus) assert.ok((contributes.menus[id] ?? []).length > 1, id);
  });

  it("declares exactly the settings that the code reads, with the same defaults, each described", () => {
    const declared = Object.entries(contributes.configuration.properties);
    assert.deepEqual(
      Object.fromEntries(declared.map(([name, { default: value }]) => [name, value])),
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [`plots.${name}`, value])),
    );
    for (const [name, { markdownDescription }] of declared) assert.ok(markdownDescription, name);
  });

  it("declares the accounts that the code provides", () => {
    assert.deepEqual(contributes.authentication, [authenticationProvider]);
  });

  it("lets no workspace choose the server", () => {
    const names = Object.keys(settings).filter((name) => /^(servers|defaultServer|server\.|apiServer\.)/.test(name));
    for (const name of names.map((each) => `plots.${each}`)) {
      assert.equal(contributes.configuration.properties[name]?.scope, "application");
      assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name));
    }
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, "limited");
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it("claims figure files by default and any other JSON only when asked", () => {
    const byType = new Map(contributes.customEditors.map((editor) => [editor.viewType, editor]));
    assert.equal(byType.get(viewTypes.figure)?.priority, "default");
    assert.equal(byType.get(viewTypes.figureJson)?.priority, "option");
    assert.equal(byType.get(viewTypes.figureText)?.priority, "option");
  });

  it("gives figures a language that VS Code's JSON support serves and that has our formatter", () => {
    const [language] = contributes.languages;
    assert.equal(language?.id, figureLanguage);
    assert.deepEqual(contributes.jsonLanguageParticipants, [{ languageId: figureLanguage }]);
    assert.deepEqual(contributes.configurationDefaults[`[${figureLanguage}]`], {
      "editor.defaultFormatter": `${manifest.publisher}.${manifest.name}`,
      // As VS Code has them for JSON.
      "editor.quickSuggestions": { strings: true },
      "editor.suggest.insertMode": "replace",
    });
  });

  it("opens plots, and what is in no file yet, with their text", () => {
    const associations = contributes.configurationDefaults["workbench.editorAssociations"];
    assert.deepEqual(associations, { [unfiledFigureGlob]: viewTypes.figureText });
  });

  it("has VS Code start the extension for JSON, which may be a figure, and for nothing else that is not ours", () => {
    const events = manifest.activationEvents.filter((event) => !/^(onFileSystem|workspaceContains):/.test(event));
    assert.deepEqual(events, ["onLanguage:json", "onLanguage:jsonc"]);
    assert.ok(manifest.activationEvents.includes(`onFileSystem:${plotScheme}`));
  });

  it("names only commands, views and context keys that there are", () => {
    const known = new Set<string>([
      ...Object.values(commands),
      ...Object.values(contextKeys),
      ...Object.values(views),
      ...Object.values(viewTypes),
      ...Object.values(submenus),
    ]);
    const used = [
      ...JSON.stringify([contributes.menus, contributes.viewsWelcome, contributes.walkthroughs]).matchAll(
        /\bplots\.[A-Za-z.]+/g,
      ),
    ];
    for (const [name] of used) {
      const plain = name.replace(/\.focus$/, "");
      assert.ok(known.has(plain) || text.includes(`config.${plain}`), name);
    }
  });

  it("needs no newer VS Code than its types say, and is tested in that one", () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"]}`);
    const [, minor] = oldestCode.version.split(".");
    assert.equal(manifest.engines.vscode, `^1.${minor}.0`);
  });

  it("builds the engine of the version of Plotly.js whose schema and drawings it is held to", () => {
    assert.equal(manifest.dependencies["plotly.js-dist-min"], manifest.devDependencies["plotly.js"]);
  });

  it("has no markup where VS Code would show its letters", () => {
    const texts = [
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ title, description }) => [title, description]),
      ),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
    ];
    for (const each of texts) assert.doesNotMatch(each, /`|(?<!\*)\*(?!\*)/);
  });

  it("points to pictures that exist", () => {
    const pictures = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    for (const picture of pictures) assert.ok(existsSync(new URL(`../../${picture}`, import.meta.url)), picture);
  });
});

describe("package-lock.json", () => {
  it("knows the builds of every tool for every platform, without which npm ci refuses to install", () => {
    const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
      for (const name of Object.keys(optionalDependencies)) {
        const places = [`node_modules/${name}`, `${place}/node_modules/${name}`];
        assert.ok(
          places.some((candidate) => candidate in lock.packages),
          `${name} of ${place}`,
        );
      }
    }
  });

  it("has the checksum of every package, so that nothing else can be installed in its place", () => {
    const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
      packages: Record<string, { integrity?: string }>;
    };
    const without = Object.entries(lock.packages).filter(
      ([place, { integrity = "" }]) => place !== "" && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
    );
    assert.deepEqual(
      without.map(([place]) => place),
      [],
    );
  });
});
