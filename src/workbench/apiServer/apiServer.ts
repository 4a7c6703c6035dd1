import { commands, type Disposable, EventEmitter, type LogOutputChannel } from "vscode";
import type { ListeningService } from "../../plotService/listen.ts";
import { contextKeys } from "../../manifest.ts";
import { fail, type Failure, ok, type Result } from "../../plotsApi/errors/result.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { InTurn } from "../tasks/inTurn.ts";
import type { EmbeddedService, PlotService } from "../servers/embeddedService.ts";
import { readSetting } from "../settings.ts";
import type { ApiAccess } from "./scripts.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** Why the API server cannot have the port. `access` is given where another window or program serves the same plots there. */
export interface StartFailure extends Failure {
  readonly access?: ApiAccess;
}

export type Started = Result<ApiAccess, StartFailure>;

/** Serves the plots of the service inside the extension on a port of this computer, for scripts, from start to stop. */
export class ApiServer implements Disposable {
  readonly #embedded: EmbeddedService;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  /** Starts and stops run one after the other. */
  readonly #turns = new InTurn();
  /** How many calls wait for it to start. */
  #starts = 0;
  #listening: ListeningService | undefined;
  #access: ApiAccess | undefined;

  /** Fires when it was started or stopped. */
  readonly onDidChange = this.#changed.event;

  constructor(embedded: EmbeddedService, log: LogOutputChannel) {
    this.#embedded = embedded;
    this.#log = log;
    this.#tell();
  }

  /** How scripts reach it; undefined while it is stopped. */
  get access(): ApiAccess | undefined {
    return this.#access;
  }

  get starting(): boolean {
    return this.#access === undefined && this.#starts > 0;
  }

  /**
   * Listens on this port and no other; 0 means any free one. Fails with "port-taken" where another program has the port,
   * with "served-already" where another window or `npm run serve` serves the same plots there, and with "port-refused"
   * where the system does not allow it.
   */
  async start(port: number): Promise<Started> {
    this.#starts++;
    this.#tell();
    try {
      // The port is free only once the server that stops has let go of it.
      return await this.#turns.do(async () => (this.#access === undefined ? this.#start(port) : ok(this.#access)));
    } finally {
      this.#starts--;
      this.#tell();
    }
  }

  async stop(): Promise<void> {
    await this.#turns.do(() => this.#stop());
  }

  async #stop(): Promise<void> {
    const listening = this.#listening;
    this.#listening = undefined;
    this.#access = undefined;
    this.#tell();
    if (listening === undefined) return;
    await listening.close();
    this.#log.info(`The API server at ${listening.url} was stopped.`);
  }

  dispose(): void {
    void this.stop();
    this.#store.dispose();
  }

  async #start(port: number): Promise<Started> {
    const opened = await this.#embedded.open();
    if (!opened.ok) return opened;
    const service = opened.value;
    try {
      const listening = await this.#embedded.node?.listen(service, { port, origins: this.#origins() });
      if (listening === undefined || this.#store.disposed) {
        await listening?.close();
        return fail(failure("stopped", "The API server was stopped."));
      }
      this.#listening = listening;
      this.#access = { url: listening.url, ...service.user };
      this.#log.info(`The API server listens at ${listening.url}.`);
      return ok(this.#access);
    } catch (error) {
      return fail(await this.#explain(service, port, error));
    }
  }

  async #explain(service: PlotService, port: number, error: unknown): Promise<StartFailure> {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const url = `http://127.0.0.1:${port}`;
    if (code === "EADDRINUSE") {
      if ((await this.#embedded.node?.servesTheSame(service, url)) === true) {
        const sentence = `Another window serves these plots at ${url} already. What scripts publish there shows in this window too.`;
        return { ...failure("served-already", sentence), access: { url, ...service.user } };
      }
      return failure("port-taken", `Port ${port} is taken by another program.`);
    }
    if (code === "EACCES") {
      return failure("port-refused", `This computer does not let programs use port ${port}. Take one above 1023.`);
    }
    this.#log.error("The API server could not be started.", error);
    const reason = messageOf(error);
    return failure("not-started", `The API server could not be started: ${reason}`);
  }

  /** The origins of the setting. One that is no origin would never match; the log says so. */
  #origins(): readonly string[] {
    const origins = readSetting("apiServer.allowedOrigins");
    for (const wrong of origins.filter((text) => !isOrigin(text))) {
      this.#log.warn(
        `plots.apiServer.allowedOrigins: "${wrong}" is no origin. Write it as browsers do, without a slash: https://example.com.`,
      );
    }
    return origins.filter(isOrigin);
  }

  #tell(): void {
    const state = this.#access !== undefined ? "running" : this.starting ? "starting" : "stopped";
    void commands.executeCommand("setContext", contextKeys.apiServer, state);
    this.#changed.fire();
  }
}

function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text;
}

function failure(code: string, sentence: string): Failure {
  return { code, sentence, detail: sentence };
}
