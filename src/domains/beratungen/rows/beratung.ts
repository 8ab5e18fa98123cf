import { randomUUID } from "node:crypto";
import { type Actor, type Owner, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { prepared } from "../../../platform/prepared.ts";
import { type Beratungsdaten, genauigkeit, nachStufe } from "../model/beratung.ts";
import { werteZum } from "../model/eingabe.ts";
import { type Beratung, beratungOf } from "../queries/beratungen.ts";
import { neededFor, sealedNote } from "../queries/notiz.ts";
import { placeColumns } from "../queries/pruefung.ts";

/** The coded columns of a consultation, without its place and note. */
export const beratungColumns = (d: Beratungsdaten) => ({
  am: d.am,
  stufe: d.stufe,
  kontaktweg: d.kontaktweg,
  sprache: d.sprache,
  verstaendigung: d.verstaendigung,
  dauer_min: d.dauerMin,
  ergebnis: d.ergebnis,
  neuzuweisung: d.neuzuweisung,
  personenzahl: d.personenzahl,
  herkunftsgruppe: d.herkunftsgruppe,
  altersgruppe: d.altersgruppe,
});

type Neu = ReturnType<typeof beratungColumns> &
  Awaited<ReturnType<typeof placeColumns>> &
  Awaited<ReturnType<typeof sealedNote>> & {
    readonly kreis: string;
    readonly id: string;
    readonly traeger_id: string;
    readonly konto_id: string;
  };

const INSERT = prepared<Neu>()((db, row) =>
  db.insertInto("kim.beratung").values({
    kreis: row.kreis,
    id: row.id,
    traeger_id: row.traeger_id,
    konto_id: row.konto_id,
    am: row.am,
    stufe: row.stufe,
    kontaktweg: row.kontaktweg,
    ags: row.ags,
    standort_id: row.standort_id,
    sprache: row.sprache,
    verstaendigung: row.verstaendigung,
    dauer_min: row.dauer_min,
    ergebnis: row.ergebnis,
    neuzuweisung: row.neuzuweisung,
    personenzahl: row.personenzahl,
    herkunftsgruppe: row.herkunftsgruppe,
    altersgruppe: row.altersgruppe,
    notiz: row.notiz,
    notiz_schluessel: row.notiz_schluessel,
  }),
);

/** One's own consultation, or of somebody one stands in for, held until the end, in the version that was shown. @throws NotFound, Stale */
export async function heldBeratung(tx: Tx, actor: Actor, { id, version }: At): Promise<Beratung> {
  await lockRow(tx, "kim.beratung", id);
  return held(await beratungOf(tx, actor, id), version, werteZum);
}

/**
 * Writes one consultation with its themes, persons and log row: of the acting account, or of one that it stands in for
 * (`kontoId`). Returns the new id.
 */
export async function insertBeratung(
  tx: Tx,
  actor: Actor,
  eingabe: Beratungsdaten,
  kontoId = actor.kontoId,
): Promise<string> {
  const daten = nachStufe(eingabe);
  const id = randomUUID();
  const owner = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: kontoId };
  await INSERT(tx, {
    ...owner,
    id,
    ...beratungColumns(daten),
    ...(await placeColumns(tx, daten.ort, undefined, neededFor(actor, daten))),
    ...(await sealedNote(tx, actor, id, daten)),
  });
  await insertParts(tx, fileOf(actor, kontoId), id, daten);
  await recordEvent(tx, actor, {
    art: "beratung.erfasst",
    gegenstand: { art: "beratung", id },
    ...genauigkeit(daten.stufe),
  });
  return id;
}

/** Writes themes and persons of a consultation that does not have them yet. */
export async function insertParts(
  tx: Tx,
  { kreis, traegerId, kontoId }: Owner,
  id: string,
  daten: Pick<Beratungsdaten, "am" | "themen" | "personen">,
): Promise<void> {
  const owner = { kreis, traeger_id: traegerId, konto_id: kontoId, beratung_id: id };
  const themen = daten.themen.map((handlungsfeld) => ({ ...owner, handlungsfeld }));
  if (themen.length > 0) await tx.insertInto("kim.beratung_thema").values(themen).execute();
  if (daten.personen.length === 0) return;
  const personen = daten.personen.map((person_id) => ({ ...owner, person_id, am: daten.am }));
  await tx.insertInto("kim.beratung_person").values(personen).execute();
}
