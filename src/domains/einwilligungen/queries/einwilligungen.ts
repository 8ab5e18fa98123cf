import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known, knownOrNone } from "../../../platform/known.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type PersonKurz, ofPersons, personsByIds } from "../../personen/index.ts";
import { type Durch, sorgeEndet } from "../model/minderjaehrig.ts";
import { STAND, type Stand, type Umfang } from "../model/stand.ts";
import {
  EMPFAENGER_ART,
  FORM,
  type Form,
  KATEGORIE,
  type Kategorie,
  SPRACHE,
  type Sprache,
  WEG,
  type Weg,
  ZWECK,
} from "../model/zwecke.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { EMPFAENGER_NAME, GRUND, UNTERSCHRIFT, ZEUGE } from "./sealed.ts";

/** What was taken down at a step. Days are ISO. */
export type SchrittZeile = {
  readonly id: string;
  readonly nach: Stand;
  readonly am: string;
  readonly kategorien: readonly Kategorie[];
  readonly gueltigBis: string | null;
  readonly grund: string | null;
};

/** A consent, whole. Days are ISO, codes those of the lists. */
export type Einwilligung = Umfang & {
  readonly id: string;
  readonly kontoId: string;
  readonly personId: string;
  readonly person: PersonKurz | undefined;
  readonly textId: string;
  readonly sprache: Sprache | null;
  readonly verstaendigung: string | null;
  readonly durch: Durch | null;
  readonly form: Form | null;
  /** What was drawn on the screen (model/unterschrift.ts). */
  readonly unterschrift: string | null;
  /** The scan of what was signed, a document of the person. */
  readonly belegId: string | null;
  readonly zeuge: string | null;
  readonly version: number;
  readonly schritte: readonly SchrittZeile[];
};

const kategorienOf = (stored: readonly string[]): Kategorie[] => KATEGORIE.filter((one) => stored.includes(one));

/** One's own consent. @throws NotFound for a foreign one as for none */
export async function einwilligungOf(tx: Tx, actor: Actor, id: string): Promise<Einwilligung> {
  const row = isId(id)
    ? await tx.selectFrom("kim.einwilligung").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const [person] = await personsByIds(tx, actor, [row.person_id]);
  const durch = knownOrNone(["person", "sorge", "beide"], row.durch);
  const schritte = await tx
    .selectFrom("kim.einwilligung_schritt")
    .select(["kreis", "id", "nach", "am", "kategorien", "gueltig_bis", "grund"])
    .where("einwilligung_id", "=", id)
    .orderBy("folge")
    .execute();
  return {
    id,
    kontoId: row.konto_id,
    personId: row.person_id,
    person,
    textId: row.text_id,
    zweck: known(ZWECK, row.zweck),
    empfaengerArt: known(EMPFAENGER_ART, row.empfaenger_art),
    empfaenger: openText(key, row, EMPFAENGER_NAME, row.empfaenger),
    kategorien: kategorienOf(row.kategorien),
    stand: known(STAND, row.stand),
    sprache: knownOrNone(SPRACHE, row.sprache),
    verstaendigung: row.verstaendigung,
    durch,
    form: knownOrNone(FORM, row.form),
    unterschrift: openText(key, row, UNTERSCHRIFT, row.unterschrift),
    belegId: row.beleg_id,
    zeuge: openText(key, row, ZEUGE, row.zeuge),
    gueltigAb: row.gueltig_ab,
    gueltigBis: row.gueltig_bis,
    sorgeEndet: sorgeEndet(durch, person),
    version: row.version,
    schritte: schritte.map((s) => ({
      id: s.id,
      nach: known(STAND, s.nach),
      am: s.am,
      kategorien: kategorienOf(s.kategorien),
      gueltigBis: s.gueltig_bis,
      grund: openText(key, s, GRUND, s.grund),
    })),
  };
}

/** A consent among those of its person. */
export type EinwilligungKurz = Umfang & { readonly id: string; readonly personId: string };

/** Everything a person agreed to or not, the last one first. */
export const einwilligungenOf = (tx: Tx, actor: Actor, personId: string): Promise<EinwilligungKurz[]> =>
  einwilligungenOfEach(tx, actor, [personId]);

/** As the index of what was agreed to and has not run out has it (0118); whether it holds, `isGueltig` says. */
const NICHT_VORBEI = () =>
  sql<boolean>`stand in ('erteilt', 'eingeschraenkt') and coalesce(gueltig_bis, 'infinity') >= ${today()}::date`;

/** Those of some persons that may hold today: history is not read for them. */
export const laufendeOfEach = (tx: Tx, actor: Actor, personen: readonly string[]): Promise<EinwilligungKurz[]> =>
  einwilligungenOfEach(tx, actor, personen, true);

/** The same of several persons, in the same statements. */
export async function einwilligungenOfEach(
  tx: Tx,
  actor: Actor,
  personen: readonly string[],
  laufende = false,
): Promise<EinwilligungKurz[]> {
  const rows = await tx
    .selectFrom("kim.einwilligung")
    .select([
      "kreis",
      "id",
      "person_id",
      "zweck",
      "empfaenger_art",
      "empfaenger",
      "kategorien",
      "stand",
      "durch",
      "gueltig_ab",
      "gueltig_bis",
    ])
    .where("person_id", "=", ofPersons(personen))
    .$if(laufende, (q) => q.where(NICHT_VORBEI()))
    .orderBy("gueltig_ab", (o) => o.desc().nullsFirst())
    .orderBy("id")
    .execute();
  const keys = await subjectKeys(
    tx,
    actor.kreis,
    rows.map((row) => row.person_id),
  );
  // Births are read for those alone whose guardians agreed.
  const kinder = [...new Set(rows.flatMap((row) => (row.durch === "sorge" ? [row.person_id] : [])))];
  const geburten = new Map((await personsByIds(tx, actor, kinder)).map((one) => [one.id, one]));
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    zweck: known(ZWECK, row.zweck),
    empfaengerArt: known(EMPFAENGER_ART, row.empfaenger_art),
    empfaenger: openText(keys.get(row.person_id), row, EMPFAENGER_NAME, row.empfaenger),
    kategorien: kategorienOf(row.kategorien),
    stand: known(STAND, row.stand),
    gueltigAb: row.gueltig_ab,
    gueltigBis: row.gueltig_bis,
    sorgeEndet: row.durch === "sorge" ? sorgeEndet("sorge", geburten.get(row.person_id)) : null,
  }));
}

/** What went out on a consent: when, how, what. Days are ISO. */
export type Weitergegeben = {
  readonly id: string;
  readonly am: string;
  readonly art: Weg;
  readonly kategorien: readonly Kategorie[];
  readonly mitgeteiltAm: string | null;
};

export async function weitergabenOf(tx: Tx, einwilligungId: string): Promise<Weitergegeben[]> {
  const rows = await tx
    .selectFrom("kim.weitergabe")
    .select(["id", "am", "art", "kategorien", "widerruf_mitgeteilt_am"])
    .where("einwilligung_id", "=", einwilligungId)
    .orderBy("am", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    am: row.am,
    art: known(WEG, row.art),
    kategorien: kategorienOf(row.kategorien),
    mitgeteiltAm: row.widerruf_mitgeteilt_am,
  }));
}
