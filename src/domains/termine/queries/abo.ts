import { createHash, timingSafeEqual } from "node:crypto";
import { type Actor, may, systemActor } from "../../../platform/actor.ts";
import { now, today } from "../../../platform/clock.ts";
import { type Tx, readAs, sql, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { kreisOf, tokenHash } from "../../../platform/token.ts";
import { aktenzeichen } from "../../faelle/index.ts";
import { kontoActor } from "../../zugang/index.ts";
import { type Ereignis, kalender } from "../model/ical.ts";
import { sprechstundenOf } from "./sprechstunden.ts";

/** So far back and ahead a calendar program sees. */
const BACK = 60;
const AHEAD = 400;
const MOST = 2000;

type Row = {
  readonly id: string;
  readonly version: number;
  readonly stand: string;
  readonly zustand: string;
  readonly tag: string;
  readonly beginn: number;
  readonly dauer: number;
  readonly ort: string | null;
  readonly jahr: number | null;
  readonly nummer: number | null;
};

/** What a calendar program is told: of an appointment the reference of the person's last case, or only that it is one. */
async function ereignisse(tx: Tx, kontoId: string): Promise<Ereignis[]> {
  const heute = today();
  const { rows } = await sql<Row>`
    select t.id, t.version, s.am as stand, t.stand as zustand, t.tag, t.beginn, t.dauer, o.name as ort, f.jahr, f.nummer
    from kim.termin t
    join kim.termin_schritt s on s.kreis = t.kreis and s.termin_id = t.id and s.folge = t.version
    left join kim.standort o on o.kreis = t.kreis and o.id = t.standort_id
    left join lateral (select jahr, nummer from kim.fall
      -- one row: a reference for the title, not what belongs to the person.
      where kreis = t.kreis and person_id = t.person_id order by begonnen desc, id limit 1) f on true
    where t.konto_id = ${kontoId}::uuid and t.tag between ${daysFrom(heute, -BACK)}::date and ${daysFrom(heute, AHEAD)}::date
    order by t.tag, t.beginn, t.id limit ${MOST}`.execute(tx);
  const series = await sprechstundenOf(tx, [kontoId]);
  return [
    ...series.map((s): Ereignis => ({
      id: s.id,
      version: s.version,
      stand: s.ab,
      titel: "Sprechstunde",
      ort: s.standort,
      tag: s.ab,
      beginn: s.beginn,
      ende: s.ende,
      abgesagt: false,
      serie: s,
    })),
    ...rows.map((row): Ereignis => ({
      id: row.id,
      version: row.version,
      stand: row.stand,
      titel: row.jahr === null || row.nummer === null ? "Termin" : aktenzeichen({ jahr: row.jahr, nummer: row.nummer }),
      ort: row.ort,
      tag: row.tag,
      beginn: row.beginn,
      ende: row.beginn + row.dauer,
      abgesagt: row.zustand === "abgesagt",
    })),
  ];
}

type Adresse = { readonly id: string; readonly kontoId: string; readonly gelesen: Date | null };

/** Whose address a token is; the hash is compared in constant time, whatever an index found. */
async function adresseOf(tx: Tx, token: string): Promise<Adresse | undefined> {
  const hash = tokenHash(token);
  const row = await tx
    .selectFrom("kim.kalender_adresse")
    .select(["id", "konto_id", "gelesen", "token_hash"])
    .where("token_hash", "=", hash)
    .executeTakeFirst();
  if (row === undefined || !timingSafeEqual(row.token_hash, hash)) return undefined;
  return { id: row.id, kontoId: row.konto_id, gelesen: row.gelesen };
}

/** A reading is noted at most once a minute. */
const MINUTE_MS = 60_000;

export type Kalender = { readonly text: string; readonly etag: string };

/** The calendar behind a secret address; undefined for every other, and for whoever may not counsel today. */
export async function kalenderOf(token: string): Promise<Kalender | undefined> {
  const kreis = kreisOf(token);
  if (kreis === undefined) return undefined;
  const found = await readAs(systemActor(kreis), async (tx) => {
    const adresse = await adresseOf(tx, token);
    const actor = adresse && (await kontoActor(tx, kreis, adresse.kontoId));
    return adresse === undefined || actor === undefined ? undefined : { adresse, actor };
  });
  if (found === undefined || !may(found.actor, "beratung.lesen")) return undefined;
  const { adresse, actor } = found;
  const at = now();
  if (adresse.gelesen === null || at.getTime() - adresse.gelesen.getTime() > MINUTE_MS) {
    await writeAs(actor, (tx) =>
      tx.updateTable("kim.kalender_adresse").set({ gelesen: at }).where("id", "=", adresse.id).execute(),
    );
  }
  const text = kalender(await readAs(actor, (tx) => ereignisse(tx, actor.kontoId)));
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}

/** One's own address: since when, and when it was last read; undefined where there is none. */
export const eigeneAdresse = (tx: Tx, { kontoId }: Actor) =>
  tx
    .selectFrom("kim.kalender_adresse")
    .select(["angelegt", "gelesen"])
    .where("konto_id", "=", kontoId)
    .executeTakeFirst();
