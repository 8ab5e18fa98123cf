import { type Tx, oncePerDatabase } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { PHASE, PHASEN } from "../../faelle/index.ts";
import {
  type Kommune,
  type Wortoption,
  wortOptionen,
  type Staat,
  type Altersband,
  type Codes,
  WORTARTEN,
  type Wortart,
} from "../../../listen/index.ts";

/** The code lists as lists are read with, ended codes included: old lists have old words. */
export const readCodes = oncePerDatabase(async (tx): Promise<Codes> => ({
  handlungsfeld: await tx.selectFrom("ref.handlungsfeld").select(["code", "name", "kurz"]).orderBy("rang").execute(),
  kontaktweg: await tx.selectFrom("ref.kontaktweg").select(["code", "name"]).orderBy("rang").execute(),
  sprache: await tx.selectFrom("ref.sprache").select(["code", "name"]).orderBy("rang").execute(),
  verstaendigung: await tx.selectFrom("ref.verstaendigung").select(["code", "name"]).orderBy("rang").execute(),
  phase: PHASE.map((code) => ({ code, name: PHASEN[code] })),
  abschlussgrund: await tx.selectFrom("ref.abschlussgrund").select(["code", "name"]).orderBy("rang").execute(),
  ergebnis: await tx.selectFrom("ref.ergebnis").select(["code", "name", "kurz"]).orderBy("rang").execute(),
  herkunftsgruppe: await tx.selectFrom("ref.herkunftsgruppe").select(["code", "name"]).orderBy("rang").execute(),
  staatsangehoerigkeit: await staaten(tx),
  altersgruppe: await altersgruppen(tx),
}));

async function staaten(tx: Tx): Promise<Staat[]> {
  const rows = await tx
    .selectFrom("ref.staatsangehoerigkeit")
    .select(["code", "name", "iso2", "herkunftsgruppe"])
    .orderBy("rang")
    .execute();
  return rows.flatMap(({ herkunftsgruppe, ...row }) => (herkunftsgruppe === null ? [] : [{ ...row, herkunftsgruppe }]));
}

const altersgruppen = (tx: Tx): Promise<Altersband[]> =>
  tx.selectFrom("ref.altersgruppe").select(["code", "name", "von", "bis"]).orderBy("rang").execute();

/** The Kommunen of the Kreis, closed ones included. */
export const readKommunen = (tx: Tx): Promise<Kommune[]> =>
  tx.selectFrom("kim.kommune").select(["ags", "name", "plz"]).orderBy("name").execute();

/** What words of a kind can be decided to stand for in this Kreis. */
export const optionenOf = async (tx: Tx, art: Wortart): Promise<readonly Wortoption[]> =>
  wortOptionen(await readCodes(tx), await readKommunen(tx), art);

/** @throws Refused where a word was decided to stand for a code that its list does not have; null is none */
export async function refuseUnknownCodes(
  tx: Tx,
  decided: readonly { readonly spalte: string; readonly code: string | null }[],
): Promise<void> {
  for (const { spalte, code } of decided) {
    const art = WORTARTEN.find((known) => known === spalte);
    const options = art === undefined ? [] : await optionenOf(tx, art);
    if (code !== null && !options.some((option) => option.code === code)) {
      throw new Refused("Diese Auswahl gibt es nicht. Wählen Sie einen Eintrag aus der Liste.", "code");
    }
  }
}

/** The same for the kinds of some words, each asked for once. */
export async function optionenFor(
  tx: Tx,
  arten: Iterable<Wortart>,
): Promise<ReadonlyMap<Wortart, readonly Wortoption[]>> {
  const known = new Map<Wortart, readonly Wortoption[]>();
  for (const art of new Set(arten)) known.set(art, await optionenOf(tx, art));
  return known;
}
