import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { Uri, window } from "vscode";
import { AccountProvider } from "../../../src/workbench/serverCommands/accountProvider.ts";
import { accountId, Accounts, type AccountsChange } from "../../../src/workbench/servers/accounts.ts";
import { EmbeddedService } from "../../../src/workbench/servers/embeddedService.ts";
import { Servers } from "../../../src/workbench/servers/servers.ts";
import { next, until } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { useServer } from "../support/settings.ts";
import { contextWith, keptLog, MemorySecrets } from "../support/standIns.ts";

const one = "https://one.example.com/v2";
const two = "https://two.example.com/v2";
const alice = { username: "alice", apiKey: "key of alice" };
const bob = { username: "bob", apiKey: "key of bob" };

/** Secrets that take their time: so many turns for each access, by turns. */
class SlowSecrets extends MemorySecrets {
  readonly #delays: readonly number[];
  #count = 0;

  constructor(delays: readonly number[]) {
    super();
    this.#delays = delays;
  }

  override async get(key: string): Promise<string | undefined> {
    const value = this.kept.get(key);
    await this.#wait();
    return value;
  }

  override async store(key: string, value: string): Promise<void> {
    await this.#wait();
    await super.store(key, value);
  }

  override async delete(key: string): Promise<void> {
    await this.#wait();
    await super.delete(key);
  }

  async #wait(): Promise<void> {
    const turns = this.#delays[this.#count++ % Math.max(1, this.#delays.length)] ?? 0;
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  }
}

describe("Accounts", () => {
  let secrets: MemorySecrets;
  /** Two windows over the same secrets. */
  let here: Accounts;
  let there: Accounts;
  beforeEach(() => {
    secrets = new MemorySecrets();
    here = new Accounts(secrets);
    there = new Accounts(secrets);
  });
  afterEach(() => {
    here.dispose();
    there.dispose();
  });
  const names = async (accounts: Accounts, root?: string) =>
    (await accounts.list(root)).map(({ username }) => username);

  it("are kept as one secret a session, and the list of them without any key", async () => {
    await here.save(one, alice);
    await here.save(two, bob);
    deepEqual(JSON.parse(secrets.kept.get(`plots.account alice@${one}`)!), alice);
    deepEqual(JSON.parse(secrets.kept.get(`plots.account bob@${two}`)!), bob);
    const rest = [...secrets.kept].filter(([key]) => !key.startsWith("plots.account "));
    deepEqual(
      rest.map(([key]) => key),
      ["plots.accounts"],
    );
    ok(!rest.some(([, text]) => text.includes("key of")));
  });

  it("are several on one server, of which the one used last is asked as", async () => {
    const first = await here.save(one, alice);
    await here.save(one, bob);
    deepEqual(await names(here, one), ["bob", "alice"]);
    deepEqual(await here.credentials(one), bob);
    await here.use(first);
    deepEqual(await here.credentials(one), alice);
    deepEqual(await here.credentials(two), undefined);
  });

  it("are known in every window, come, change and go", async () => {
    const told: AccountsChange[] = [];
    equal((await there.list()).length, 0);
    there.onDidChange((change) => told.push(change));
    const change = async (work: () => Promise<unknown>) => {
      const before = told.length;
      const heard = until(() => told.length > before, there.onDidChange);
      await work();
      await heard;
      return told.at(-1)!;
    };
    const summary = ({ added, removed, changed }: AccountsChange) =>
      [added, removed, changed].map((accounts) => accounts.map(({ username }) => username).join());

    deepEqual(summary(await change(() => here.save(one, alice))), ["alice", "", ""]);
    deepEqual(summary(await change(() => here.save(one, bob))), ["bob", "", ""]);
    deepEqual(summary(await change(() => here.use({ id: accountId(one, "alice"), root: one, username: "alice" }))), [
      "",
      "",
      "alice",
    ]);
    deepEqual(await there.credentials(one), alice);
    deepEqual(summary(await change(() => here.save(one, { ...alice, apiKey: "another" }))), ["", "", "alice"]);
    deepEqual(await there.credentials(one), { ...alice, apiKey: "another" });
    // Bob takes her place.
    deepEqual(summary(await change(() => here.remove(accountId(one, "alice")))), ["", "alice", "bob"]);
    deepEqual(await there.credentials(one), bob);
    await here.removeAll(one);
    deepEqual([...secrets.kept], [["plots.accounts", "[]"]]);
  });

  it("lose none when two are saved at the same time", async () => {
    await Promise.all([here.save(one, alice), here.save(one, bob), here.save(two, alice)]);
    deepEqual((await names(here)).toSorted(), ["alice", "alice", "bob"]);
  });

  it("have their keys, and no key is left without its account, however changes overlap", async () => {
    const works = [
      (accounts: Accounts) => accounts.save(one, alice),
      (accounts: Accounts) => accounts.remove(accountId(one, "alice")),
      (accounts: Accounts) => accounts.save(one, { ...alice, apiKey: "another" }),
      (accounts: Accounts) => accounts.save(one, bob),
      (accounts: Accounts) => accounts.removeAll(one),
      (accounts: Accounts) => accounts.list(),
    ];
    const orders = works.flatMap((first) => works.flatMap((second) => works.map((third) => [first, second, third])));
    for (const order of orders) {
      for (const delays of [[], [3, 0, 1], [0, 4, 0, 2]]) {
        const slow = new SlowSecrets(delays);
        const accounts = new Accounts(slow);
        await Promise.all(order.map((work) => work(accounts)));
        const kept = [...slow.kept.keys()].filter((key) => key.startsWith("plots.account "));
        const listed = (await accounts.list()).map(({ id }) => `plots.account ${id}`);
        deepEqual(kept.toSorted(), listed.toSorted());
        deepEqual(
          listed,
          (await new Accounts(slow).list()).map(({ id }) => `plots.account ${id}`),
        );
        accounts.dispose();
      }
    }
  });

  it("are none where what was kept is damaged, and can be made anew", async () => {
    await secrets.store("plots.accounts", '{"not": "a list"}');
    deepEqual(await here.list(), []);
    await here.save(one, alice);
    await secrets.store(`plots.account alice@${one}`, "{not json");
    equal(await here.credentials(one), undefined);
    await here.save(one, alice);
    deepEqual(await here.credentials(one), alice);
  });
});

describe("The Accounts menu", () => {
  let seed: Seed;
  let accounts: Accounts;
  let servers: Servers;
  let inside: EmbeddedService;
  let provider: AccountProvider;
  const { log, lines } = keptLog();
  const known = { username: "alice", apiKey: "seed-key-4711" };
  beforeEach(async () => {
    seed = await Seed.fresh();
    await useServer(seed.root);
    const secrets = new MemorySecrets();
    accounts = new Accounts(secrets);
    inside = new EmbeddedService({ node: undefined, storage: Uri.file("/storage-of-the-tests"), log });
    servers = new Servers(contextWith(secrets), inside, accounts, log);
    provider = new AccountProvider(servers, log);
  });
  afterEach(async () => {
    provider.dispose();
    servers.dispose();
    inside.dispose();
    accounts.dispose();
    restore();
    await useServer(undefined);
  });
  function typing(...texts: string[]) {
    replace(window, "showInputBox", () => Promise.resolve(texts.shift()));
  }

  it("signs in with a key that the server accepts, shows whose it is and where, and signs out", async () => {
    typing("alice", known.apiKey);
    const told = next(provider.onDidChangeSessions);
    const session = await provider.createSession([seed.root]);
    equal(session.account.label, `alice on ${seed.host}`);
    equal(session.accessToken, known.apiKey);
    deepEqual(session.scopes, [seed.root]);
    ok(!`${session.id} ${session.account.id}`.includes(known.apiKey));
    const { added } = await told;
    // An event needs no key.
    deepEqual(
      added?.map(({ id, accessToken }) => [id, accessToken]),
      [[session.id, ""]],
    );
    deepEqual(await provider.getSessions(undefined, {}), [session]);
    deepEqual(await provider.getSessions([seed.root], { account: session.account }), [session]);
    deepEqual(await provider.getSessions(["https://other.example.com/v2"], {}), []);
    deepEqual(await provider.getSessions([], { account: { id: "bob", label: "Bob" } }), []);

    const gone = next(provider.onDidChangeSessions);
    await provider.removeSession(session.id);
    equal((await gone).removed?.[0]?.id, session.id);
    deepEqual(await provider.getSessions(undefined, {}), []);
    equal(await accounts.credentials(seed.root), undefined);
  });

  it("keeps no key that the server does not accept", async () => {
    typing("alice", "wrong");
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string) => {
      said.push(message);
      return Promise.resolve(undefined);
    });
    await rejects(provider.createSession([seed.root]), /Cancelled/);
    match(said[0] ?? "", /does not accept your user name and API key\./);
    deepEqual(await accounts.list(), []);
  });

  it("hands out no account of a server that was not added", async () => {
    await rejects(provider.createSession(["https://other.example.com/v2"]), /is not one of the servers/);
  });

  it("is empty where the keyring is locked, which the log tells", async () => {
    lines.length = 0;
    const locked = new Accounts(
      Object.assign(new MemorySecrets(), { get: () => Promise.reject(new Error("The keyring is locked.")) }),
    );
    const withLocked = new AccountProvider({ accounts: locked } as Servers, log);
    deepEqual(await withLocked.getSessions(undefined, {}), []);
    ok(lines.some((line) => line.includes("The keyring is locked.")));
    withLocked.dispose();
    locked.dispose();
  });

  it("says that a key could not be kept", async () => {
    accounts.save = () => Promise.reject(new Error("No keyring."));
    typing("alice", known.apiKey);
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string) => {
      said.push(message);
      return Promise.resolve(undefined);
    });
    await rejects(provider.createSession([]), /Cancelled/);
    match(said[0] ?? "", /could not keep the API key for .+ No keyring\./);
  });
});
