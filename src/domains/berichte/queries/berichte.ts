import { type Actor, isSystem, may } from "../../../platform/actor.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { datenstand } from "../../auswertung/index.ts";
import { Grundlage } from "../model/grundlage.ts";
import { grundlageOf } from "./grundlage.ts";
import { kapitelIn } from "./kapitel.ts";
import type { Kapitel } from "../model/kapitel.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { Kopf } from "../model/kopf.ts";
import { nummerText } from "../model/nummer.ts";
import { Papier } from "../../papier/index.ts";

/** A report as it is stored. */
export type BerichtAkte = {
  readonly id: string;
  readonly von: string;
  readonly bis: string;
  readonly titel: string;
  readonly kopf: Kopf;
  /** The template that the draft began with. */
  readonly vorlageId: string | null;
  readonly version: number;
  /** Counts every change to the draft, of its chapters as well. */
  readonly fassung: number;
  readonly angelegt: string;
  /** Account id of whoever began it. */
  readonly angelegtVon: string;
  /** "3/2026", and the day; undefined: a draft. */
  readonly nummer: string | undefined;
  readonly freigegeben: string | undefined;
  readonly pruefsumme: string | undefined;
  /** What a released report rests on. */
  readonly grundlage: Grundlage | undefined;
  /** What a released report says. */
  readonly papier: Papier | undefined;
  /** The report that this one replaces, and the one that replaces this. */
  readonly berichtigt: { readonly id: string; readonly nummer: string; readonly grund: string } | undefined;
  readonly berichtigtDurch: { readonly id: string; readonly nummer: string | undefined } | undefined;
};

const nummerOf = (row: { readonly jahr: number | null; readonly nummer: number | null }): string | undefined =>
  row.jahr === null || row.nummer === null ? undefined : nummerText(row.jahr, row.nummer);

export const mayDrafts = (actor: Actor): boolean =>
  isSystem(actor) || may(actor, "bericht.schreiben") || may(actor, "bericht.freigeben");

/** Reports that somebody may see: released ones; drafts too for those who write or release them. */
const rows = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.bericht as b")
    .leftJoin("kim.bericht as v", (on) => on.onRef("v.kreis", "=", "b.kreis").onRef("v.id", "=", "b.berichtigt"))
    .leftJoin("kim.bericht as n", (on) => on.onRef("n.kreis", "=", "b.kreis").onRef("n.berichtigt", "=", "b.id"))
    .select([
      "b.id",
      "b.von",
      "b.bis",
      "b.titel",
      "b.kopf",
      "b.fassung",
      "b.vorlage_id",
      "b.papier",
      "b.version",
      "b.angelegt",
      "b.angelegt_von",
      "b.jahr",
    ])
    .select(["b.nummer", "b.freigegeben", "b.pruefsumme", "b.kennzahlen", "b.berichtigt", "b.grund"])
    .select(["v.jahr as v_jahr", "v.nummer as v_nummer", "n.id as n_id", "n.jahr as n_jahr", "n.nummer as n_nummer"])
    .$if(!mayDrafts(actor), (q) => q.where("b.stand", "=", "freigegeben"));

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

function akteOf(row: Row, actor: Actor): BerichtAkte {
  const next = { jahr: row.n_jahr, nummer: row.n_nummer };
  const shownNext = row.n_id !== null && (mayDrafts(actor) || next.nummer !== null) ? row.n_id : undefined;
  return {
    id: row.id,
    von: row.von,
    bis: row.bis,
    titel: row.titel,
    version: row.version,
    angelegt: row.angelegt,
    angelegtVon: row.angelegt_von,
    kopf: Kopf.parse(row.kopf),
    fassung: row.fassung,
    vorlageId: row.vorlage_id,
    papier: row.papier === null ? undefined : Papier.parse(row.papier),
    nummer: nummerOf(row),
    freigegeben: row.freigegeben ?? undefined,
    pruefsumme: row.pruefsumme ?? undefined,
    grundlage: row.kennzahlen === null ? undefined : Grundlage.parse(row.kennzahlen),
    berichtigt:
      row.berichtigt === null
        ? undefined
        : {
            id: row.berichtigt,
            grund: row.grund ?? "",
            nummer:
              nummerOf({
                jahr: row.v_jahr,
                nummer: row.v_nummer,
              }) ?? "",
          },
    berichtigtDurch:
      shownNext === undefined
        ? undefined
        : {
            id: shownNext,
            nummer: nummerOf(next),
          },
  };
}

/** All reports of the Kreis that somebody may see, the latest period first. There are a few a year, so without paging. */
export async function berichte(tx: Tx, actor: Actor): Promise<BerichtAkte[]> {
  const found = await rows(tx, actor).orderBy("b.von", "desc").orderBy("b.nummer", "desc").orderBy("b.id").execute();
  return found.map((row) => akteOf(row, actor));
}

/** One report as somebody may see it. @throws NotFound */
export async function berichtOf(tx: Tx, actor: Actor, id: string): Promise<BerichtAkte> {
  const row = await rows(tx, actor).where("b.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return akteOf(row, actor);
}

/** A draft to look at. @throws NotFound for a released report */
export async function entwurfOf(tx: Tx, actor: Actor, id: string): Promise<BerichtAkte> {
  const akte = await berichtOf(tx, actor, id);
  if (akte.nummer !== undefined) throw new NotFound();
  return akte;
}

/** A draft that somebody is about to change, held until the end of the transaction, with everything in it. @throws NotFound for a released one */
export async function heldEntwurf(tx: Tx, actor: Actor, id: string): Promise<BerichtAkte> {
  await lockRow(tx, "kim.bericht", id);
  return entwurfOf(tx, actor, id);
}

/** The paper of a stored report: of a released one as it was frozen, of a draft with the figures of today. */
export async function halbjahresberichtOf(
  tx: Tx,
  kreis: string,
  akte: BerichtAkte,
  heute: string,
): Promise<Halbjahresbericht & { readonly kapitel: readonly Kapitel[] }> {
  const { von, bis, kopf } = akte;
  const grundlage =
    akte.grundlage ?? (await grundlageOf(tx, { kreis, zeitraum: { von, bis }, sitzung: kopf.sitzung, heute }));
  return { ...akte, ...stand(grundlage), grundlage, kapitel: await kapitelIn(tx, akte.id) };
}

/** How up to date the figures are, in words and as the day that the files carry. */
export const stand = ({ kennzahlen }: Grundlage): Pick<Halbjahresbericht, "datenstand" | "tag"> =>
  kennzahlen.stand === null
    ? { datenstand: undefined, tag: kennzahlen.zeitraum.bis }
    : { datenstand: datenstand(new Date(kennzahlen.stand)), tag: dayOf(new Date(kennzahlen.stand)) };

export const FORMATE = ["pdf", "docx", "json"] as const;
export type Format = (typeof FORMATE)[number];

/** A file of a released report, byte for byte. @throws NotFound */
export async function dokument(tx: Tx, id: string, art: Format): Promise<Buffer> {
  const row = await tx
    .selectFrom("kim.bericht_dokument")
    .select("inhalt")
    .where("bericht_id", "=", id)
    .where("art", "=", art)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.inhalt;
}
