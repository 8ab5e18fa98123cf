import { randomUUID } from "node:crypto";
import { herkunftOf, inventBeratung } from "../../demo/beratungen.ts";
import { consultationsOn, daysBefore } from "../../demo/kalender.ts";
import { HERKUNFT } from "../../demo/menschen.ts";
import { Zufall } from "../../demo/zufall.ts";
import { type BeratungDaten, type Fassung, datenVon } from "../../domains/beratungen/index.ts";
import type { PersonDaten } from "../../domains/personen/index.ts";
import { erfindeNamen, geschrieben } from "./namen.ts";
import { LETZTER_TAG } from "./plan.ts";

const TAGE = 5 * 365;
/** So many consultations come to a person; most come once or twice, a few for years. */
const JE_PERSON = 5;

/** Every working day of five years, as often as it has consultations; later years have a few more. */
const KALENDER: readonly string[] = (() => {
  const zufall = new Zufall(5);
  return Array.from({ length: TAGE }, (_, back) => daysBefore(LETZTER_TAG, back)).flatMap((day, back) =>
    Array.from({ length: consultationsOn(day, 4 - (2 * back) / TAGE, zufall) }, () => day),
  );
})();

const NAMEN = erfindeNamen(
  new Zufall(54),
  HERKUNFT.map(({ sprache }) => sprache),
);

/** One in three has a family here: the surname, the Kommune and the days are theirs together. */
type Leute = { readonly personen: readonly PersonDaten[]; readonly herkunft: (typeof HERKUNFT)[number] };

function familie(zufall: Zufall, ags: string, am: string): Leute {
  const herkunft = herkunftOf(zufall);
  const namen = NAMEN.get(herkunft.sprache) ?? { vornamen: [], nachnamen: [] };
  const nachname = geschrieben(zufall, zufall.skewed(namen.nachnamen, 2));
  const personen = Array.from({ length: zufall.chance(0.35) ? 2 + Math.floor(zufall.next() * 4) : 1 }, () => {
    const years = 1 + Math.floor(zufall.next() * 64);
    return {
      id: randomUUID(),
      name: { vorname: geschrieben(zufall, zufall.skewed(namen.vornamen, 2)), nachname },
      geburtsdatum: zufall.chance(0.85) ? daysBefore(am, Math.floor((years + zufall.next()) * 365.25)) : null,
      altersgruppe: years < 18 ? "12-17" : years < 27 ? "18-26" : years < 45 ? "27-44" : "45-64",
      ags,
      staatsangehoerigkeit: herkunft.staat,
      sprachen: [herkunft.sprache],
      erfasstAm: am,
    };
  });
  return { personen, herkunft };
}

export type Erfunden = {
  readonly personen: readonly PersonDaten[];
  readonly beratungen: readonly BeratungDaten[];
  /** What a later correction or withdrawal replaced. */
  readonly fassungen: readonly { readonly beratung: BeratungDaten; readonly art: Fassung["art"] }[];
};

/** What one account recorded: families with their histories, anonymous talks, notes, corrections. Same seed, same shape. */
export function erfinde(
  seed: number,
  anzahl: number,
  ort: { readonly ags: string; readonly standortId: string },
): Erfunden {
  const zufall = new Zufall(seed * 7919 + 1);
  const familien: Leute[] = [];
  const wanted = Math.ceil(anzahl / JE_PERSON);
  for (let n = 0; n < wanted; n += familien.at(-1)?.personen.length ?? 1) {
    familien.push(familie(zufall, ort.ags, zufall.one(KALENDER)));
  }
  const beratungen: BeratungDaten[] = [];
  const fassungen: { beratung: BeratungDaten; art: Fassung["art"] }[] = [];
  for (let i = 0; i < anzahl; i++) {
    const { personen, herkunft } = zufall.skewed(familien, 1.3);
    const first = personen[0];
    const seen = first === undefined ? [] : [{ id: first.id, herkunft, seit: "" }];
    const daten = datenVon(inventBeratung(zufall.one(KALENDER), ort.standortId, seen, zufall));
    const zusammen = daten.stufe === "2" && personen.length > 1 && zufall.chance(0.3);
    const dabei = zusammen ? personen.map(({ id }) => id) : daten.personen;
    const beratung = { ...daten, ...ort, id: randomUUID(), personen: dabei, personenzahl: Math.max(1, dabei.length) };
    beratungen.push(beratung);
    if (zufall.chance(0.03)) fassungen.push({ beratung, art: zufall.chance(0.2) ? "rueckzug" : "korrektur" });
  }
  return { personen: familien.flatMap((f) => f.personen), beratungen, fassungen };
}
