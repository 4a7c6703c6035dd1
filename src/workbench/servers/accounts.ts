import { type Disposable, EventEmitter, type SecretStorage } from "vscode";
import * as z from "zod/mini";
import { accountsSecret } from "../../manifest.ts";
import type { Credentials } from "../../plotsApi/requests/credentials.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { InTurn } from "../tasks/inTurn.ts";

/** Somebody's account on a server, without the key. */
export interface Account {
  /** The id, which is the same whenever this user signs in to this server. */
  readonly id: string;
  /** The v2 root that the key was checked with. The key is used for no other. */
  readonly root: string;
  readonly username: string;
}

export interface AccountsChange {
  readonly added: readonly Account[];
  readonly removed: readonly Account[];
  /** The accounts that have another key, or another place in the order. */
  readonly changed: readonly Account[];
}

const index = z.array(z.object({ root: z.string(), username: z.string() }));
const written = z.string().check(z.minLength(1));
const session = z.object({ username: written, apiKey: written });

/** The list of accounts, the one used last first. Each key is a secret of its own. */
const indexKey = accountsSecret;
const sessionKey = (id: string) => `plots.account ${id}`;

export function accountId(root: string, username: string): string {
  return `${username}@${root}`;
}

/**
 * Keeps the accounts on servers. A server may have several; it is asked as the one that was used last. Accounts are kept as
 * secrets, so that they stay on this machine, out of settings, addresses and logs. Other windows are told of each change.
 * Where the keyring is locked or broken, everything here rejects.
 */
export class Accounts implements Disposable {
  readonly #secrets: SecretStorage;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<AccountsChange>());
  #known: readonly Account[] | undefined;
  /** Changes run one after the other. Each reads the list first, and no account in the list is ever without its key. */
  readonly #turns = new InTurn();

  readonly onDidChange = this.#changed.event;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
    this.#store.add(
      secrets.onDidChange(({ key }) => {
        if (key === indexKey) void this.#follow();
        const account = this.#known?.find(({ id }) => sessionKey(id) === key);
        if (account !== undefined) this.#changed.fire({ added: [], removed: [], changed: [account] });
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** The accounts on all servers or on one, the one used last first. */
  async list(root?: string): Promise<readonly Account[]> {
    // Read in turn, so that an older list does not replace a newer one.
    const known = this.#known ?? (await this.#turns.do(async () => (this.#known ??= await this.#read())));
    return known.filter((account) => root === undefined || account.root === root);
  }

  /** The credentials that a server is asked with. Undefined where nobody signed in, or where the secret is damaged. */
  async credentials(root: string): Promise<Credentials | undefined> {
    const [account] = await this.list(root);
    return account && this.credentialsOf(account);
  }

  async credentialsOf({ id }: Account): Promise<Credentials | undefined> {
    return parsed(session, await this.#secrets.get(sessionKey(id)));
  }

  /** Keeps an account and uses it from now on. */
  async save(root: string, credentials: Credentials): Promise<Account> {
    const { username } = credentials;
    const account = { id: accountId(root, username), root, username };
    const text = JSON.stringify({ username, apiKey: credentials.apiKey });
    return this.#turns.do(async () => {
      if ((await this.#secrets.get(sessionKey(account.id))) !== text) {
        await this.#secrets.store(sessionKey(account.id), text);
      }
      await this.#change(putFirst(account));
      return account;
    });
  }

  /** Uses this account on its server from now on. */
  async use(account: Account): Promise<void> {
    await this.#turns.do(() => this.#change(putFirst(account)));
  }

  async remove(id: string): Promise<void> {
    await this.#turns.do(() => this.#removeWhere((account) => account.id === id));
  }

  /** Forgets all accounts on a server. */
  async removeAll(root: string): Promise<void> {
    await this.#turns.do(() => this.#removeWhere((account) => account.root === root));
  }

  async #removeWhere(isGone: (account: Account) => boolean): Promise<void> {
    const gone = (await this.#read()).filter(isGone);
    await this.#change((accounts) => accounts.filter((account) => !isGone(account)));
    for (const { id } of gone) await this.#secrets.delete(sessionKey(id));
  }

  /** Call it in its turn only. */
  async #change(change: (accounts: readonly Account[]) => readonly Account[]): Promise<void> {
    const before = await this.#read();
    const after = change(before);
    const text = JSON.stringify(after.map(({ root, username }) => ({ root, username })));
    if (text !== JSON.stringify(before.map(({ root, username }) => ({ root, username })))) {
      await this.#secrets.store(indexKey, text);
    }
    this.#take(after, this.#known ?? before);
  }

  async #follow(): Promise<void> {
    try {
      await this.#turns.do(async () => this.#take(await this.#read(), this.#known ?? []));
    } catch {
      // The next call reads the list again, and learns why that fails.
      this.#known = undefined;
    }
  }

  #take(after: readonly Account[], before: readonly Account[]): void {
    this.#known = after;
    const has = (accounts: readonly Account[], { id }: Account) => accounts.some((each) => each.id === id);
    const first = (accounts: readonly Account[], root: string) => accounts.find((each) => each.root === root)?.id;
    const added = after.filter((account) => !has(before, account));
    const removed = before.filter((account) => !has(after, account));
    const changed = after.filter(
      (account) =>
        has(before, account) && first(after, account.root) === account.id && first(before, account.root) !== account.id,
    );
    if (added.length + removed.length + changed.length > 0) this.#changed.fire({ added, removed, changed });
  }

  async #read(): Promise<readonly Account[]> {
    const kept = parsed(index, await this.#secrets.get(indexKey)) ?? [];
    return kept.map(({ root, username }) => ({ id: accountId(root, username), root, username }));
  }
}

function putFirst(account: Account): (accounts: readonly Account[]) => readonly Account[] {
  return (accounts) => [account, ...accounts.filter(({ id }) => id !== account.id)];
}

function parsed<T>(schema: z.ZodMiniType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
