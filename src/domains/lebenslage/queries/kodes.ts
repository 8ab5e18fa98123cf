import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";

type Zeit = { readonly von: string | null; readonly bis: string | null };

/** What the situation of a person says in codes, without anything that somebody wrote; days are ISO. */
export type LageKodes = {
  readonly aufenthalte: readonly (Zeit & { readonly status: string })[];
  readonly leistungen: readonly (Zeit & { readonly art: string })[];
  readonly werdegang: readonly (Zeit & { readonly art: string; readonly stand: string | null })[];
};

/** For whoever compares it with rules: no key is opened. Wrong entries are left out. */
export async function lageKodes(tx: Tx, person: string): Promise<LageKodes> {
  const aufenthalte = await tx
    .selectFrom("kim.aufenthalt")
    .select(["status", "von", "bis"])
    .where("person_id", "=", ofPerson(person))
    .where("falsch", "=", false)
    .execute();
  const leistungen = await tx
    .selectFrom("kim.leistung")
    .select(["art", "von", "bis"])
    .where("person_id", "=", ofPerson(person))
    .where("falsch", "=", false)
    .execute();
  const werdegang = await tx
    .selectFrom("kim.werdegang")
    .select(["art", "stand", "von", "bis"])
    .where("person_id", "=", ofPerson(person))
    .where("falsch", "=", false)
    .execute();
  return { aufenthalte, leistungen, werdegang };
}
