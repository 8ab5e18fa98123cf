import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { codelisten } from "../../codelisten/index.ts";
import { ofPerson, personNames } from "../../personen/index.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import type { Kopie } from "../documents/kopie.ts";
import type { Sprache } from "../model/sprachen.ts";
import { naechsteUeberpruefung } from "../model/ziele.ts";
import { type FallAkte, fallAkte } from "./akte.ts";
import { bewertungenOf } from "./bewertungen.ts";
import { fassungMit, fassungenOf, geltendeIn, planOf, staendeOf } from "./plaene.ts";

/** Whether nobody else may learn of the person: the copy says so. */
const istGesperrt = async (tx: Tx, personId: string): Promise<boolean> => {
  const of = tx.selectFrom("kim.auskunftssperre").select("seit").where("person_id", "=", ofPerson(personId));
  return (await of.executeTakeFirst()) !== undefined;
};

/** `2026-0042`, as the case itself is called. */
const zeichen = ({ jahr, nummer }: FallAkte): string => `${jahr}-${String(nummer).padStart(4, "0")}`;

/**
 * Everything that the copy of a version says: the one in force, or another one, a draft as well.
 * @throws NotFound for a foreign case as for none, and where there is no such version
 */
export async function kopieOf(
  tx: Tx,
  actor: Actor,
  {
    fallId,
    sprache,
    fassung,
  }: { readonly fallId: string; readonly sprache: Sprache; readonly fassung?: number | undefined },
): Promise<Kopie> {
  const fall = await fallAkte(tx, actor, fallId);
  const geltende = geltendeIn(await fassungenOf(tx, fallId));
  const kopf = fassung === undefined ? geltende : await fassungMit(tx, fallId, fassung);
  if (kopf === undefined) throw new NotFound();
  const { kreis, traeger_id: traegerId, konto_id: kontoId } = fall.akte;
  const traeger = await tx.selectFrom("kim.traeger").select("name").where("id", "=", traegerId).executeTakeFirst();
  const gilt = kopf.id === geltende?.id;
  return {
    plan: await planOf(tx, fall, kopf),
    staende: gilt ? await staendeOf(tx, fallId) : new Map(),
    person: (await personNames(tx, actor, [fall.personId])).get(fall.personId) ?? "",
    aktenzeichen: zeichen(fall),
    stelle: traeger?.name ?? "",
    ansprechperson: (await kontoNames(tx, kreis, [kontoId])).get(kontoId) ?? "",
    ueberpruefungAm: gilt ? naechsteUeberpruefung(kopf, await bewertungenOf(tx, fall)) : kopf.ueberpruefungAm,
    felder: new Map((await codelisten(tx)).handlungsfeld.map(({ code, name }) => [code, name])),
    geprueft: await geprueftAm(tx, traegerId, sprache, ["hilfeplan"]),
    sperre: await istGesperrt(tx, fall.personId),
    gedruckt: today(),
  };
}
