import {
  EntwurfEingabe,
  StaendeEingabe,
  Vereinbarung,
  ZielEingabe,
  addZiel,
  agreePlan,
  beginEntwurf,
  changeEntwurf,
  planSeite,
  recordBewertung,
  setStaende,
} from "../domains/hilfeplan/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import type { Tx } from "../platform/db.ts";
import { daysBefore } from "./kalender.ts";

type Schritt = readonly [was: string, wer: string, tage: number, name?: string];

/** Goals as somebody might say them, with steps: what, who, so many days from today. Invented, about nobody. */
const ZIELE: readonly { readonly ziel: string; readonly feld: string; readonly schritte: readonly Schritt[] }[] = [
  {
    ziel: "أريد شقة تتسع لنا جميعاً، قريبة من المدرسة.",
    feld: "wohnen",
    schritte: [
      ["Demo: Wohnberechtigungsschein beantragen", "person", -12],
      ["Demo: mit der Wohnungshilfe sprechen", "beratung", -2],
      ["Demo: Unterlagen sammeln", "beide", 10],
      ["Demo: Wohnungen besichtigen", "andere", 21, "Patin Beispiel"],
    ],
  },
  {
    ziel: "„Ich möchte selbst zum Arzt gehen können.“",
    feld: "sprache",
    schritte: [
      ["Demo: Platz im Sprachkurs bestätigen", "person", 5],
      ["Demo: Kinderbetreuung während des Kurses klären", "beratung", 14],
    ],
  },
  {
    ziel: "„Wieder in meinem Beruf arbeiten.“",
    feld: "arbeit",
    schritte: [["Demo: Termin bei der Anerkennungsberatung", "beide", 30]],
  },
];

const eingabe = ({ ziel, feld, schritte }: (typeof ZIELE)[number]) =>
  ZielEingabe.parse({
    ziel,
    handlungsfeld: feld,
    ...Object.fromEntries(
      schritte.flatMap(([was, wer, tage, name = ""], i) => [
        [`was_${i + 1}`, was],
        [`wer_${i + 1}`, wer],
        [`name_${i + 1}`, name],
        [`bis_${i + 1}`, daysBefore(today(), -tage)],
      ]),
    ),
  });

const entwurf = async (tx: Tx, actor: Actor, fall: string, ziele: typeof ZIELE): Promise<void> => {
  await beginEntwurf(tx, actor, fall);
  for (const ziel of ziele) await addZiel(tx, actor, fall, eingabe(ziel));
};

async function vereinbare(tx: Tx, actor: Actor, fall: string, am: string): Promise<void> {
  const version = async () => (await planSeite(tx, actor, fall)).entwurf?.version ?? 0;
  const mehr = { ueberpruefung_am: daysBefore(today(), -45), bemerkung: "Demo: Termine bitte vormittags." };
  await changeEntwurf(tx, actor, { id: fall, version: await version() }, EntwurfEingabe.parse(mehr));
  const ja = Vereinbarung.parse({ am, zustimmung: "unterschrieben", person: "ja", beratung: "ja" });
  await agreePlan(tx, actor, { id: fall, version: await version() }, ja);
}

/** Two versions, the first agreed when the case began; some steps done, one dropped; a look back. */
async function ganzerPlan(tx: Tx, actor: Actor, fall: string, begonnen: string): Promise<void> {
  await entwurf(tx, actor, fall, ZIELE.slice(0, 2));
  await vereinbare(tx, actor, fall, begonnen);
  const { plan } = await planSeite(tx, actor, fall);
  const ziele = plan?.ziele ?? [];
  const [erster, , dritter] = ziele[0]?.schritte ?? [];
  const staende = { [`stand_${erster?.faden ?? ""}`]: ["erledigt"], [`stand_${dritter?.faden ?? ""}`]: ["entfaellt"] };
  await setStaende(tx, actor, fall, StaendeEingabe.parse({ am: today(), ...staende }));
  const werte = Object.fromEntries(ziele.map(({ faden }, i) => [`wert_${faden}`, [String(1 - i)]]));
  const rueckblick = { anlass: "ueberpruefung", am: today(), naechste_am: null, bemerkung: null } as const;
  await recordBewertung(tx, actor, fall, { ...rueckblick, werte });
  await entwurf(tx, actor, fall, ZIELE.slice(2));
  await vereinbare(tx, actor, fall, today());
}

/** The plan of a case that comes to its plan: agreed where it goes on, else a draft. */
export async function plane(
  tx: Tx,
  actor: Actor,
  { fall, nach, begonnen, letzte }: { fall: string; nach: string; begonnen: string; letzte: boolean },
): Promise<void> {
  if (nach !== "hilfeplan") return;
  await (letzte ? entwurf(tx, actor, fall, ZIELE.slice(0, 2)) : ganzerPlan(tx, actor, fall, begonnen));
}
