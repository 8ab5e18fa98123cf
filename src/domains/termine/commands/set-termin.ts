import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { akteOf } from "../../personen/index.ts";
import { refuseVerstaendigung } from "../../verstaendigung/index.ts";
import { standorte } from "../../verwaltung/index.ts";
import { type NeuerTermin, type Stand, type TerminAngaben, STAENDE, hindernis } from "../model/termin.ts";
import { BETREFF } from "../queries/sealed.ts";
import { type Termin, terminOf, terminValues } from "../queries/termin.ts";
import { keyFor, writeSchritt } from "../rows/schritt.ts";

const LABEL = "Standort";

/** @throws Refused where a site is closed, or another Träger's */
export async function refuseStandort(tx: Tx, actor: Actor, chosen: string | null, kept: string | null): Promise<void> {
  if (chosen === null) return;
  const list = await standorte(tx, { traegerId: actor.traegerId });
  refuseClosed({ name: "standort", label: LABEL, list, chosen: [chosen], kept: [kept] });
}

/** Makes an appointment: with a person in the file of whoever keeps it, without one in one's own calendar. Returns its id. */
export async function makeTermin(tx: Tx, actor: Actor, input: NeuerTermin): Promise<string> {
  await refuseStandort(tx, actor, input.standort, null);
  await refuseVerstaendigung(tx, input, input.tag);
  const { person } = input;
  const own = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId };
  const akte = person === null ? own : await akteOf(tx, person);
  const key = await keyFor(tx, actor, person);
  const id = randomUUID();
  const { tag, beginn, dauer, raum, sprache, verstaendigung } = input;
  const row = { ...akte, id };
  await tx
    .insertInto("kim.termin")
    .values({
      ...row,
      person_id: person,
      betreff: sealText(key, row, BETREFF, input.betreff),
      tag,
      beginn,
      dauer,
      standort_id: input.standort,
      raum,
      sprache,
      verstaendigung,
    })
    .execute();
  await writeSchritt(tx, actor, { ...row, tag, beginn, stand: "geplant", version: 1 }, key);
  await recordEvent(tx, actor, { art: "termin.angelegt", gegenstand: { art: "termin", id } });
  return id;
}

const whose = ({ kreis, traegerId }: Actor, { id, kontoId }: Termin) => ({
  kreis,
  traeger_id: traegerId,
  konto_id: kontoId,
  id,
});

/** Changes an appointment, or moves it to another day or hour. @throws NotFound, Stale, Refused */
export async function changeTermin(tx: Tx, actor: Actor, at: At, input: TerminAngaben): Promise<void> {
  await lockRow(tx, "kim.termin", at.id);
  const now = held(await terminOf(tx, actor, at.id), at.version, terminValues);
  if (now.stand !== "geplant") throw new Refused(`Dieser Termin ist ${STAENDE[now.stand]}.`);
  await refuseStandort(tx, actor, input.standort, now.standortId);
  await refuseVerstaendigung(tx, input, input.tag, now);
  const key = await keyFor(tx, actor, now.personId);
  const row = whose(actor, now);
  const { tag, beginn, dauer, raum, sprache, verstaendigung } = input;
  const version = now.version + 1;
  await tx
    .updateTable("kim.termin")
    .set({ tag, beginn, dauer, raum, sprache, verstaendigung, standort_id: input.standort, version })
    .set({ betreff: sealText(key, row, BETREFF, input.betreff) })
    .where("id", "=", now.id)
    .execute();
  await writeSchritt(tx, actor, { ...row, tag, beginn, stand: now.stand, version }, key, input.grund);
  const art = tag === now.tag && beginn === now.beginn ? "termin.geaendert" : "termin.verlegt";
  await recordEvent(tx, actor, { art, gegenstand: { art: "termin", id: now.id } });
}

const EREIGNIS: Readonly<Record<Stand, string>> = {
  geplant: "termin.wieder_geplant",
  wahrgenommen: "termin.wahrgenommen",
  abgesagt: "termin.abgesagt",
  nicht_erschienen: "termin.nicht_erschienen",
};

/** Says what became of an appointment, or takes that back. Returns it as it was before. @throws NotFound, Stale, Refused */
export async function endTermin(
  tx: Tx,
  actor: Actor,
  at: At,
  stand: Stand,
  grund: string | null = null,
): Promise<Termin> {
  await lockRow(tx, "kim.termin", at.id);
  const now = held(await terminOf(tx, actor, at.id), at.version);
  const why = hindernis(now.stand, stand);
  if (why !== undefined) throw new Refused(why);
  const version = now.version + 1;
  await tx.updateTable("kim.termin").set({ stand, version }).where("id", "=", now.id).execute();
  const { tag, beginn } = now;
  const key = await keyFor(tx, actor, now.personId);
  await writeSchritt(tx, actor, { ...whose(actor, now), tag, beginn, stand, version }, key, grund);
  await recordEvent(tx, actor, { art: EREIGNIS[stand], gegenstand: { art: "termin", id: now.id } });
  return now;
}
