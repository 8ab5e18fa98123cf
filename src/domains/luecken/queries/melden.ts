import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { may } from "../../../platform/actor.ts";
import { type Choice, offered } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, openRecordAs, readAs } from "../../../platform/db.ts";
import { type Filled, filled } from "../../../platform/filled.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
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
function meldeform(visit: Visit, von: Von): Promise<Meldeform> {
  const files = may(visit.actor, "fall.lesen");
  const id = files ? (von.fall ?? von.beratung) : undefined;
  const asked = files ? von : { fall: undefined, beratung: undefined };
  const work = (tx: Tx) => meldeformIn(tx, visit, asked);
  if (id === undefined) return readAs(visit.actor, work);
  return openRecordAs(visit.actor, { art: von.fall === undefined ? "beratung" : "fall", id }, "luecke", work);
}

/** A report that is being typed is kept: whoever looks at what is known already comes back to it, or takes it along there. */
export const MELDUNG = { form: "luecke", name: "Systemlücke melden", resume: "/luecken/neu" };

const Query = z.object({ fall: z.uuid().optional(), beratung: z.uuid().optional() });

/** The form of a report with what was typed of it, here or before one looked at a known gap; `von` is from where somebody reports. */
export type Begonnen = {
  readonly f: Filled;
  readonly von: z.output<typeof Query>;
  readonly form: Meldeform;
  readonly values: Values;
};

export async function begonnen(visit: Visit, rejected: Rejected | undefined): Promise<Begonnen> {
  const f = await readAs(visit.actor, (tx) => filled(tx, visit, MELDUNG, undefined, rejected));
  const goesOn = f.continued !== undefined;
  // A draft that is gone on with knows from where it was begun.
  const von = askedFor(Query, visit, goesOn ? { values: f.values, errors: [] } : rejected);
  const form = await meldeform(visit, { fall: von.fall, beratung: von.beratung });
  return { f, von, form, values: goesOn || rejected !== undefined ? f.values : form.values };
}
