import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { type Choice, offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, openRecordAs, readAs } from "../../../platform/db.ts";
import type { Values } from "../../../platform/form.ts";
import { beratungKern, beratungenOf, ortwahl, ownOrt } from "../../beratungen/index.ts";
import { type Kodewahl, codelisten, kodesAm } from "../../codelisten/index.ts";
import { abschluesseOf, fallOf } from "../../faelle/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { MOST_BEISPIEL, MOST_SATZ } from "../model/luecke.ts";

/** What the form of a report offers, and what it is filled with before anybody types. */
export type Meldeform = {
  readonly felder: readonly Kodewahl[];
  readonly rechtskreise: readonly Kodewahl[];
  readonly kommunen: readonly Choice[];
  readonly values: Values;
};

type Von = { readonly fall: string | undefined; readonly beratung: string | undefined };

const eigeneKommune = async (tx: Tx, visit: Visit): Promise<string[]> => {
  const ort = await ownOrt(tx, visit.actor);
  const found = (await ortwahl(tx, visit.actor)).find(({ value }) => value === ort);
  return found === undefined ? [] : [found.ags];
};

/** What a case says itself: what its last closing noted as missing; before it was closed, what the last consultation was about. */
async function ausFall(tx: Tx, visit: Visit, id: string): Promise<Values> {
  const fall = await fallOf(tx, visit.actor, id);
  const last = (await abschluesseOf(tx, visit.actor, fall)).at(-1);
  const text = last?.luecke ?? null;
  const noted = last?.lueckeFelder.slice(0, 1) ?? [];
  const [zuletzt] = noted.length > 0 ? [] : (await beratungenOf(tx, fall.personId)).zeilen;
  const handlungsfeld = noted.length > 0 ? noted : (zuletzt?.themen.slice(0, 1) ?? []);
  if (text === null || text.length > MOST_BEISPIEL) return { handlungsfeld };
  return text.length > MOST_SATZ ? { handlungsfeld, beispiel: [text] } : { handlungsfeld, satz: [text] };
}

async function meldeformIn(tx: Tx, visit: Visit, { fall, beratung }: Von): Promise<Meldeform> {
  const listen = await codelisten(tx);
  const heute = today();
  const towns = offered(await kommunen(tx));
  const kern = beratung === undefined ? undefined : await beratungKern(tx, beratung);
  const here = kern === undefined ? await eigeneKommune(tx, visit) : [kern.ags];
  const own = fall === undefined ? { handlungsfeld: kern?.themen.slice(0, 1) ?? [] } : await ausFall(tx, visit, fall);
  const open = new Set(towns.map(({ value }) => value));
  return {
    felder: kodesAm(listen.handlungsfeld, heute),
    rechtskreise: kodesAm(listen.rechtskreis, heute),
    kommunen: towns,
    values: { ...own, kommunen: here.filter((ags) => open.has(ags)) },
  };
}

/** Opens the case or consultation that somebody reports from. @throws NotFound where it is not one's own */
export function meldeform(visit: Visit, von: Von): Promise<Meldeform> {
  const files = may(visit.actor, "fall.lesen");
  const id = files ? (von.fall ?? von.beratung) : undefined;
  const asked = files ? von : { fall: undefined, beratung: undefined };
  const work = (tx: Tx) => meldeformIn(tx, visit, asked);
  if (id === undefined) return readAs(visit.actor, work);
  return openRecordAs(visit.actor, { art: von.fall === undefined ? "beratung" : "fall", id }, "luecke", work);
}
