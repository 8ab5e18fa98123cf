import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known, knownOrNone } from "../../../platform/known.ts";
import { Papier } from "../../papier/index.ts";
import { ANTWORT, type Sitzung, type Teilnahme, type Top } from "../model/eingabe.ts";
import { ART } from "../model/gremium.ts";
import { STAND } from "../model/sitzung.ts";

type Wish = {
  readonly ids?: readonly string[];
  readonly gremiumId?: string;
  readonly most?: number;
};

/** Meetings, all or some, the latest first. */
export async function sitzungen(tx: Tx, { ids, gremiumId, most }: Wish = {}): Promise<Sitzung[]> {
  let query = tx
    .selectFrom("kim.gremium_sitzung as s")
    .innerJoin("kim.gremium as g", (on) => on.onRef("g.kreis", "=", "s.kreis").onRef("g.id", "=", "s.gremium_id"))
    .selectAll("s")
    .select(["g.name as gremium", "g.art"])
    .orderBy("s.tag", "desc")
    .orderBy("s.id", "desc");
  if (ids !== undefined) query = query.where("s.id", "=", anyOf(ids));
  if (gremiumId !== undefined) query = query.where("s.gremium_id", "=", gremiumId);
  if (most !== undefined) query = query.limit(most);
  return (await query.execute()).map((row) => ({
    id: row.id,
    gremiumId: row.gremium_id,
    gremium: row.gremium,
    art: known(ART, row.art),
    tag: row.tag,
    beginn: row.beginn,
    ende: row.ende,
    ort: row.ort,
    hinweis: row.hinweis,
    stand: known(STAND, row.stand),
    standSeit: row.stand_seit,
    folge: row.folge,
    eingeladenAm: row.eingeladen_am,
    version: row.version,
  }));
}

/** One meeting. @throws NotFound */
export async function sitzungOf(tx: Tx, id: string): Promise<Sitzung> {
  const [found] = isId(id) ? await sitzungen(tx, { ids: [id] }) : [];
  if (found === undefined) throw new NotFound();
  return found;
}

/** What a meeting is about, in its order. */
export async function tops(tx: Tx, of: { readonly sitzungId?: string; readonly id?: string }): Promise<Top[]> {
  const rows = await tx
    .selectFrom("kim.top")
    .select([
      "id",
      "sitzung_id",
      "rang",
      "titel",
      "luecke_id",
      "vorlage_id",
      "auftrag_id",
      "punkt_id",
      "notiz",
      "vertagt",
      "vertagt_aus",
      "version",
    ])
    .select("rekonstruktion_id")
    .$if(of.sitzungId !== undefined, (q) => q.where("sitzung_id", "=", of.sitzungId ?? ""))
    .$if(of.id !== undefined, (q) => q.where("id", "=", of.id ?? ""))
    .orderBy("rang")
    .orderBy("id")
    .execute();
  return rows.map((row, i) => ({
    id: row.id,
    sitzungId: row.sitzung_id,
    nr: i + 1,
    rang: row.rang,
    titel: row.titel,
    lueckeId: row.luecke_id,
    vorlageId: row.vorlage_id,
    auftragId: row.auftrag_id,
    rekonstruktionId: row.rekonstruktion_id,
    punktId: row.punkt_id,
    notiz: row.notiz,
    vertagt: row.vertagt,
    vertagtAus: row.vertagt_aus,
    version: row.version,
  }));
}

/** What a body reads at the points of a meeting besides Vorlagen: papers as they were when they came there. */
export async function unterlagen(
  tx: Tx,
  sitzungId: string,
): Promise<{ readonly topId: string; readonly papier: Papier }[]> {
  const rows = await tx
    .selectFrom("kim.top")
    .select(["id", "unterlage"])
    .where("sitzung_id", "=", sitzungId)
    .where("unterlage", "is not", null)
    .execute();
  return rows.map(({ id, unterlage }) => ({ topId: id, papier: Papier.parse(unterlage) }));
}

/** One point with its meeting; its number is that in the agenda. @throws NotFound */
export async function topOf(tx: Tx, id: string): Promise<{ readonly top: Top; readonly sitzung: Sitzung }> {
  const [found] = isId(id) ? await tops(tx, { id }) : [];
  if (found === undefined) throw new NotFound();
  const sitzung = await sitzungOf(tx, found.sitzungId);
  const top = (await tops(tx, { sitzungId: sitzung.id })).find((one) => one.id === id);
  if (top === undefined) throw new NotFound();
  return { top, sitzung };
}

/** What was sent to each member, what it answered, whether it came. */
export async function teilnahmen(tx: Tx, sitzungId: string): Promise<Teilnahme[]> {
  const rows = await tx.selectFrom("kim.gremium_teilnahme").selectAll().where("sitzung_id", "=", sitzungId).execute();
  return rows.map((row) => ({
    mitgliedId: row.mitglied_id,
    folge: row.folge,
    gesendetAm: row.gesendet_am,
    antwort: knownOrNone(ANTWORT, row.antwort),
    antwortAm: row.antwort_am,
    anwesend: row.anwesend,
    gegangenUm: row.gegangen_um,
  }));
}

const ids = (rows: readonly Teilnahme[]): ReadonlySet<string> => new Set(rows.map(({ mitgliedId }) => mitgliedId));

/** Who came, by the id of the member. */
export const gekommene = (rows: readonly Teilnahme[]): ReadonlySet<string> =>
  ids(rows.filter(({ anwesend }) => anwesend === true));

/** Who is there now: came, and has not left. */
export const anwesende = (rows: readonly Teilnahme[]): ReadonlySet<string> =>
  ids(rows.filter(({ anwesend, gegangenUm }) => anwesend === true && gegangenUm === null));
