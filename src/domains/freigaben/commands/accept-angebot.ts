import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { PersonEingabe, akteWithKey, createPerson } from "../../personen/index.ts";
import type { Inhalt } from "../model/inhalt.ts";
import { VORBEI, geht } from "../model/stand.ts";
import { kopieOf } from "../queries/kopien.ts";
import { UEBERNOMMEN } from "../queries/sealed.ts";
import { recordReceived, writeSchritt } from "../rows/schritt.ts";
import { ANGEBOT } from "./receive-kopie.ts";

/**
 * Takes a person over from another Träger: a file of one's own with keys of its own, made by the same commands as any other, with a
 * case in it. Only now is there a name to read. The giver's case ends by itself (jobs). Returns the id of the new person.
 * @throws NotFound, Stale, Refused
 */
export async function acceptAngebot(tx: Tx, actor: Actor, at: At): Promise<string> {
  const offer = held(await kopieOf(tx, actor, ANGEBOT, at.id), at.version);
  if (!geht(offer.art, offer.stand, "angenommen", "empfaenger")) {
    throw new Refused(VORBEI);
  }
  // Held by what changes it, in one step: a row of a file comes before a copy in the order of locks, and a new file is made here.
  const taken = await tx
    .updateTable("kim.freigabe")
    .set({ stand: "angenommen", angenommen_von: actor.kontoId, version: at.version + 1 })
    .where("id", "=", at.id)
    .where("version", "=", at.version)
    .where("gesperrt_am", "is", null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) throw new NotFound();
  // From here on the walls let through what is in it.
  const { voll, ...kopie } = await kopieOf(tx, actor, ANGEBOT, at.id);
  if (voll?.anfang == null) throw new NotFound();
  const person = await beginFile(tx, actor, voll, voll.anfang);
  const { akte, key } = await akteWithKey(tx, actor, person);
  const row = { kreis: actor.kreis, id: randomUUID() };
  const angaben = sealText(key, row, UEBERNOMMEN, JSON.stringify(voll));
  await tx
    .insertInto("kim.freigabe_uebernahme")
    .values({ ...akte, ...row, person_id: person, freigabe_id: at.id, am: today(), angaben })
    .execute();
  await writeSchritt(tx, actor, kopie, { art: "angenommen", seite: "empfaenger" });
  await recordReceived(tx, actor, kopie, "kopie.angenommen");
  await enqueue(tx, "freigaben.abgeben", { kreis: actor.kreis, id: at.id });
  return person;
}

const MOST = 200;

async function beginFile(tx: Tx, actor: Actor, { von, anliegen }: Inhalt, anfang: NonNullable<Inhalt["anfang"]>) {
  const person = await createPerson(
    tx,
    actor,
    PersonEingabe.parse({
      person_vorname: anfang.vorname,
      person_nachname: anfang.nachname,
      person_geburtsdatum: anfang.geburtsdatum ?? "",
      // A birth date says the age by itself.
      person_altersgruppe: anfang.geburtsdatum === null ? (anfang.altersgruppe ?? "") : "",
      person_kommune: anfang.kommune ?? "",
      person_staatsangehoerigkeit: anfang.staatsangehoerigkeit ?? "",
      person_sprachen: anfang.sprachen,
    }),
  );
  const was = `Übernommen von ${von.traeger}: ${anliegen}`;
  await openFall(
    tx,
    actor,
    NeuerFall.parse({
      person,
      begonnen: today(),
      zugangsweg: "",
      dringlichkeit: "normal",
      // In full it stands beside the file (kim.freigabe_uebernahme).
      anliegen: was.length > MOST ? `${was.slice(0, MOST - 1)}…` : was,
    }),
  );
  return person;
}
