import { addZiel } from "../../src/domains/hilfeplan/commands/add-ziel.ts";
import { agreePlan } from "../../src/domains/hilfeplan/commands/agree-plan.ts";
import { beginEntwurf } from "../../src/domains/hilfeplan/commands/begin-entwurf.ts";
import { changeEntwurf } from "../../src/domains/hilfeplan/commands/change-entwurf.ts";
import { recordBewertung } from "../../src/domains/hilfeplan/commands/record-bewertung.ts";
import { setStaende } from "../../src/domains/hilfeplan/commands/set-staende.ts";
import { EntwurfEingabe, StaendeEingabe, Vereinbarung, ZielEingabe } from "../../src/domains/hilfeplan/model/plan.ts";
import { entwurfOf, planSeite } from "../../src/domains/hilfeplan/queries/seite.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";

/** A goal as it is typed: `schritte` are what, who, until when. */
export const zielEingabe = (ziel: string, schritte: readonly (readonly [string, string, string?])[]): ZielEingabe =>
  ZielEingabe.parse({
    ziel,
    handlungsfeld: "wohnen",
    ...Object.fromEntries(
      schritte.flatMap(([was, wer, bis = ""], i) => [
        [`was_${i + 1}`, was],
        [`wer_${i + 1}`, wer],
        [`bis_${i + 1}`, bis],
      ]),
    ),
  });

/** Begins a draft with one goal. Returns its id. */
export async function neuerEntwurf(actor: Actor, fall: string): Promise<string> {
  await writeAs(actor, (tx) => beginEntwurf(tx, actor, fall));
  return writeAs(actor, (tx) =>
    addZiel(
      tx,
      actor,
      fall,
      zielEingabe("Ich möchte eine Wohnung für uns alle", [
        ["Antrag auf einen Wohnberechtigungsschein stellen", "person", daysFrom(today(), -3)],
        ["Mit der Wohnungshilfe sprechen", "beratung", daysFrom(today(), 14)],
        ["Unterlagen sammeln", "beide"],
      ]),
    ),
  );
}

/** Both agree to the draft of a case on a day. */
export async function vereinbart(actor: Actor, fall: string, am = today()): Promise<void> {
  const version = async () => (await readAs(actor, (tx) => entwurfOf(tx, actor, fall))).plan.version;
  const planung = EntwurfEingabe.parse({ ueberpruefung_am: daysFrom(today(), 60), bemerkung: "Mit Dolmetscherin" });
  const before = await version();
  await writeAs(actor, (tx) => changeEntwurf(tx, actor, { id: fall, version: before }, planung));
  const read = await version();
  const ja = Vereinbarung.parse({ am, zustimmung: "muendlich", person: "ja", beratung: "ja" });
  await writeAs(actor, (tx) => agreePlan(tx, actor, { id: fall, version: read }, ja));
}

/** A plan that both agreed to. */
export async function vereinbarterPlan(actor: Actor, fall: string): Promise<void> {
  await neuerEntwurf(actor, fall);
  await vereinbart(actor, fall);
}

/** A plan that was agreed, with something said of its first step and a look back: a row in every table of the room. */
export async function ganzerPlan(actor: Actor, fall: string): Promise<void> {
  await neuerEntwurf(actor, fall);
  await vereinbart(actor, fall);
  const { plan } = await readAs(actor, (tx) => planSeite(tx, actor, fall));
  const [ziel] = plan?.ziele ?? [];
  const erledigt = StaendeEingabe.parse({ am: today(), [`stand_${ziel?.schritte[0]?.faden ?? ""}`]: ["erledigt"] });
  await writeAs(actor, (tx) => setStaende(tx, actor, fall, erledigt));
  const rueckblick = { anlass: "ueberpruefung", am: today(), naechste_am: null, bemerkung: "Geht voran" } as const;
  const werte = { [`wert_${ziel?.faden ?? ""}`]: ["1"] };
  await writeAs(actor, (tx) => recordBewertung(tx, actor, fall, { ...rueckblick, werte }));
}
