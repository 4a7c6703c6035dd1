import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  InlayHint,
  InlayHintKind,
  type InlayHintsProvider,
  languages,
  type Range,
  type TextDocument,
} from "vscode";
import type { Span } from "../../figure/model/span.ts";
import { uidSpans } from "../../figure/references/srcPlace.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { Servers } from "../servers/servers.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";
import type { GridLookup } from "../grids/gridLookup.ts";
import { waitFor } from "../tasks/patience.ts";

/** Hints are shown after this many milliseconds; those that come later are shown then. */
const PATIENCE = 2000;

/** No more hints than this can be in sight. */
const MOST_HINTS = 500;

const LONGEST = 40;

/** Registers the hints that show the names of columns behind their uids. */
export function registerInlayHints(figures: FigureReader, grids: GridLookup, servers: Servers): Disposable {
  const provider = new ColumnNameHints(figures, grids, servers);
  return Disposable.from(provider, languages.registerInlayHintsProvider(figureSelector, provider));
}

class ColumnNameHints implements InlayHintsProvider, Disposable {
  readonly #figures: FigureReader;
  readonly #grids: GridLookup;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());

  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(figures: FigureReader, grids: GridLookup, servers: Servers) {
    this.#figures = figures;
    this.#grids = grids;
    this.#store.add(servers.onDidChange(() => this.#changed.fire()));
    this.#store.add(onDidChangeSetting(["inlayHints.columns"], () => this.#changed.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  async provideInlayHints(document: TextDocument, range: Range, token: CancellationToken): Promise<InlayHint[]> {
    if (!readSetting("inlayHints.columns", document)) return [];
    const figure = await this.#figures.read(document, token);
    if (figure === undefined) return [];
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const places: { readonly fid: string; readonly uid: string; readonly span: Span }[] = [];
    for (const reference of figure.outline.references) {
      if (reference.value.end < start || reference.value.start > end) continue;
      const selector = reference.text === undefined ? undefined : parseSrc(reference.text);
      if (selector === undefined) continue;
      const spans = uidSpans(reference, selector);
      for (const [index, span] of spans.entries()) places.push({ fid: selector.fid, uid: selector.uids[index]!, span });
      if (places.length > MOST_HINTS) break;
    }
    const { version } = document;
    const names = await this.#namesOf(document, new Set(places.map(({ fid }) => fid)), token);
    if (token.isCancellationRequested || document.version !== version) return [];
    return places.flatMap(({ fid, uid, span }) => {
      const name = names.get(`${fid}:${uid}`);
      if (name === undefined) return [];
      const hint = new InlayHint(document.positionAt(span.end), shortened(name), InlayHintKind.Parameter);
      hint.paddingLeft = true;
      if (name.length > LONGEST) hint.tooltip = name;
      return [hint];
    });
  }

  /** The names by `fid:uid`. Hints do not wait for a slow server; they are asked for anew once it has answered. */
  async #namesOf(
    document: TextDocument,
    fids: ReadonlySet<string>,
    token: CancellationToken,
  ): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    const asked = [...fids].map(async (fid) => {
      const answer = this.#grids.facts(document.uri, fid);
      const waited = await waitFor(answer, token, PATIENCE);
      if (waited.state === "late") void answer.then(({ failure }) => failure ?? this.#changed.fire());
      if (waited.state !== "here" || waited.value.facts.state !== "readable") return;
      for (const { uid, name } of waited.value.facts.columns) names.set(`${fid}:${uid}`, name);
    });
    await Promise.all(asked);
    return names;
  }
}

function shortened(name: string): string {
  const text = name.replaceAll(/\s+/g, " ").trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
