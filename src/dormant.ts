import {
  authentication,
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  commands,
  type CustomReadonlyEditorProvider,
  type CustomTextEditorProvider,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  type FileSystemProvider,
  type Tab,
  TabInputCustom,
  TabInputText,
  type TextDocument,
  type TreeDataProvider,
  window,
  workspace,
} from "vscode";
import {
  accountsSecret,
  authenticationProvider,
  commands as commandIds,
  markedFigures,
  partScheme,
  plotScheme,
  views,
  viewTypes,
} from "./manifest.ts";
import { mayBeFigure } from "./workbench/figures/mayBeFigure.ts";

/** The parts that draw figures, once the extension is awake. */
export interface Awake {
  readonly fileEditor: CustomReadonlyEditorProvider;
  readonly textEditor: CustomTextEditorProvider;
  /** Loads the function that builds all other parts and registers them. */
  loadRest(): Promise<() => Rest>;
}

/** What VS Code asks for by itself of the other parts. */
export interface Rest {
  readonly files: FileSystemProvider;
  readonly accounts: AuthenticationProvider;
}

/** Loads the function that builds the parts that draw. */
export type Load = () => Promise<() => Awake>;

/**
 * The extension as VS Code starts it, which it does for any JSON file. Everything that VS Code may ask for is registered, but
 * nothing is loaded. The first figure, command, view, editor or plot that is opened wakes it: a drawing what it needs itself,
 * and the rest as soon as the drawing has begun; all else wakes it wholly.
 */
export class Dormant implements Disposable {
  readonly #context: ExtensionContext;
  readonly #load: Load;
  /** Stands in, until then, for what the parts register themselves. */
  readonly #standIns: Disposable;
  readonly #stays: Disposable;
  #awake: Promise<Awake> | undefined;
  #rest: Promise<Rest> | undefined;
  #isDisposed = false;
  readonly #filesChanged = new EventEmitter<FileChangeEvent[]>();
  readonly #sessionsChanged = new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>();

  constructor(context: ExtensionContext, load: Load) {
    this.#context = context;
    this.#load = load;
    this.#standIns = Disposable.from(
      ...Object.values(commandIds).map((id) =>
        commands.registerCommand(id, async (...args: unknown[]) => {
          await this.wakeWholly();
          return commands.executeCommand(id, ...args);
        }),
      ),
      ...Object.values(views).map((id) => window.registerTreeDataProvider(id, this.#tree())),
      workspace.onDidOpenTextDocument((document) => this.#look(document)),
      // A new file is empty when it opens, so look again when something is typed or pasted.
      workspace.onDidChangeTextDocument(({ document }) => this.#look(document)),
      window.tabGroups.onDidChangeTabs(({ opened, changed }) =>
        [...opened, ...changed].forEach((tab) => this.#lookAt(tab)),
      ),
    );
    this.#stays = Disposable.from(...this.#delegates());
    for (const document of workspace.textDocuments) this.#look(document);
    for (const { tabs } of window.tabGroups.all) for (const tab of tabs) this.#lookAt(tab);
    if (workspace.getConfiguration("plots").get("apiServer.autoStart") === true) void this.wakeWholly();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#standIns.dispose();
    this.#stays.dispose();
  }

  /** Loads and builds the parts that draw, once for all calls. Loading that failed is tried again at the next call. */
  wake(): Promise<Awake> {
    this.#awake ??= this.#build(this.#load()).catch((error: unknown) => {
      this.#awake = undefined;
      throw error;
    });
    return this.#awake;
  }

  /** Loads and builds all parts, as `wake` does. */
  wakeWholly(): Promise<Rest> {
    this.#rest ??= this.#wakeRest().catch((error: unknown) => {
      this.#rest = undefined;
      throw error;
    });
    return this.#rest;
  }

  async #wakeRest(): Promise<Rest> {
    const awake = await this.wake();
    const rest = await this.#build(awake.loadRest(), () => this.#standIns.dispose());
    this.#follow(rest);
    return rest;
  }

  async #build<Parts>(loading: Promise<() => Parts>, before?: () => void): Promise<Parts> {
    const build = await loading;
    if (this.#isDisposed) throw new Error("This window is closing.");
    before?.();
    return build();
  }

  /** Has a drawing begin, and only then loads the rest. */
  async #draw<Shown>(show: (awake: Awake) => Shown): Promise<Awaited<Shown>> {
    const shown = await show(await this.wake());
    setTimeout(() => void this.wakeWholly());
    return shown;
  }

  #look(document: TextDocument): void {
    if (mayBeFigure(document) || this.#isMarked(document)) void this.wakeWholly();
  }

  #lookAt({ input }: Tab): void {
    const isOurs = input instanceof TabInputCustom && Object.values<string>(viewTypes).includes(input.viewType);
    const scheme = input instanceof TabInputText ? input.uri.scheme : "";
    if (isOurs) void this.wake();
    else if (scheme === plotScheme || scheme === partScheme) void this.wakeWholly();
  }

  #isMarked({ uri }: TextDocument): boolean {
    const marks = this.#context.workspaceState.get<unknown>(markedFigures);
    return Array.isArray(marks) && marks.includes(uri.toString());
  }

  /** Whether anybody may be signed in anywhere, which is rare. A locked keyring does not tell, so it counts as yes. */
  async #mayBeSignedIn(): Promise<boolean> {
    try {
      return (await this.#context.secrets.get(accountsSecret)) !== undefined;
    } catch {
      return true;
    }
  }

  /** A tree that wakes the extension. VS Code asks for its rows when the view shows. */
  #tree(): TreeDataProvider<never> {
    return {
      getChildren: () => {
        void this.wakeWholly();
        return [];
      },
      getTreeItem: (item) => item,
    };
  }

  /** Registers what cannot be registered twice. It asks the parts once they are there. */
  #delegates(): Disposable[] {
    const file: CustomReadonlyEditorProvider = {
      openCustomDocument: async (uri, context, token) =>
        (await this.wake()).fileEditor.openCustomDocument(uri, context, token),
      resolveCustomEditor: (document, panel, token) =>
        this.#draw(({ fileEditor }) => fileEditor.resolveCustomEditor(document, panel, token)),
    };
    const text: CustomTextEditorProvider = {
      resolveCustomTextEditor: (document, panel, token) =>
        this.#draw(({ textEditor }) => textEditor.resolveCustomTextEditor(document, panel, token)),
    };
    const files: FileSystemProvider = {
      onDidChangeFile: this.#filesChanged.event,
      watch: () => ({ dispose: () => undefined }),
      stat: async (uri) => (await this.wakeWholly()).files.stat(uri),
      readFile: async (uri) => (await this.wakeWholly()).files.readFile(uri),
      readDirectory: async (uri) => (await this.wakeWholly()).files.readDirectory(uri),
      createDirectory: async (uri) => (await this.wakeWholly()).files.createDirectory(uri),
      writeFile: async (uri, content, options) => (await this.wakeWholly()).files.writeFile(uri, content, options),
      delete: async (uri, options) => (await this.wakeWholly()).files.delete(uri, options),
      rename: async (from, to, options) => (await this.wakeWholly()).files.rename(from, to, options),
    };
    const accounts: AuthenticationProvider = {
      onDidChangeSessions: this.#sessionsChanged.event,
      getSessions: async (scopes, options) => {
        // VS Code asks for its Accounts menu as soon as this is registered.
        if (this.#rest === undefined && !(await this.#mayBeSignedIn())) return [];
        return (await this.wakeWholly()).accounts.getSessions(scopes, options);
      },
      createSession: async (scopes, options) => (await this.wakeWholly()).accounts.createSession(scopes, options),
      removeSession: async (id) => (await this.wakeWholly()).accounts.removeSession(id),
    };
    const editorOptions = { supportsMultipleEditorsPerDocument: true };
    return [
      window.registerCustomEditorProvider(viewTypes.figure, file, editorOptions),
      window.registerCustomEditorProvider(viewTypes.figureJson, file, editorOptions),
      window.registerCustomEditorProvider(viewTypes.figureText, text, editorOptions),
      workspace.registerFileSystemProvider(plotScheme, files, { isReadonly: true, isCaseSensitive: true }),
      authentication.registerAuthenticationProvider(authenticationProvider.id, authenticationProvider.label, accounts, {
        supportsMultipleAccounts: true,
      }),
      this.#filesChanged,
      this.#sessionsChanged,
    ];
  }

  #follow({ files, accounts }: Rest): void {
    this.#context.subscriptions.push(
      files.onDidChangeFile((changes) => this.#filesChanged.fire(changes)),
      accounts.onDidChangeSessions((change) => this.#sessionsChanged.fire(change)),
    );
  }
}
