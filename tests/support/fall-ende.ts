import type { Actor } from "../../src/platform/actor.ts";
import type { TestDatabase } from "./db.ts";

/** What a case ends with, what the person said, a meeting with somebody and what was agreed there. */
export async function abschlussOf(db: TestDatabase, { kreis, traegerId, kontoId }: Actor, fall: string): Promise<void> {
  await db.admin(
    `with f as (select $1 as kreis, $2::uuid as traeger_id, $3::uuid as konto_id),
     a as (insert into kim.fall_abschluss (kreis, traeger_id, konto_id, fall_id, schritt_id)
       select kreis, traeger_id, konto_id, fall_id, id from kim.fall_schritt where fall_id = $4 limit 1 returning id),
     af as (insert into kim.fall_abschluss_feld (kreis, traeger_id, konto_id, abschluss_id, art, handlungsfeld)
       select f.*, a.id, 'bedarf', 'sprache' from f, a),
     r as (insert into kim.fall_rueckmeldung (kreis, traeger_id, konto_id, fall_id, am, erfasst_von, sprache)
       select f.*, $4::uuid, current_date, konto_id, 'ar' from f),
     b as (insert into kim.fallbesprechung (kreis, traeger_id, konto_id, fall_id, art, am, erfasst_von, namentlich, frage)
       select f.*, $4::uuid, 'besprechung', current_date, konto_id, false, '\\x00' from f returning id),
     t as (insert into kim.fallbesprechung_teilnahme (kreis, traeger_id, konto_id, fallbesprechung_id, folge)
       select f.*, b.id, 1 from f, b)
     insert into kim.vereinbarung (kreis, traeger_id, konto_id, fall_id, am, erfasst_von, wer, was, stand_am)
     select f.*, $4::uuid, current_date, konto_id, '\\x00', '\\x00', current_date from f`,
    [kreis, traegerId, kontoId, fall],
  );
}

/** A clarification with an answer. */
export async function klaerungOf(db: TestDatabase, { kreis, traegerId, kontoId }: Actor, fall: string): Promise<void> {
  const file = [kreis, traegerId, kontoId];
  await db.admin(
    `with z as (insert into kim.zielgruppe (kreis, gueltig_ab) values ($1, current_date) returning id),
     f as (insert into kim.zielgruppe_kriterium (kreis, zielgruppe_id, folge, frage, erwartet, zwingend, sonst)
       select $1, id, 1, 'Höchstens drei Jahre hier?', 'ja', true, 'verweis' from z returning id),
     k as (insert into kim.fall_klaerung (kreis, traeger_id, konto_id, fall_id, zielgruppe_id, am, erfasst_von, vorschlag)
       select $1, $2, $3, $4, id, current_date, $3, 'offen' from z returning id)
     insert into kim.fall_klaerung_antwort (kreis, traeger_id, konto_id, klaerung_id, kriterium_id, antwort)
     select $1, $2, $3, k.id, f.id, 'ja' from k, f`,
    [...file, fall],
  );
}
