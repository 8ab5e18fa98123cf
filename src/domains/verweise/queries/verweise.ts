import type { Actor } from "../../../platform/actor.ts";
import { type Tx } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known, knownOrNone } from "../../../platform/known.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { personNames } from "../../personen/index.ts";
import { ABSAGE, type Absage, STAND, type Stand } from "../model/stand.ts";
import { GRUND, type Grund, KONTAKT, type Kontakt } from "../model/verweis.ts";
import { BEDARF, NOTIZ } from "./sealed.ts";
import { stelleValue } from "./stellen.ts";

/** What was taken down at a step. Days are ISO. */
export type SchrittZeile = {
  readonly id: string;
  readonly nach: Stand;
  readonly am: string;
  readonly absage: Absage | null;
  readonly notiz: string | null;
  readonly zurueckgenommen: boolean;
};

/** A referral, whole. Days are ISO, codes those of the lists. */
export type Verweis = {
  readonly id: string;
  readonly kontoId: string;
  readonly personId: string;
  readonly person: string;
  readonly fallId: string | null;
  readonly organisationId: string;
  readonly angebotId: string | null;
  readonly organisation: string;
  readonly angebot: string | null;
  readonly handlungsfeld: string;
  readonly warum: Grund;
  readonly bedarf: string | null;
  readonly kontakt: Kontakt;
  /** The consent that something went out on; null where nothing did. */
  readonly einwilligungId: string | null;
  readonly am: string;
  readonly terminAm: string | null;
  readonly terminUm: string | null;
  readonly stand: Stand;
  readonly standSeit: string;
  readonly absage: Absage | null;
  readonly nachfragenAm: string;
  readonly version: number;
  readonly schritte: readonly SchrittZeile[];
};

export const standOf = (stored: string): Stand => known(STAND, stored);
export const absageOf = (stored: string | null): Absage | null => knownOrNone(ABSAGE, stored);

/** With the names of where it leads. */
export const withStelle = (tx: Tx) =>
  tx
    .selectFrom("kim.verweis as v")
    .innerJoin("kim.organisation as o", (on) =>
      on.onRef("o.kreis", "=", "v.kreis").onRef("o.id", "=", "v.organisation_id"),
    )
    .leftJoin("kim.angebot as a", (on) => on.onRef("a.kreis", "=", "v.kreis").onRef("a.id", "=", "v.angebot_id"));

const rowOf = (tx: Tx, id: string) =>
  withStelle(tx)
    .leftJoin("kim.weitergabe as w", (on) => on.onRef("w.kreis", "=", "v.kreis").onRef("w.id", "=", "v.weitergabe_id"))
    .selectAll("v")
    .select(["o.name as organisation", "a.name as angebot", "w.einwilligung_id as einwilligungId"])
    .where("v.id", "=", id)
    .executeTakeFirst();

/** One's own referral. @throws NotFound for a foreign one as for none */
export async function verweisOf(tx: Tx, actor: Actor, id: string): Promise<Verweis> {
  const row = isId(id) ? await rowOf(tx, id) : undefined;
  if (row === undefined) throw new NotFound();
  const key = (await subjectKeys(tx, actor.kreis, [row.person_id])).get(row.person_id);
  const names = await personNames(tx, actor, [row.person_id]);
  const schritte = await tx
    .selectFrom("kim.verweis_schritt")
    .select(["kreis", "id", "nach", "am", "absage", "notiz", "zurueckgenommen"])
    .where("verweis_id", "=", id)
    .orderBy("folge")
    .execute();
  return {
    id,
    kontoId: row.konto_id,
    personId: row.person_id,
    person: names.get(row.person_id) ?? "",
    fallId: row.fall_id,
    organisationId: row.organisation_id,
    angebotId: row.angebot_id,
    organisation: row.organisation,
    angebot: row.angebot,
    handlungsfeld: row.handlungsfeld,
    warum: known(GRUND, row.warum),
    bedarf: openText(key, row, BEDARF, row.bedarf),
    kontakt: known(KONTAKT, row.kontakt),
    einwilligungId: row.einwilligungId,
    am: row.am,
    terminAm: row.termin_am,
    terminUm: row.termin_um,
    stand: standOf(row.stand),
    standSeit: row.stand_seit,
    absage: absageOf(row.absage),
    nachfragenAm: row.nachfragen_am,
    version: row.version,
    schritte: schritte.map((s) => ({
      id: s.id,
      nach: standOf(s.nach),
      am: s.am,
      absage: absageOf(s.absage),
      notiz: openText(key, s, NOTIZ, s.notiz),
      zurueckgenommen: s.zurueckgenommen,
    })),
  };
}

export const verweisValues = (v: Verweis): Values => ({
  stelle: [stelleValue(v)],
  handlungsfeld: [v.handlungsfeld],
  warum: [v.warum],
  bedarf: [v.bedarf ?? ""],
  kontakt: [v.kontakt],
  am: [v.am],
  termin_am: [v.terminAm ?? ""],
  termin_um: [v.terminUm ?? ""],
  nachfragen_am: [v.nachfragenAm],
});
