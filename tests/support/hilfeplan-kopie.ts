import type { Kopie } from "../../src/domains/hilfeplan/documents/kopie.ts";

/** An invented plan with everything that a copy can say: goals in two scripts, steps in every state, a name in Arabic. */
export const KOPIE: Kopie = {
  plan: {
    id: "00000000-0000-4000-8000-000000000001",
    fassung: 2,
    version: 1,
    vereinbartAm: "2026-11-20",
    zustimmung: "muendlich",
    ueberpruefungAm: "2027-01-15",
    bemerkung: "Herr Muster ruft vorher an (02241 000000).",
    ziele: [
      {
        id: "00000000-0000-4000-8000-000000000002",
        faden: "z1",
        handlungsfeld: "wohnen",
        version: 1,
        ziel: "أريد شقة تتسع لنا جميعاً، قريبة من مدرسة الأطفال.",
        schritte: [
          { faden: "s1", was: "Wohnberechtigungsschein beantragen", wer: "person", werName: null, bis: "2026-12-04" },
          { faden: "s2", was: "Mit der Wohnungshilfe sprechen", wer: "beratung", werName: null, bis: "2026-12-15" },
          { faden: "s3", was: "Unterlagen sammeln: Ausweis, 3 Nachweise", wer: "beide", werName: null, bis: null },
        ],
      },
      {
        id: "00000000-0000-4000-8000-000000000003",
        faden: "z2",
        handlungsfeld: "sprache",
        version: 1,
        ziel: "Ich möchte im Frühling den Kurs B1 schaffen.",
        schritte: [
          {
            faden: "s4",
            was: "Kursplatz bestätigen",
            wer: "andere",
            werName: "Sprachschule Beispiel",
            bis: "2027-02-01",
          },
        ],
      },
    ],
  },
  staende: new Map([
    ["s1", { stand: "erledigt", am: "2026-12-01", folge: 1 }],
    ["s4", { stand: "entfaellt", am: "2026-12-02", folge: 1 }],
  ]),
  person: "سعاد المثال",
  aktenzeichen: "2026-0042",
  stelle: "Musterwerk Rhein-Sieg",
  ansprechperson: "Mira Beispiel",
  ueberpruefungAm: "2027-01-15",
  felder: new Map(),
  geprueft: null,
  sperre: false,
  gedruckt: "2026-12-03",
};
