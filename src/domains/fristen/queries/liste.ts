import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { ofEachPerson } from "../../personen/index.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";
import type { Auswahl } from "../model/frist.ts";
import { type Frist, fristen, opened, openedTitles } from "./frist.ts";

export type FristListe = {
  readonly fristen: readonly Frist[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

type Welche = {
  readonly auswahl: Auswahl;
  /** Whose; missing: one's own. */
  readonly wessen?: Wessen;
  /** Only those of one person, whoever keeps her file. */
  readonly person?: string | undefined;
};

const PAGE = 50;

/** One page of a list: what is due first. What has ended stands the other way round. */
export async function fristListe(
  tx: Tx,
  actor: Actor,
  { auswahl, wessen, person }: Welche,
  from: From,
): Promise<FristListe> {
  const ended = auswahl === "beendet";
  const paged = keyset(from, PAGE, ["f.am", "f.id"], { ascending: !ended });
  const seite = () =>
    fristen(tx)
      .where(ended ? sql<boolean>`f.stand <> 'offen'` : sql<boolean>`f.stand = 'offen'`)
      .$if(auswahl === "faellig", (q) => q.where("f.ab", "<=", today()))
      .$if(auswahl === "ueberfaellig", (q) => q.where("f.am", "<", today()))
      .where(paged.beyond)
      .orderBy("f.am", paged.direction)
      .orderBy("f.id", paged.direction)
      .limit(paged.limit);
  const found =
    person === undefined
      ? await ofEach(tx, kontenDer(actor, wessen), paged, (konto) => seite().where("f.konto_id", "=", konto))
      : await ofEachPerson(tx, [person], paged, (eachPerson) => seite().where("f.person_id", "=", eachPerson));
  const { rows, newer, older } = paged.page(found);
  return { fristen: await opened(tx, actor, rows), neuer: newer, aelter: older };
}

/** So many stand on the page of a case. */
const SHOWN = 20;

/** The open ones of a case, what is due first. */
export async function fristenOfFall(tx: Tx, actor: Actor, fallId: string): Promise<Omit<Frist, "person">[]> {
  const rows = await fristen(tx)
    .where("f.fall_id", "=", fallId)
    .where("f.stand", "=", "offen")
    .orderBy("f.am")
    .orderBy("f.id")
    .limit(SHOWN)
    .execute();
  return openedTitles(tx, actor, rows);
}
