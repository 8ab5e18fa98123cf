import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset } from "../../../platform/keyset.ts";
import { known } from "../../../platform/known.ts";
import type { From, Place } from "../../../platform/place.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { ofEachPerson, ofPerson, personNames } from "../../personen/index.ts";
import { OFFENE, STAND, type Gegangen, type Stand, isOffen } from "../model/stand.ts";
import { NOTIZ } from "./sealed.ts";

/** A naturalisation in short. Days are ISO. */
export type EinbuergerungKurz = {
  readonly id: string;
  readonly personId: string;
  readonly perspektive: string;
  readonly paragraf: string;
  readonly ebh: string;
  readonly stand: Stand;
  readonly standSeit: string;
  readonly antragAm: string | null;
  readonly zusicherungBis: string | null;
  readonly nachfragenAm: string | null;
};

export type SchrittZeile = Gegangen & { readonly id: string; readonly notiz: string | null };

export type Einbuergerung = EinbuergerungKurz & {
  readonly kontoId: string;
  readonly person: string;
  readonly version: number;
  readonly schritte: readonly SchrittZeile[];
};

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.einbuergerung as e")
    .innerJoin("ref.perspektive as p", "p.code", "e.perspektive")
    .select(["e.id", "e.kreis", "e.konto_id", "e.person_id", "e.perspektive", "p.paragraf", "e.ebh", "e.stand"])
    .select(["e.stand_seit", "e.antrag_am", "e.zusicherung_bis", "e.nachfragen_am", "e.version"]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

const kurz = (row: Row): EinbuergerungKurz => ({
  id: row.id,
  personId: row.person_id,
  perspektive: row.perspektive,
  paragraf: row.paragraf,
  ebh: row.ebh,
  stand: known(STAND, row.stand),
  standSeit: row.stand_seit,
  antragAm: row.antrag_am,
  zusicherungBis: row.zusicherung_bis,
  nachfragenAm: row.nachfragen_am,
});

/** So many of one person are told; nobody has as many. */
const HOECHSTENS = 50;

/** Those of a person, the last first. */
export async function einbuergerungenOf(tx: Tx, person: string): Promise<EinbuergerungKurz[]> {
  const found = await ofEachPerson(tx, [person], { direction: "desc", limit: HOECHSTENS }, (eachPerson) =>
    rows(tx)
      .select("e.stand_seit as am")
      .where("e.person_id", "=", eachPerson)
      .orderBy("e.stand_seit", "desc")
      .orderBy("e.id", "desc")
      .limit(HOECHSTENS),
  );
  return found.map(kurz);
}

/** The one of a person that is under way; undefined where there is none. */
export async function laufendeOf(tx: Tx, person: string): Promise<EinbuergerungKurz | undefined> {
  const row = await rows(tx)
    .where("e.person_id", "=", ofPerson(person))
    .where("e.stand", "=", anyOf(OFFENE))
    .executeTakeFirst();
  return row && kurz(row);
}

/** One's own. @throws NotFound for a foreign one as for none */
export async function einbuergerungOf(tx: Tx, actor: Actor, id: string): Promise<Einbuergerung> {
  const row = isId(id) ? await rows(tx).where("e.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const names = await personNames(tx, actor, [row.person_id]);
  const schritte = await tx
    .selectFrom("kim.einbuergerung_schritt")
    .select(["kreis", "id", "nach", "am", "bis", "notiz", "zurueckgenommen"])
    .where("einbuergerung_id", "=", id)
    .orderBy("folge")
    .execute();
  return {
    ...kurz(row),
    kontoId: row.konto_id,
    person: names.get(row.person_id) ?? "",
    version: row.version,
    schritte: schritte.map((s) => ({
      id: s.id,
      nach: known(STAND, s.nach),
      am: s.am,
      bis: s.bis,
      notiz: openText(key, s, NOTIZ, s.notiz),
      zurueckgenommen: s.zurueckgenommen,
    })),
  };
}

export type Zeile = EinbuergerungKurz & { readonly person: string };
export const AUSWAHL = ["offen", "beendet"] as const;
export type Auswahl = (typeof AUSWAHL)[number];

const PAGE = 50;

/** One page of one's own, whose state is the newest first. */
export async function einbuergerungListe(
  tx: Tx,
  actor: Actor,
  auswahl: Auswahl,
  from: From,
): Promise<{
  readonly zeilen: readonly Zeile[];
  readonly newer: Place | undefined;
  readonly older: Place | undefined;
}> {
  const { beyond, direction, limit, page } = keyset(from, PAGE, ["e.stand_seit", "e.id"]);
  const staende = auswahl === "offen" ? OFFENE : STAND.filter((one) => !isOffen(one));
  const found = await rows(tx)
    .select("e.stand_seit as am")
    .where("e.konto_id", "=", actor.kontoId)
    // As their indexes have them (0166): with values in their place all that ever was would be read.
    .where(sql<boolean>`e.stand in (${sql.join(staende.map((one) => sql.lit(one)))})`)
    .where(beyond)
    .orderBy("e.stand_seit", direction)
    .orderBy("e.id", direction)
    .limit(limit)
    .execute();
  const { rows: seite, newer, older } = page(found);
  const names = await personNames(tx, actor, [...new Set(seite.map((row) => row.person_id))]);
  const zeilen = seite.map((row) => ({ ...kurz(row), person: names.get(row.person_id) ?? "" }));
  return { zeilen, newer, older };
}
