import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { type KeysetPage, keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { ofEachPerson, personNames } from "../../personen/index.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";
import { ENDEN, OFFENE, type Stand, isOffener } from "../model/stand.ts";
import { type Verweis, absageOf, standOf, withStelle } from "./verweise.ts";

/** A referral in a list. */
export type VerweisKurz = Pick<
  Verweis,
  | "id"
  | "personId"
  | "fallId"
  | "organisation"
  | "angebot"
  | "handlungsfeld"
  | "am"
  | "stand"
  | "standSeit"
  | "absage"
  | "nachfragenAm"
  | "version"
  | "kontoId"
>;

const KURZ = [
  "v.id",
  "v.person_id as personId",
  "v.fall_id as fallId",
  "o.name as organisation",
  "a.name as angebot",
  "v.handlungsfeld",
  "v.am",
  "v.stand",
  "v.stand_seit as standSeit",
  "v.absage",
  "v.nachfragen_am as nachfragenAm",
  "v.version",
  "v.konto_id as kontoId",
] as const;

type Row = Omit<VerweisKurz, "stand" | "absage"> & { readonly stand: string; readonly absage: string | null };
const kurz = (row: Row): VerweisKurz => ({ ...row, stand: standOf(row.stand), absage: absageOf(row.absage) });

/** Whether it is time to ask what became of it. */
export const isFaellig = ({ stand, nachfragenAm }: Pick<VerweisKurz, "stand" | "nachfragenAm">): boolean =>
  isOffener(stand) && nachfragenAm <= today();

export type Auswahl = "faellig" | "offen" | "warteliste" | "beendet";
export const AUSWAHL = ["faellig", "offen", "warteliste", "beendet"] as const satisfies readonly Auswahl[];

const STAENDE_DER: Readonly<Record<Auswahl, readonly Stand[]>> = {
  faellig: OFFENE,
  offen: OFFENE,
  warteliste: ["warteliste"],
  beendet: ENDEN,
};

export type VerweisListe = {
  readonly verweise: readonly (VerweisKurz & { readonly person: string })[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

type Welche = {
  readonly auswahl: Auswahl;
  readonly feld?: string | undefined;
  /** Whose; missing: one's own. */
  readonly wessen?: Wessen;
};

const PAGE = 50;

/** One page of one's own referrals: what is to be asked about first, of what is over the last first. */
export async function verweisListe(
  tx: Tx,
  actor: Actor,
  { auswahl, feld, wessen }: Welche,
  from: From,
): Promise<VerweisListe> {
  const over = auswahl === "beendet";
  const day = over ? "stand_seit" : "nachfragen_am";
  const paged = keyset(from, PAGE, [day, "id"], { ascending: !over });
  const places = await ofEach(tx, kontenDer(actor, wessen), paged, (konto) =>
    tx
      .selectFrom("kim.verweis")
      .select(["id", `${day} as am`])
      .where("konto_id", "=", konto)
      .where("stand", "=", anyOf([...STAENDE_DER[auswahl]]))
      // As the indexes of the open ones have it: a value may be any.
      .$if(!over, (q) => q.where(sql<boolean>`stand in (${sql.join(OFFENE.map((one) => sql.lit(one)))})`))
      .where(paged.beyond)
      .$if(auswahl === "faellig", (q) => q.where("nachfragen_am", "<=", today()))
      .$if(feld !== undefined, (q) => q.where("handlungsfeld", "=", feld ?? ""))
      .orderBy(day, paged.direction)
      .orderBy("id", paged.direction)
      .limit(paged.limit),
  );
  const { rows, newer, older } = paged.page(places);
  const found = await withStelle(tx)
    .select(KURZ)
    .where("v.id", "=", anyOf(rows.map((row) => row.id)))
    .execute();
  const names = await personNames(
    tx,
    actor,
    found.map((row) => row.personId),
  );
  const verweise = rows.flatMap(({ id }) => {
    const row = found.find((one) => one.id === id);
    return row === undefined ? [] : [{ ...kurz(row), person: names.get(row.personId) ?? "" }];
  });
  return { verweise, neuer: newer, aelter: older };
}

/** Where a person was sent, the last first, a page at a time. */
export async function verweiseOf(tx: Tx, personId: string, from: From = {}): Promise<KeysetPage<VerweisKurz>> {
  const paged = keyset(from, PAGE, ["v.am", "v.id"]);
  const rows = await ofEachPerson(tx, [personId], paged, (eachPerson) =>
    withStelle(tx)
      .select(KURZ)
      .where("v.person_id", "=", eachPerson)
      .where(paged.beyond)
      .orderBy("v.am", paged.direction)
      .orderBy("v.id", paged.direction)
      .limit(paged.limit),
  );
  return paged.page(rows.map(kurz));
}

/** So many at most stand on the page of a case. */
const MOST = 20;

/** The referrals of a case, the last first. */
export async function verweiseImFall(tx: Tx, fallId: string): Promise<VerweisKurz[]> {
  const rows = await withStelle(tx)
    .select(KURZ)
    .where("v.fall_id", "=", fallId)
    .orderBy("v.am", "desc")
    .orderBy("v.id", "desc")
    .limit(MOST)
    .execute();
  return rows.map(kurz);
}
