import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { type KeysetPage, keyset } from "../../../platform/keyset.ts";
import { known, knownOrNone } from "../../../platform/known.ts";
import type { From } from "../../../platform/place.ts";
import { openText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { EMPFAENGER_ART, type EmpfaengerArt } from "../../einwilligungen/index.ts";
import { ofEachPerson } from "../../personen/index.ts";
import { EBH_STAND, type EbhStand } from "../model/ebh.ts";
import { Inhalt } from "../model/inhalt.ts";
import { ART, type Art, SPERRGRUND, STAND, type Sperrgrund, type Stand } from "../model/stand.ts";
import { ANGABEN, ANLIEGEN, EMPFAENGER_NAME, openCopyKey } from "./sealed.ts";
import { type Schritt, schritteOf, traegerNamen } from "./schritte.ts";

/** A release as its file has it. Days are ISO. `stand` is null as long as nothing went out. */
export type Freigabe = {
  readonly id: string;
  readonly kontoId: string;
  readonly personId: string;
  readonly fallId: string | null;
  /** The referral that it was sent for. */
  readonly verweisId: string | null;
  readonly art: Art;
  readonly anTraegerId: string | null;
  /** Who it goes to, in words. */
  readonly an: string;
  readonly empfaengerArt: EmpfaengerArt;
  readonly empfaenger: string | null;
  readonly anliegen: string;
  readonly angelegtAm: string;
  readonly stand: Stand | null;
  readonly gueltigBis: string | null;
  readonly gesperrt: Sperrgrund | null;
  /** What its consent was asked with; null as long as nothing went out. */
  readonly weitergabeId: string | null;
  /** Up to which step the answers were read. */
  readonly gelesenBis: number;
  /** What the naturalisation authority says of how far it is, and whether somebody of the file read it. */
  readonly ebh: { readonly stand: EbhStand; readonly seit: string; readonly neu: boolean } | null;
  readonly version: number;
};

const select = (tx: Tx) =>
  tx
    .selectFrom("kim.freigabe_akte as a")
    .leftJoin("kim.freigabe as f", (on) => on.onRef("f.kreis", "=", "a.kreis").onRef("f.id", "=", "a.id"))
    .selectAll("a")
    .select(["f.stand", "f.gueltig_bis", "f.gesperrt_weil", "f.version as kopie_version", "f.ebh_stand", "f.ebh_seit"]);

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function ebhOf(row: Row): Freigabe["ebh"] {
  const stand = knownOrNone(EBH_STAND, row.ebh_stand);
  if (stand === null || row.ebh_seit === null) return null;
  return { stand, seit: row.ebh_seit, neu: stand !== row.ebh_gelesen || row.ebh_seit !== row.ebh_gelesen_seit };
}

function freigabe(row: Row, key: DataKey | undefined, traeger: ReadonlyMap<string, string>): Freigabe {
  const art = known(ART, row.art);
  const empfaenger = openText(key, row, EMPFAENGER_NAME, row.empfaenger);
  return {
    id: row.id,
    kontoId: row.konto_id,
    personId: row.person_id,
    fallId: row.fall_id,
    verweisId: row.verweis_id,
    art,
    anTraegerId: row.an_traeger_id,
    an: empfaenger ?? traeger.get(row.an_traeger_id ?? "") ?? "",
    empfaengerArt: known(EMPFAENGER_ART, row.empfaenger_art),
    empfaenger,
    anliegen: openText(key, row, ANLIEGEN, row.anliegen) ?? "",
    angelegtAm: row.angelegt_am,
    stand: knownOrNone(STAND, row.stand),
    gueltigBis: row.gueltig_bis,
    gesperrt: knownOrNone(SPERRGRUND, row.gesperrt_weil),
    weitergabeId: row.weitergabe_id,
    gelesenBis: row.gelesen_bis,
    ebh: ebhOf(row),
    // What either side did counts: a page that is behind is told so.
    version: row.version + (row.kopie_version ?? 0),
  };
}

const PAGE = 50;

/** Everything that was released of a person or is being prepared, the last first, a page at a time. */
export async function freigabenOf(tx: Tx, actor: Actor, personId: string, from: From): Promise<KeysetPage<Freigabe>> {
  const paged = keyset(from, PAGE, ["a.angelegt_am", "a.id"]);
  const found = await ofEachPerson(tx, [personId], paged, (eachPerson) =>
    select(tx)
      .select("a.angelegt_am as am")
      .where("a.person_id", "=", eachPerson)
      .where(paged.beyond)
      .orderBy("a.angelegt_am", paged.direction)
      .orderBy("a.id", paged.direction)
      .limit(paged.limit),
  );
  const { rows, newer, older } = paged.page(found);
  const keys = await subjectKeys(tx, actor.kreis, [...new Set(rows.map((row) => row.person_id))]);
  const namen = await traegerNamen(
    tx,
    rows.flatMap((row) => row.an_traeger_id ?? []),
  );
  return { rows: rows.map((row) => freigabe(row, keys.get(row.person_id), namen)), newer, older };
}

/** A release with what went out and what came back. `key` opens what both sides write. */
export type FreigabeGanz = Freigabe & {
  readonly inhalt: Inhalt | null;
  readonly key: DataKey | undefined;
  readonly schritte: readonly Schritt[];
};

/** One's own. @throws NotFound for a foreign one as for none */
export async function freigabeOf(tx: Tx, actor: Actor, id: string): Promise<FreigabeGanz> {
  const row = isId(id) ? await select(tx).where("a.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  const person = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const key = openCopyKey(person, row, row.schluessel);
  const angaben = openText(person, row, ANGABEN, row.angaben);
  return {
    ...freigabe(row, person, await traegerNamen(tx, row.an_traeger_id === null ? [] : [row.an_traeger_id])),
    inhalt: angaben === null ? null : Inhalt.parse(JSON.parse(angaben)),
    key,
    schritte: await schritteOf(tx, id, key),
  };
}
