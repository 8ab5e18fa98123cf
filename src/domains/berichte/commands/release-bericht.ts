import { createHash } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { dateiOf } from "../documents/dateien.ts";
import { WordFehler } from "../documents/word-pruefen.ts";
import { type Halbjahresbericht, papierOf } from "../model/halbjahresbericht.ts";
import { nummerText } from "../model/nummer.ts";
import { wordOf } from "../queries/vorlagen.ts";
import { FORMATE, type Format, halbjahresberichtOf, heldEntwurf } from "../queries/berichte.ts";

const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

/** The next number of this year in the Kreis. Whoever releases at the same time waits. */
async function nextNumber(tx: Tx, kreis: string, jahr: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(53825, hashtext(${kreis}))`.execute(tx);
  const last = await tx
    .selectFrom("kim.bericht")
    .select((eb) => eb.fn.max("nummer").as("nummer"))
    .where("jahr", "=", jahr)
    .executeTakeFirst();
  return (last?.nummer ?? 0) + 1;
}

/** @throws Refused when the Word file of the Kreis does not fit any more: names of figures may have changed since it came */
async function fileOf(bericht: Halbjahresbericht, art: Format, word: Buffer | undefined): Promise<Buffer> {
  try {
    return await dateiOf(bericht, art, word);
  } catch (error) {
    if (!(error instanceof WordFehler)) throw error;
    throw new Refused(`${error.message} Laden Sie unter „Vorlagen“ eine Word-Datei hoch, die passt.`);
  }
}

/**
 * Releases a draft: it gets a number, its figures and what it says are frozen, and its files are kept as they are published.
 * Afterwards the database itself refuses every change. `at.version` is the `fassung` of the draft.
 * @throws NotFound for one that is released already
 * @throws Stale when it was changed since `at.version`: it would not be what somebody has read
 * @throws Refused when nothing was ever counted
 */
export async function releaseBericht(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  const { kreis } = actor;
  const entwurf = await heldEntwurf(tx, actor, id);
  held({ version: entwurf.fassung }, version);
  const heute = today();
  const jahr = Number(heute.slice(0, 4));
  const nummer = await nextNumber(tx, kreis, jahr);
  const draft = await halbjahresberichtOf(tx, kreis, entwurf, heute);
  if (draft.grundlage.kennzahlen.stand === null) {
    throw new Refused("Es ist noch nichts gezählt. Warten Sie eine Minute und versuchen Sie es dann noch einmal.");
  }
  const bericht = { ...draft, nummer: nummerText(jahr, nummer) };
  const word = entwurf.vorlageId === null ? undefined : await wordOf(tx, entwurf.vorlageId);
  const sums: string[] = [];
  for (const art of FORMATE) {
    const inhalt = await fileOf(bericht, art, word);
    const pruefsumme = sha256(inhalt);
    sums.push(pruefsumme);
    await tx.insertInto("kim.bericht_dokument").values({ kreis, bericht_id: id, art, inhalt, pruefsumme }).execute();
  }
  await tx
    .updateTable("kim.bericht")
    .set({
      stand: "freigegeben",
      jahr,
      nummer,
      freigegeben: heute,
      freigegeben_von: actor.kontoId,
      kennzahlen: JSON.stringify(bericht.grundlage),
      pruefsumme: sha256(sums.join("\n")),
      papier: JSON.stringify(papierOf(bericht)),
      fassung: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "bericht.freigegeben", gegenstand: { art: "bericht", id } });
}
