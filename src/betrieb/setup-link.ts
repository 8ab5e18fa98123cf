import type { Installation } from "./installation.ts";

/** The one-time link by which an empty installation is set up; undefined when somebody has an account already. */
export async function setupLink(_installation: Installation, _adresse: string): Promise<string | undefined> {
  return undefined;
}
