import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { personNames } from "../../personen/index.ts";
import { type Verstaendigung, verstaendigungValues } from "../../verstaendigung/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { STAND, type SchrittWort, type Stand } from "../model/termin.ts";
import { uhrText } from "../model/uhr.ts";
import { BETREFF, GRUND } from "./sealed.ts";

/** An appointment. `tag` is ISO, `beginn` and `dauer` minutes. */
export type Termin = Verstaendigung & {
  readonly id: string;
  readonly kontoId: string;
  readonly personId: string | null;
  readonly person: string | null;
  readonly betreff: string | null;
  readonly tag: string;
  readonly beginn: number;
  readonly dauer: number;
  readonly standortId: string | null;
  readonly standort: string | null;
  readonly raum: string | null;
  readonly stand: Stand;
  readonly version: number;
};

export const termine = (tx: Tx) =>
  tx
    .selectFrom("kim.termin as t")
    .leftJoin("kim.standort as o", (on) => on.onRef("o.kreis", "=", "t.kreis").onRef("o.id", "=", "t.standort_id"))
    .select(["t.kreis", "t.id", "t.konto_id", "t.person_id", "t.betreff", "t.tag", "t.beginn", "t.dauer", "t.raum"])
    .select(["t.sprache", "t.verstaendigung", "t.standort_id", "t.stand", "t.version", "o.name as standort"]);

export type TerminRow = Awaited<ReturnType<ReturnType<typeof termine>["execute"]>>[number];

export const standOf = (stored: string): Stand => STAND.find((one) => one === stored) ?? "geplant";

/** Rows as the pages have them. */
export async function opened(tx: Tx, actor: Actor, rows: readonly TerminRow[]): Promise<Termin[]> {
  const persons = [...new Set(rows.flatMap(({ person_id: id }) => (id === null ? [] : [id])))];
  const names = await personNames(tx, actor, persons);
  const sealed = rows.filter(({ betreff }) => betreff !== null).map((row) => row.person_id ?? actor.traegerId);
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(sealed)]);
  return rows.map((row) => ({
    id: row.id,
    kontoId: row.konto_id,
    personId: row.person_id,
    person: row.person_id === null ? null : (names.get(row.person_id) ?? ""),
    betreff: openText(keys.get(row.person_id ?? actor.traegerId), row, BETREFF, row.betreff),
    tag: row.tag,
    beginn: row.beginn,
    dauer: row.dauer,
    standortId: row.standort_id,
    standort: row.standort,
    raum: row.raum,
    sprache: row.sprache,
    verstaendigung: row.verstaendigung,
    stand: standOf(row.stand),
    version: row.version,
  }));
}

/** One of one's own. @throws NotFound for a foreign one as for none */
export async function terminOf(tx: Tx, actor: Actor, id: string): Promise<Termin> {
  const rows = isId(id) ? await termine(tx).where("t.id", "=", id).execute() : [];
  const [termin] = await opened(tx, actor, rows);
  if (termin === undefined) throw new NotFound();
  return termin;
}

const given = (text: string | null) => (text === null ? [] : [text]);

export const terminValues = (t: Termin): Values => ({
  tag: [t.tag],
  beginn: [uhrText(t.beginn)],
  dauer: [String(t.dauer)],
  standort: given(t.standortId),
  raum: given(t.raum),
  betreff: given(t.betreff),
  ...verstaendigungValues(t),
});

export type SchrittZeile = SchrittWort & {
  readonly am: string;
  readonly wer: string;
  readonly grund: string | null;
};

/** What became of an appointment, from the beginning. */
export async function verlaufOf(tx: Tx, actor: Actor, { id, personId }: Termin): Promise<SchrittZeile[]> {
  const rows = await tx
    .selectFrom("kim.termin_schritt")
    .select(["kreis", "id", "stand", "tag", "beginn", "am", "erfasst_von", "grund"])
    .where("termin_id", "=", id)
    .orderBy("folge")
    .execute();
  const under = personId ?? actor.traegerId;
  const key = (await subjectKeys(tx, actor.kreis, [under])).get(under);
  const names = await kontoNames(tx, actor.kreis, [...new Set(rows.map((row) => row.erfasst_von))]);
  return rows.map((row) => ({
    stand: standOf(row.stand),
    tag: row.tag,
    beginn: row.beginn,
    am: row.am,
    wer: names.get(row.erfasst_von) ?? "ein gelöschter Zugang",
    grund: openText(key, row, GRUND, row.grund),
  }));
}

type Wann = { readonly kontoId: string; readonly tag: string; readonly beginn: number; readonly dauer: number };

/** How many others of the calendar are at the same time. */
export async function gleichzeitige(tx: Tx, { kontoId, tag, beginn, dauer }: Wann, except: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from kim.termin
    where konto_id = ${kontoId}::uuid and tag = ${tag}::date and stand = 'geplant' and id <> ${except}::uuid
      and beginn < ${beginn + dauer}::int and beginn + dauer > ${beginn}::int`.execute(tx);
  return rows[0]?.n ?? 0;
}
