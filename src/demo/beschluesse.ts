import { luecken, nameVon } from "../domains/luecken/index.ts";
import type { Actor } from "../platform/actor.ts";
import { asOf } from "../platform/clock.ts";
import { readAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import { type Hand, vorher } from "./gremien-hand.ts";
import { mittwochVor } from "./kalender.ts";

type Punkt = {
  /** What the gap is called that it is about; without one, what the point is called. */
  readonly luecke?: string;
  readonly titel?: string;
  readonly wortlaut: string;
  readonly ergebnis?: string;
  /** Yes, no, abstentions; without them nobody voted. */
  readonly stimmen?: readonly [string, string, string];
};

/** Later meetings of the Lenkungsgruppe, each with what it decided, taken and not taken, and how far its minutes are. */
const SPAETER: readonly (readonly [string, readonly string[], readonly Punkt[]])[] = [
  [
    mittwochVor(300),
    ["entwurf", "freigegeben"],
    [
      {
        luecke: "Kurs mit Kinderbetreuung",
        wortlaut: "Zwei Kurse mit Kinderbetreuung werden eingerichtet.",
        stimmen: ["4", "0", "0"],
      },
      {
        luecke: "Fahrten zum Kurs",
        wortlaut: "Ein Sammeltaxi zum Abendkurs wird ein Jahr lang erprobt.",
        stimmen: ["3", "0", "1"],
      },
    ],
  ],
  [
    mittwochVor(190),
    ["entwurf", "freigegeben"],
    [
      { luecke: "Post vom Amt", wortlaut: "Die häufigsten Briefe werden in einfacher Sprache neu geschrieben." },
      {
        luecke: "Fahrten zum Kurs",
        wortlaut: "Der Kreis richtet eine eigene Buslinie am Abend ein.",
        ergebnis: "abgelehnt",
        stimmen: ["1", "3", "0"],
      },
    ],
  ],
  [
    mittwochVor(80),
    ["entwurf", "freigegeben"],
    [
      {
        luecke: "DELFIN 4",
        wortlaut: "Die Projektgruppe DELFIN-4 lädt in zehn Sprachen zum Test ein und sucht Plätze in Tagespflege.",
        stimmen: ["4", "0", "0"],
      },
      { titel: "Handlungskonzept", wortlaut: "Das Handlungskonzept „Schule und Bildung“ wird angenommen." },
    ],
  ],
  [
    mittwochVor(12),
    ["entwurf"],
    [
      {
        luecke: "Schulplatz nach dem Zuzug",
        wortlaut: "Das Schulamt legt vor, was eine Stelle für alle Plätze kostet.",
      },
      { titel: "Handlungskonzept", wortlaut: "Das Handlungskonzept „Schule und Bildung“ wird geändert." },
    ],
  ],
];

/** Holds them, in a body that has a point which comes back. @param da whoever is there */
export async function spaeter(h: Hand, actor: Actor, id: string, da: readonly string[]): Promise<void> {
  const alle = await readAs(actor, (tx) => luecken(tx));
  for (const [tag, danach, points] of SPAETER) {
    const s = await h.sitzung(id, tag);
    for (const { luecke, titel } of points) {
      const gaps = alle.filter((gap) => nameVon(gap) === luecke).map((gap) => gap.id);
      await h.auf(s, titel === undefined ? { luecken: gaps } : { titel });
    }
    await asOf(vorher(tag), () => h.schritte(s, "eingeladen"));
    await asOf(tag, async () => {
      await h.schritte(s, "durchgefuehrt");
      await h.da(s, da);
      const [, ...agenda] = await h.agenda(s);
      for (const [i, { wortlaut, ergebnis = "angenommen", stimmen }] of points.entries()) {
        const [ja = "", nein = "", enthaltung = ""] = stimmen ?? [];
        await h.beschluss(agenda[i]?.id ?? "", { wortlaut, ergebnis, ja, nein, enthaltung });
      }
    });
    await asOf(daysFrom(tag, 9), () => h.schritte(s, ...danach));
  }
}
