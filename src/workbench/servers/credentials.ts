import type { SecretStorage } from "vscode";
import * as z from "zod";

const credentials = z.object({ username: z.string().min(1), apiKey: z.string().min(1) });

export type Credentials = z.infer<typeof credentials>;

/** User name and API key of each server, as one secret a server: they never reach settings, URIs or logs. */
export class CredentialStore {
  readonly #secrets: SecretStorage;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
  }

  async get(root: string): Promise<Credentials | undefined> {
    const stored = await this.#secrets.get(secretKey(root));
    if (stored === undefined) return undefined;
    try {
      return credentials.parse(JSON.parse(stored));
    } catch {
      return undefined;
    }
  }

  async set(root: string, value: Credentials): Promise<void> {
    await this.#secrets.store(secretKey(root), JSON.stringify(value));
  }

  async delete(root: string): Promise<void> {
    await this.#secrets.delete(secretKey(root));
  }

  /** Whether a change of secrets, in this window or another, touched this server. */
  isKeyOf(root: string, key: string): boolean {
    return key === secretKey(root);
  }
}

function secretKey(root: string): string {
  return `plots.credentials ${root}`;
}
