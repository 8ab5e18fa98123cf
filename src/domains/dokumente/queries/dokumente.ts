import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { type Values, NotFound } from "../../../platform/form.ts";
import { KIND, type Kind } from "../../../platform/files/kind.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From } from "../../../platform/place.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { ofEachPerson, ofPerson } from "../../personen/index.ts";
import { QUELLE, type Quelle } from "../model/dokument.ts";
import { TITEL } from "../rows/sealed.ts";

/** A document without its file. Days are ISO; `art` is a code. */
export type Dokument = {
  readonly id: string;
  readonly kontoId: string;
  readonly personId: string;
  readonly fallId: string | null;
  readonly art: string;
  readonly titel: string | null;
  readonly quelle: Quelle;
  readonly am: string;
  readonly gueltigBis: string | null;
  readonly typ: Kind;
  readonly groesse: number;
  readonly stuecke: number;
  readonly erfasstVon: string;
  readonly zurueckgezogenAm: string | null;
  readonly version: number;
};

const COLUMNS = [
  "kreis",
  "id",
  "konto_id",
  "person_id",
  "zu_fall",
  "art",
  "titel",
  "quelle",
  "am",
  "gueltig_bis",
  "typ",
  "groesse",
  "stuecke",
  "erfasst_von",
  "zurueckgezogen_am",
  "version",
] as const;

type Row = {
  readonly kreis: string;
  readonly id: string;
  readonly konto_id: string;
  readonly person_id: string;
  readonly zu_fall: string | null;
  readonly art: string;
  readonly titel: Buffer | null;
  readonly quelle: string;
  readonly am: string;
  readonly gueltig_bis: string | null;
  readonly typ: string;
  readonly groesse: number;
  readonly stuecke: number;
  readonly erfasst_von: string;
  readonly zurueckgezogen_am: string | null;
  readonly version: number;
};

async function opened(tx: Tx, kreis: string, rows: readonly Row[]): Promise<Dokument[]> {
  const keys = await subjectKeys(
    tx,
    kreis,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => ({
    id: row.id,
    kontoId: row.konto_id,
    personId: row.person_id,
    fallId: row.zu_fall,
    art: row.art,
    titel: openText(keys.get(row.person_id), row, TITEL, row.titel),
    quelle: known(QUELLE, row.quelle),
    am: row.am,
    gueltigBis: row.gueltig_bis,
    typ: known(KIND, row.typ),
    groesse: row.groesse,
    stuecke: row.stuecke,
    erfasstVon: row.erfasst_von,
    zurueckgezogenAm: row.zurueckgezogen_am,
    version: row.version,
  }));
}

/** One's own document. @throws NotFound for a foreign one as for none */
export async function dokumentOf(tx: Tx, actor: Actor, id: string): Promise<Dokument> {
  const rows = isId(id) ? await tx.selectFrom("kim.dokument").select(COLUMNS).where("id", "=", id).execute() : [];
  const [one] = await opened(tx, actor.kreis, rows);
  if (one === undefined) throw new NotFound();
  return one;
}

/** What the form of a document is filled with. */
export const dokumentValues = (d: Dokument): Values => ({
  art: [d.art],
  titel: [d.titel ?? ""],
  quelle: [d.quelle],
  am: [d.am],
  gueltig_bis: [d.gueltigBis ?? ""],
  zu_fall: [d.fallId ?? ""],
});

export const PAGE = 50;

/** Documents of a person, the last one first, a page at a time; of one of her cases where it is named. */
export async function dokumenteOf(
  tx: Tx,
  actor: Actor,
  { person, fall, from }: { readonly person: string; readonly fall?: string | undefined; readonly from: From },
) {
  const paging = keyset(from, PAGE, ["am", "id"]);
  const rows = await ofEachPerson(tx, [person], paging, (eachPerson) =>
    tx
      .selectFrom("kim.dokument")
      .select(COLUMNS)
      .where("person_id", "=", eachPerson)
      .where("zurueckgezogen_am", "is", null)
      .$if(fall !== undefined, (q) => q.where("zu_fall", "=", fall ?? ""))
      .where(paging.beyond)
      .orderBy("am", paging.direction)
      .orderBy("id", paging.direction)
      .limit(paging.limit),
  );
  return paging.page(await opened(tx, actor.kreis, rows));
}

/** What can still be taken back; bounded by the days until it is gone. */
export async function zurueckgezogene(tx: Tx, actor: Actor, person: string): Promise<Dokument[]> {
  const rows = await tx
    .selectFrom("kim.dokument")
    .select(COLUMNS)
    .where("person_id", "=", ofPerson(person))
    .where("zurueckgezogen_am", "is not", null)
    .orderBy("zurueckgezogen_am", "desc")
    .orderBy("id")
    .limit(PAGE)
    .execute();
  return opened(tx, actor.kreis, rows);
}

/** A case to choose: its number and id. */
export type FallWahl = { readonly id: string; readonly jahr: number; readonly nummer: number };

/** The cases of a person that a document can belong to: those that are not closed to writing. */
export async function faelleZur(tx: Tx, person: string): Promise<FallWahl[]> {
  const order = { direction: "desc", limit: 20 } as const;
  return ofEachPerson(tx, [person], order, (eachPerson) =>
    tx
      .selectFrom("kim.fall")
      .select(["id", "jahr", "nummer", "begonnen as am"])
      .where("person_id", "=", eachPerson)
      .where("phase", "<>", sql.lit("widerruf"))
      .orderBy("begonnen", "desc")
      .orderBy("id", "desc")
      .limit(order.limit),
  );
}
