import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { personNames } from "../../personen/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { ART, ARTEN, type Art, STAND, type SchrittWort, type Stand } from "../model/frist.ts";
import { GRUND, TITEL } from "./sealed.ts";

/** A Frist. Days are ISO; `titel` says what it is about, whoever wrote it. */
export type Frist = {
  readonly id: string;
  readonly kontoId: string;
  readonly personId: string;
  readonly person: string;
  readonly fallId: string | null;
  /** Year and number of its case; null without one. */
  readonly aktenzeichen: { readonly jahr: number; readonly nummer: number } | null;
  readonly art: Art;
  readonly titel: string;
  readonly am: string;
  readonly ab: string;
  readonly vorlauf: number;
  readonly stand: Stand;
  readonly version: number;
};

const GONE = "nicht mehr lesbar";

const artOf = (stored: string): Art => {
  const art = ART.find((one) => one === stored);
  if (art === undefined) throw new Error(`Die Frist ${stored} kennt dieses Programm nicht.`);
  return art;
};
const standOf = (stored: string): Stand => STAND.find((one) => one === stored) ?? "offen";

/** What every list of Fristen is made of: the columns of one, with the reference of its case. */
export const fristen = (tx: Tx) =>
  tx
    .selectFrom("kim.frist as f")
    .leftJoin("kim.fall as c", (on) => on.onRef("c.kreis", "=", "f.kreis").onRef("c.id", "=", "f.fall_id"))
    .select(["f.kreis", "f.id", "f.konto_id", "f.person_id", "f.fall_id", "f.art", "f.titel", "f.am", "f.ab"])
    .select(["f.vorlauf", "f.stand", "f.version", "c.jahr", "c.nummer"]);

type Row = Awaited<ReturnType<ReturnType<typeof fristen>["execute"]>>[number];

/** Rows as the pages have them: names and titles opened. */
export async function opened(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Frist[]> {
  const names = await personNames(tx, actor, [...new Set(rows.map((row) => row.person_id))]);
  const found = await openedTitles(tx, actor, rows);
  return found.map((frist) => ({ ...frist, person: names.get(frist.personId) ?? "" }));
}

/** The same for a page that says itself whose they are. */
export async function openedTitles(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Omit<Frist, "person">[]> {
  const sealed = rows.filter(({ titel }) => titel !== null).map((row) => row.person_id);
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(sealed)]);
  return rows.map((row) => {
    const art = artOf(row.art);
    const titel = openText(keys.get(row.person_id), row, TITEL, row.titel);
    return {
      id: row.id,
      kontoId: row.konto_id,
      personId: row.person_id,
      fallId: row.fall_id,
      aktenzeichen: row.jahr === null || row.nummer === null ? null : { jahr: row.jahr, nummer: row.nummer },
      art,
      titel: art === "hand" ? (titel ?? GONE) : ARTEN[art],
      am: row.am,
      ab: row.ab ?? row.am,
      vorlauf: row.vorlauf,
      stand: standOf(row.stand),
      version: row.version,
    };
  });
}

/** One of one's own. @throws NotFound for a foreign one as for none */
export async function fristOf(tx: Tx, actor: Actor, id: string): Promise<Frist> {
  const [frist] = await fristenByIds(tx, actor, [id]);
  if (frist === undefined) throw new NotFound();
  return frist;
}

/** Some of one's own, what is due first; foreign ones are missing. */
export async function fristenByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Frist[]> {
  const rows = await fristen(tx)
    .where("f.id", "=", anyOf(ids.filter(isId)))
    .orderBy("f.am")
    .orderBy("f.id")
    .execute();
  return opened(tx, actor, rows);
}

export const fristValues = ({ titel, vorlauf }: Frist): Values => ({ titel: [titel], vorlauf: [String(vorlauf)] });

/** A step of the history, with who took it. */
export type SchrittZeile = SchrittWort & {
  readonly am: string;
  readonly wer: string;
  readonly grund: string | null;
};

/** What became of a Frist, from the beginning. */
export async function verlaufOf(
  tx: Tx,
  actor: Actor,
  { id, personId }: Pick<Frist, "id" | "personId">,
): Promise<SchrittZeile[]> {
  const rows = await tx
    .selectFrom("kim.frist_schritt")
    .select(["kreis", "id", "stand", "tag", "am", "erfasst_von", "aus_daten", "zurueck", "grund"])
    .where("frist_id", "=", id)
    .orderBy("folge")
    .execute();
  const key = (await subjectKeys(tx, actor.kreis, [personId])).get(personId);
  const names = await kontoNames(tx, actor.kreis, [...new Set(rows.map((row) => row.erfasst_von))]);
  return rows.map((row) => ({
    stand: standOf(row.stand),
    tag: row.tag,
    ausDaten: row.aus_daten,
    zurueck: row.zurueck,
    am: row.am,
    wer: names.get(row.erfasst_von) ?? "ein gelöschter Zugang",
    grund: openText(key, row, GRUND, row.grund),
  }));
}
