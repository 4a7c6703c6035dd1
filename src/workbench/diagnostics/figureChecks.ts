import { type Disposable, type Event, EventEmitter, type TextDocument, type Uri } from "vscode";
import { type Check, checkInSteps, PROBLEM_LIMIT, withOthers } from "../../figure/checks/check.ts";
import {
  mergeRuleSettings,
  readRuleSettings,
  type RuleSettings,
  withSeverity,
} from "../../figure/checks/ruleSettings.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { UTF_16 } from "../../figure/text/outline/foreign.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { Outlines } from "../figures/outlines.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { RuleFiles } from "./ruleFiles.ts";

interface Known {
  readonly version: number;
  readonly bound: boolean;
  readonly rules: string;
  readonly check: Promise<Check | undefined>;
}

/** Checks figures: each version of a document once, whoever asks, a few milliseconds at a time. */
export class FigureChecks implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #outlines: Outlines;
  readonly #files: RuleFiles;
  readonly #known = new WeakMap<TextDocument, Known>();

  /** Fires when the rules of some figure may have changed. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(outlines: Outlines, files: RuleFiles) {
    this.#outlines = outlines;
    this.#files = files;
    this.#store.add(files.onDidChange(() => this.#changed.fire()));
    this.#store.add(onDidChangeSetting(["diagnostics.rules"], () => this.#changed.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** The rules in force for a figure: those of the settings, overridden by those of the nearest `.plotfilesrc.json`. */
  async rulesFor(document: Pick<TextDocument, "uri">): Promise<RuleSettings> {
    const own = readRuleSettings(readSetting("diagnostics.rules", document.uri));
    return mergeRuleSettings(own, await this.#files.rulesFor(document.uri));
  }

  /** Checks this version; undefined where the document was edited meanwhile. */
  async check(document: TextDocument, options: { readonly bound: boolean }): Promise<Check | undefined> {
    const { version } = document;
    const rules = await this.rulesFor(document);
    if (document.version !== version) return undefined;
    const key = JSON.stringify(
      rules,
      Object.keys(rules).toSorted((a, b) => (a < b ? -1 : 1)),
    );
    const known = this.#known.get(document);
    if (known?.version === version && known.bound === options.bound && known.rules === key) return known.check;
    const check = this.#run(document, { ...options, rules });
    const entry = { version, bound: options.bound, rules: key, check };
    this.#known.set(document, entry);
    // A check that failed or was given up is no answer for the next who asks.
    const forget = () => {
      if (this.#known.get(document) === entry) this.#known.delete(document);
    };
    check.then((found) => {
      if (found === undefined) forget();
    }, forget);
    return check;
  }

  /** Checks a text that is no document; undefined once `isWanted` says no. */
  async checkText(
    uri: Uri,
    figure: FigureText,
    { bound }: { readonly bound: boolean },
    isWanted: () => boolean,
  ): Promise<Check | undefined> {
    const rules = await this.rulesFor({ uri });
    if (!isWanted()) return undefined;
    return await inSlices(checkInSteps(figure, { bound, rules }), isWanted);
  }

  async #run(
    document: TextDocument,
    options: { readonly bound: boolean; readonly rules: RuleSettings },
  ): Promise<Check | undefined> {
    const { version } = document;
    const figure = await this.#outlines.figureReady(document);
    const isCurrent = (): boolean => document.version === version && !document.isClosed && !this.#store.disposed;
    if (figure === undefined || !isCurrent()) return undefined;
    const check = await inSlices(checkInSteps(figure, options), isCurrent);
    return check === undefined ? undefined : withEncoding(check, document, options.rules);
  }
}

/** VS Code reads any encoding, and does not say that other readers of JSON read UTF-8 only. */
function withEncoding(check: Check, { encoding }: TextDocument, rules: RuleSettings): Check {
  if (!/^utf16/i.test(encoding)) return check;
  const found = {
    code: "not-json",
    severity: "error",
    span: { start: 0, end: 1 },
    message: UTF_16,
    related: [],
  } as const;
  const problem = withSeverity(found, rules);
  return problem === undefined ? check : withOthers(check, problem.code, [problem], PROBLEM_LIMIT);
}
