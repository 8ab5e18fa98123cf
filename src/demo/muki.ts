import {
  KindSchritt,
  NeuerAnruf,
  NeuesKind,
  STAND,
  type Stand,
  addKind,
  moveKind,
  recordAnruf,
  setPlaetze,
} from "../domains/muki/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import type { DemoPerson } from "./beratungen.ts";
import { daysBefore } from "./kalender.ts";
import type { Zufall } from "./zufall.ts";

const WEGE: Readonly<Record<Stand, readonly Stand[]>> = {
  eingeladen: [],
  kein_bedarf: ["kein_bedarf"],
  bedarf: ["bedarf"],
  empfehlung: ["bedarf", "empfehlung"],
  angemeldet: ["bedarf", "empfehlung", "angemeldet"],
  verpflichtet: ["bedarf", "empfehlung", "verpflichtet"],
  ohne_platz: ["bedarf", "empfehlung", "verpflichtet", "ohne_platz"],
  platz: ["bedarf", "empfehlung", "verpflichtet", "platz"],
  besucht: ["bedarf", "empfehlung", "angemeldet", "besucht"],
  nachtest: ["bedarf", "empfehlung", "verpflichtet", "platz", "besucht", "nachtest"],
  eingeschult: ["bedarf", "empfehlung", "angemeldet", "besucht", "eingeschult"],
  verzogen: ["bedarf", "verzogen"],
};
const ANRUFER = ["eltern", "eltern", "kita", "praxis"];
const FRAGEN = ["mehrsprachig", "spricht_wenig", "aussprache", "angebot"];
const ANTWORTEN = ["beratung", "logopaedie", "kita_gespraech", "folgetermin"];
const SPRACHEN = ["ar", "uk", "tr", "fa"];
const ANRUFE = 40;

type Wo = { readonly id: string; readonly ags: string };

/** Calls of the phone hour, and a child in every state of DELFIN 4, with places beside them. */
export async function loadMuki(actor: Actor, site: Wo, personen: readonly DemoPerson[], zufall: Zufall): Promise<void> {
  for (let i = 0; i < ANRUFE; i += 1) {
    const anruf = NeuerAnruf.parse({
      anrufer: zufall.one(ANRUFER),
      kind_alter: zufall.one(["3", "4", "5", ""]),
      sprachen: [zufall.one(SPRACHEN), "de"],
      frage: zufall.one(FRAGEN),
      antwort: zufall.one(ANTWORTEN),
      am: daysBefore(today(), Math.floor(zufall.next() * 150)),
      ort: `standort:${site.id}`,
      dauer: "15",
    });
    await writeAs(actor, (tx) => recordAnruf(tx, actor, anruf));
  }
  const jahr = today().slice(0, 4);
  for (const [i, stand] of STAND.entries()) {
    const person = personen[i]?.id;
    if (person !== undefined) await writeKind(actor, { person, jahr, ags: site.ags }, WEGE[stand]);
  }
  await writeAs(actor, (tx) => setPlaetze(tx, actor, { jahr: Number(jahr), ags: site.ags, plaetze: 8 }));
}

const writeKind = (
  actor: Actor,
  kind: { readonly person: string; readonly jahr: string; readonly ags: string },
  weg: readonly Stand[],
): Promise<void> =>
  writeAs(actor, async (tx) => {
    const id = await addKind(
      tx,
      actor,
      NeuesKind.parse({ ...kind, am: daysBefore(today(), 90), kita: "Kita Beispiel" }),
    );
    for (const [i, nach] of weg.entries()) {
      const schritt = KindSchritt.parse({ nach, am: daysBefore(today(), 80 - i * 10) });
      await moveKind(tx, actor, { id, version: i + 1 }, schritt);
    }
  });
