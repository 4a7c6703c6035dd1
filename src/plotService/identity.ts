import { createHash } from "node:crypto";
import type { PlotService } from "./service.ts";

/** Where a listening service says which plots it serves. Ours alone: the v2 API knows no such question. */
export const identityPath = "/.well-known/plot-files";

/** Names the account of a database without telling its key: the same in every process that has the same file open. */
export function identityOf({ user }: PlotService): string {
  return createHash("sha256").update(`plot-files ${user.username}:${user.apiKey}`).digest("hex").slice(0, 32);
}

/** Whether a program that listens on this computer serves the same plots. False where nothing or another one answers. */
export async function servesTheSame(service: PlotService, url: string): Promise<boolean> {
  try {
    // Without credentials: it may be anybody.
    const response = await fetch(`${url}${identityPath}`, { redirect: "error", signal: AbortSignal.timeout(2000) });
    const answer: unknown = response.ok ? await response.json() : undefined;
    return (
      typeof answer === "object" && answer !== null && "account" in answer && answer.account === identityOf(service)
    );
  } catch {
    return false;
  }
}
