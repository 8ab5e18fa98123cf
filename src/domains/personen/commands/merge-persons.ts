import { randomUUID } from "node:crypto";
import { type Actor, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { giveUebergabe } from "../../zustaendigkeit/index.ts";
import { type Wahl, type Werte, geschrieben, gewaehlt } from "../model/zusammen.ts";
import { type Ja, wirdBenannt } from "../model/ja.ts";
import { PersonName } from "../model/person.ts";
import { blockTogether } from "./block-person.ts";
import { noteJa } from "./note-ja.ts";
import { hatBeratungen } from "../queries/fruehere.ts";
import { bestandOf, sealStand, zeilenOf } from "../queries/zusammenfuehrungen.ts";
import { readWerte } from "../rows/werte.ts";
import { writeFelder } from "./write-felder.ts";

/** Two persons, which of them is shown from now on, and why it is that one. */
export type Paar = { readonly bleibt: string; readonly geht: string; readonly uebergabe: boolean };

const FREMDE =
  "Beide Akten führen Kolleg:innen. Zusammenführen kann sie nur, wer eine der beiden selbst führt: Bitten Sie darum.";
const SCHON = "Eine der beiden ist inzwischen mit jemandem zusammengeführt. Laden Sie die Seite neu.";

/**
 * Which of two is shown: in one file the one that was recorded first. Of two accounts that of the other one: nobody takes
 * somebody's file, everybody may give her own. @throws NotFound, Refused
 */
export async function paarOf(tx: Tx, actor: Actor, eine: string, andere: string): Promise<Paar> {
  const found = await zeilenOf(tx, [eine, andere]);
  const [a, b] = [found.get(eine), found.get(andere)];
  if (a === undefined || b === undefined || a.id === b.id) throw new NotFound();
  if (a.zusammengefuehrt_in !== null || b.zusammengefuehrt_in !== null) throw new Refused(SCHON);
  if (a.konto_id === b.konto_id) {
    const aFirst = a.erfasst_am < b.erfasst_am || (a.erfasst_am === b.erfasst_am && a.id < b.id);
    return { bleibt: aFirst ? a.id : b.id, geht: aFirst ? b.id : a.id, uebergabe: false };
  }
  if (a.konto_id === actor.kontoId) return { bleibt: b.id, geht: a.id, uebergabe: true };
  if (b.konto_id === actor.kontoId) return { bleibt: a.id, geht: b.id, uebergabe: true };
  throw new Refused(FREMDE);
}

/** What two say, side by side. @throws NotFound where a key was destroyed */
export async function beideWerte(
  tx: Tx,
  { kreis }: Actor,
  { bleibt, geht }: Paar,
): Promise<{ readonly bleibt: Werte; readonly andere: Werte }> {
  const keys = await subjectKeys(tx, kreis, [bleibt, geht]);
  const [key, other] = [keys.get(bleibt), keys.get(geht)];
  if (key === undefined || other === undefined) throw new NotFound();
  return { bleibt: await readWerte(tx, kreis, bleibt, key), andere: await readWerte(tx, kreis, geht, other) };
}

const JA_FEHLT =
  "Eine der beiden steht nur unter einem Kürzel oder einem Teil des Namens. Fragen Sie die Person, ob ihre früheren Beratungen unter ihrem Namen stehen dürfen. Sagt sie Nein, bleiben es zwei Einträge.";

const nameIn = ({ name }: Werte): PersonName => PersonName.parse(JSON.parse(String(name)));

/** Whether contacts of somebody who stands under a part of a name would stand under the other one's whole name. */
export async function brauchtJa(
  tx: Tx,
  { bleibt, geht }: Paar,
  werte: { readonly bleibt: Werte; readonly andere: Werte },
): Promise<boolean> {
  const [shown, other] = [nameIn(werte.bleibt), nameIn(werte.andere)];
  if (wirdBenannt(shown, other)) return hatBeratungen(tx, bleibt);
  return wirdBenannt(other, shown) && hatBeratungen(tx, geht);
}

/**
 * Merges two persons: one of them is shown for both from now on, with what was chosen. Nothing of either is sealed anew or lost;
 * undoing it is `splitPerson`. Where they are of two accounts the own file goes to the other one, handed over by the worker.
 * `ja`: that the person agreed, where contacts under a pseudonym come under a name. Returns who is shown. @throws NotFound, Refused
 */
export async function mergePersons(
  tx: Tx,
  actor: Actor,
  [eine, andere]: readonly [string, string],
  wahl: Readonly<Record<string, Wahl>>,
  ja?: Ja,
): Promise<string> {
  for (const id of [eine, andere].toSorted()) await lockRow(tx, "kim.person", id);
  const paar = await paarOf(tx, actor, eine, andere);
  const { bleibt, geht } = paar;
  const [key, rows] = [(await subjectKeys(tx, actor.kreis, [bleibt])).get(bleibt), await zeilenOf(tx, [bleibt, geht])];
  const row = rows.get(bleibt);
  if (key === undefined || row === undefined) throw new NotFound();
  const owner = fileOf(actor, row.konto_id);
  const werte = await beideWerte(tx, actor, paar);
  const asked = await brauchtJa(tx, paar, werte);
  if (asked && ja === undefined) throw new Refused(JA_FEHLT, "ja");
  const changed = gewaehlt(werte.bleibt, werte.andere, wahl);
  const id = randomUUID();
  const { letzte } = await tx
    .selectFrom("kim.zusammenfuehrung")
    .select(sql<number>`coalesce(max(folge), 0)`.as("letzte"))
    .where("in_person_id", "=", bleibt)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("kim.zusammenfuehrung")
    .values({
      kreis: actor.kreis,
      traeger_id: owner.traegerId,
      konto_id: owner.kontoId,
      id,
      person_id: geht,
      in_person_id: bleibt,
      folge: letzte + 1,
      werte: sealStand(key, { kreis: actor.kreis, id }, changed),
      bestand: JSON.stringify(await bestandOf(tx, bleibt)),
      abgebend: paar.uebergabe ? actor.kontoId : null,
    })
    .execute();
  await writeFelder(
    tx,
    actor,
    { id: bleibt, kontoId: row.konto_id, key, weil: "zusammengeführt" },
    geschrieben(changed),
  );
  await point(tx, [geht], bleibt);
  await blockTogether(tx, [bleibt, geht]);
  if (asked && ja !== undefined)
    await noteJa(tx, actor, bleibt, { art: ja, was: "zusammenfuehrung", zusammenfuehrung: id });
  if (paar.uebergabe) await giveUebergabe(tx, actor, { an: row.konto_id, notiz: null }, geht);
  for (const person of [bleibt, geht])
    await recordEvent(tx, actor, {
      art: "person.zusammengefuehrt",
      gegenstand: { art: "person", id: person },
      zweck: id,
    });
  return bleibt;
}

/** Lets somebody, and whoever is shown as her, be shown as somebody else. */
async function point(tx: Tx, ids: readonly string[], shown: string): Promise<void> {
  await tx
    .updateTable("kim.person")
    .set({ zusammengefuehrt_in: shown })
    .where((e) => e.or([e("id", "=", anyOf([...ids])), e("zusammengefuehrt_in", "=", anyOf([...ids]))]))
    .execute();
}
