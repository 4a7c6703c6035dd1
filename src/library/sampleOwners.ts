/** The invented people of the sample library. */
export const sampleOwners = [
  "marin_holt",
  "asa.lindqvist",
  "ingrid-vale",
  "noor_haddad",
  "tomas.ferro",
  "kestrel-lab",
  "junipermoss",
  "rowan_pace",
  "pilar-ruiz",
] as const;

export type SampleOwner = (typeof sampleOwners)[number];

/** Tells whether a user of the service inside the extension is one of the invented people. */
export function isSampleOwner(username: string): boolean {
  return sampleOwners.some((owner) => owner === username);
}
