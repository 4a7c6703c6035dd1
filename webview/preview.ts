import "./page/noEval.ts";
import { type EnginePart, isEnginePart } from "../src/figure/schema/engineParts.ts";
import { onThemeChange } from "./theme/editorColors.ts";
import { element } from "./parts/element.ts";
import { Engine } from "./drawing/engine.ts";
import { Host } from "./page/host.ts";
import { Page } from "./page/page.ts";

const host = new Host();
const { engine: parts = "", topojson = "", mapIcons = "", math = "", inspector = "", theme } = document.body.dataset;
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
const engine = new Engine({ nonce, parts, maps: topojson, icons: mapIcons, math });

window.addEventListener("error", ({ message, filename, lineno }) => {
  host.log("error", `The preview failed: ${message} (${filename}:${lineno}).`);
});
window.addEventListener("unhandledrejection", ({ reason }) => {
  host.log(
    "error",
    `The preview failed: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}.`,
  );
});
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  host.log("warn", `The preview's policy stopped ${blockedURI || "something"} (${violatedDirective}).`);
});

const root = element("main", { class: "page" }, element("h1", { class: "unseen" }, document.title));
const before = document.querySelector("img.before");
if (before) root.append(before);
document.body.replaceChildren(root);
const page = new Page(host, engine, { nonce, script: inspector }, root, theme === "editor" ? "editor" : "authored");
host.listen((message, at) => {
  if (message.type === "loading") start(message.parts ?? []);
  page.receive(message, at);
});
onThemeChange(() => page.themeChanged());
host.post({ type: "ready" });

// The core starts as soon as it is there, then the parts that the host has brought and those of the last drawing.
const brought = [...document.querySelectorAll<HTMLScriptElement>("script[data-part]")].map(
  ({ dataset }) => dataset["part"],
);
start([]);
start([...brought, ...(host.kept.parts ?? [])].filter((part) => part !== undefined && isEnginePart(part)));

/** Has parts of the engine come and start before a drawing asks for them. */
function start(wanted: readonly EnginePart[]): void {
  engine.load(wanted).catch((error: unknown) => host.log("error", String(error)));
}
