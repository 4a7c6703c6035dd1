import { randomBytes, timingSafeEqual } from "node:crypto";
import type { PlotService } from "./service.ts";

/** The path where a listening service proves which plots it serves. It is our own; the v2 API has no such question. */
export const identityPath = "/.well-known/plot-files";

const CHALLENGE = /^[0-9a-f]{32}$/;

/**
 * Answers a challenge of 16 bytes, written as hexadecimal digits. Only a process that has the same database open can
 * give the answer. It holds for this challenge and this port alone, so that nobody can repeat it or pass on the answer
 * of another port. Undefined where the text is no challenge.
 */
export function identityOf(service: Pick<PlotService, "proof">, challenge: string, port: number): string | undefined {
  return CHALLENGE.test(challenge) ? service.proof(`plot-files ${port} ${challenge}`) : undefined;
}

/**
 * Asks whether a program that listens on this computer serves the same plots. False where nothing answers, or another
 * program does.
 */
export async function servesTheSame(service: Pick<PlotService, "proof">, url: string): Promise<boolean> {
  try {
    const challenge = randomBytes(16).toString("hex");
    const expected = identityOf(service, challenge, Number(new URL(url).port)) ?? "";
    // Sent without credentials, since anybody may listen there.
    const asked = `${url}${identityPath}?challenge=${challenge}`;
    const response = await fetch(asked, { redirect: "error", signal: AbortSignal.timeout(2000) });
    const answer: unknown = response.ok ? await response.json() : undefined;
    const said = typeof answer === "object" && answer !== null && "proof" in answer ? answer.proof : undefined;
    return typeof said === "string" && isSame(said, expected);
  } catch {
    return false;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
