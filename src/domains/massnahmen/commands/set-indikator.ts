import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type FieldError, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { indikatorGesagt, unterschiede } from "../model/aenderung.ts";
import { indikatorValues } from "../model/form-values.ts";
import { KENNZAHLEN } from "../model/kennzahl.ts";
import { wertText } from "../model/betrag.ts";
import { type Indikator, type IndikatorEingabe, RICHTUNGEN } from "../model/massnahme.ts";
import { isVerkehrt, vorherVon } from "../model/messung.ts";
import { indikatorOf, indikatoren } from "../queries/massnahmen.ts";
import { reihen } from "../queries/reihen.ts";
import { writeAenderungen } from "../rows/aenderung.ts";

const MOST = 6;

/** What the row of an indicator says: typed, or what the figure of the program is called. @throws Refused naming the field */
async function rowOf(tx: Tx, input: IndikatorEingabe, kept?: Indikator) {
  refuseLater("anfang_am", input.anfang_am);
  const { richtung, anfang_am, ziel, ziel_am } = input;
  const common = { richtung, anfang_am, ziel, ziel_am };
  if (input.zahl === null) return { ...common, ...typed(input), zahl: null, kode: null };
  const { name, einheit, wovon } = KENNZAHLEN[input.zahl];
  const kode = wovon === "alles" ? null : wovon === "kommune" ? input.kommune : input.handlungsfeld;
  const about = await aboutOf(tx, wovon, kode, kept);
  const bound = { zahl: input.zahl, kode, anfang: null, einheit: input.einheit ?? einheit };
  const called = input.name ?? [name, about].filter((part) => part !== "").join(", ");
  refuseErkennbar({ name: input.name, einheit: input.einheit }, input.kein_name);
  return { ...common, ...bound, name: called.slice(0, 120) };
}

function typed({ name, einheit, anfang, richtung, ziel, kein_name }: IndikatorEingabe) {
  const problems: FieldError[] = [];
  if (name === null) problems.push({ field: "name", message: "Schreiben Sie, was gemessen wird." });
  if (einheit === null)
    problems.push({ field: "einheit", message: "Geben Sie an, worin gemessen wird, zum Beispiel Plätze." });
  if (anfang === null) problems.push({ field: "anfang", message: "Geben Sie an, wie die Zahl am Anfang war." });
  if (name === null || einheit === null || anfang === null) throw new Refused(problems);
  refuseVerkehrt({ richtung, anfang, ziel });
  refuseErkennbar({ name, einheit }, kein_name);
  return { name, einheit, anfang };
}

/** A goal worse than the start is a slip: in the goal, or in which way is better. @throws Refused */
function refuseVerkehrt(one: Parameters<typeof isVerkehrt>[0]): void {
  if (!isVerkehrt(one)) return;
  const [start, goal] = [wertText(one.anfang), wertText(one.ziel)];
  throw new Refused(
    `Am Anfang sind es ${start}, und ${RICHTUNGEN[one.richtung]}: ${goal} wäre schlechter als der Anfang. Ändern Sie das Ziel oder was besser ist.`,
    "ziel",
  );
}

/**
 * The same where a figure of the program says the start, once its period is over and as far as it is told. Of 0 nobody knows whether
 * there was nothing or nobody recorded it yet. @throws Refused
 */
async function refuseGoal(tx: Tx, id: string): Promise<void> {
  const [reihe] = await reihen(tx, [await indikatorOf(tx, id)]);
  const first = reihe && vorherVon(reihe);
  if (reihe === undefined || first === undefined || first.laeuft === true) return;
  if (first.wert === null || first.wert === 0) return;
  refuseVerkehrt({ ...reihe.indikator, anfang: first.wert });
}

/** The name of the Handlungsfeld or the Kommune that a figure is about; "" for the whole Kreis. @throws Refused */
async function aboutOf(tx: Tx, wovon: "alles" | "handlungsfeld" | "kommune", kode: string | null, kept?: Indikator) {
  if (wovon === "handlungsfeld" && kode === null)
    throw new Refused("Wählen Sie, von welchem Handlungsfeld die Zahl ist.", "handlungsfeld");
  if (kode === null || wovon === "alles") return "";
  const [name, label] = wovon === "kommune" ? ["kommune", "Kommune"] : ["handlungsfeld", "Handlungsfeld"];
  const list = wovon === "kommune" ? await kommunen(tx) : wahlAm((await codelisten(tx)).handlungsfeld, today());
  refuseClosed({ name, label, list, chosen: [kode], kept: [kept?.kode] });
  return list.find(({ value }) => value === kode)?.name ?? kode;
}

/** Says by what one sees whether a measure helps. Returns its id. @throws NotFound, Refused naming the field */
export async function addIndikator(
  tx: Tx,
  actor: Actor,
  massnahmeId: string,
  input: IndikatorEingabe,
): Promise<string> {
  await lockRow(tx, "kim.massnahme", massnahmeId);
  if ((await indikatoren(tx, [massnahmeId])).length >= MOST)
    throw new Refused(`Eine Maßnahme hat höchstens ${MOST} Indikatoren. Entfernen Sie einen, der nichts sagt.`);
  const id = randomUUID();
  const row = await rowOf(tx, input);
  await tx
    .insertInto("kim.indikator")
    .values({ kreis: actor.kreis, id, massnahme_id: massnahmeId, ...row })
    .execute();
  await refuseGoal(tx, id);
  const of = { massnahmeId, indikatorId: id, indikator: row.name };
  await writeAenderungen(tx, actor, of, [{ feld: "indikator", alt: null, neu: row.name }]);
  await recordEvent(tx, actor, { art: "indikator.angelegt", gegenstand: { art: "indikator", id } });
  return id;
}

/** Holds the measure of an indicator and reads it. */
async function heldIndikator(tx: Tx, { id, version }: At): Promise<Indikator> {
  await lockRow(tx, "kim.massnahme", (await indikatorOf(tx, id)).massnahmeId);
  return held(await indikatorOf(tx, id), version, indikatorValues);
}

const measured = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom("kim.messwert").select("am").where("indikator_id", "=", id).executeTakeFirst()) !== undefined;

/** Changes it, and keeps what it was. What was measured by hand stays typed. @throws NotFound, Stale, Refused naming the field */
export async function changeIndikator(tx: Tx, actor: Actor, at: At, input: IndikatorEingabe): Promise<Indikator> {
  const now = await heldIndikator(tx, at);
  if (now.zahl === null && input.zahl !== null && (await measured(tx, now.id)))
    throw new Refused(
      "Zu diesem Indikator sind Werte getippt. Legen Sie für die Zahl des Programms einen neuen an.",
      "zahl",
    );
  await tx
    .updateTable("kim.indikator")
    .set({ ...(await rowOf(tx, input, now)), version: now.version + 1 })
    .where("id", "=", now.id)
    .execute();
  await refuseGoal(tx, now.id);
  const of = { massnahmeId: now.massnahmeId, indikatorId: now.id, indikator: now.name };
  const since = indikatorGesagt(await indikatorOf(tx, now.id));
  await writeAenderungen(tx, actor, of, unterschiede(indikatorGesagt(now), since));
  await recordEvent(tx, actor, { art: "indikator.geaendert", gegenstand: { art: "indikator", id: now.id } });
  return now;
}

/** Takes it away with what was measured; papers about the time before still tell of it. @throws NotFound, Stale; Refused where a check of the effect rests on it */
export async function removeIndikator(tx: Tx, actor: Actor, at: At): Promise<Indikator> {
  const now = await heldIndikator(tx, at);
  const used = await tx
    .selectFrom("kim.massnahme_wirkung_wert")
    .select("wirkung_id")
    .where("indikator_id", "=", now.id)
    .executeTakeFirst();
  if (used !== undefined)
    throw new Refused(
      "Eine Prüfung der Wirkung nennt diesen Indikator. Er bleibt; ändern Sie ihn, wenn etwas nicht stimmt.",
    );
  await tx.updateTable("kim.indikator").set({ entfernt_am: today() }).where("id", "=", now.id).execute();
  const of = { massnahmeId: now.massnahmeId, indikatorId: now.id, indikator: now.name };
  await writeAenderungen(tx, actor, of, [{ feld: "indikator", alt: now.name, neu: null }]);
  await recordEvent(tx, actor, { art: "indikator.entfernt", gegenstand: { art: "indikator", id: now.id } });
  return now;
}
