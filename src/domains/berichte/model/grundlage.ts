import { z } from "zod";
import { type Kennzahlen, MERKMALE, WENIGE } from "../../auswertung/model/kennzahlen.ts";
import { VERDECKT, istGenannt, summeOf } from "../../auswertung/model/zelle.ts";
import { Steuerung } from "./steuerung.ts";

const zelle = z.union([z.number(), z.literal(VERDECKT)]);
const zaehlung = z.record(z.string(), zelle);
const Zeitraum = z.object({ von: z.iso.date(), bis: z.iso.date() });
const bewegung = z.object({ anfang: zelle, zugang: zelle, abgang: zelle, ende: zelle });

const verweisZeile = z.object({
  kode: z.string(),
  verwiesen: zelle,
  angekommen: zelle,
  wartet: zelle,
  abgelehnt: zelle,
  sonst: zelle,
});

/** Where people were sent; null: nothing of it, or not told. */
const Verweise = z
  .object({
    felder: z.array(verweisZeile),
    arten: z.array(verweisZeile),
    summe: verweisZeile,
    absagen: z.record(z.string(), zelle),
    median: z.number().nullable(),
  })
  .nullable()
  .default(null);

/** Language support before school; null: nothing of it. */
const Delfin = z
  .object({
    jahr: z.number(),
    zeilen: z.array(z.object({ ags: z.string(), bedarf: zelle, besucht: zelle, plaetze: z.number().nullable() })),
    bedarf: zelle,
    besucht: zelle,
    plaetze: z.number(),
  })
  .nullable()
  .default(null);

/** People who were assigned; null: nobody, or not told. */
const Zugewiesene = z.object({ zugewiesen: zelle, erreicht: zelle, beraten: zelle }).nullable().default(null);

/** The need of each language; null: not told, or a report of before it was counted. */
const Mittlung = z
  .array(
    z.object({
      sprache: z.string(),
      gebraucht: zelle,
      sprachmittlung: zelle,
      telefondolmetschen: zelle,
      cm_spricht_sprache: zelle,
      ungedeckt: zelle,
    }),
  )
  .nullable()
  .default(null);

const anrufzeile = z.object({ code: z.string(), familie: zelle, fachkraft: zelle });

/** Calls of the phone hour of MuKi-S; null: none, not told, or a report of before they were counted. */
const Anrufe = z
  .object({ familie: zelle, fachkraft: zelle, fragen: z.array(anrufzeile), sprachen: z.array(anrufzeile) })
  .nullable()
  .default(null);

/** Null: not counted yet when the report was released, or not told. */
const Faelle = z
  .object({
    faelle: bewegung,
    anfragen: bewegung,
    zugang: zaehlung,
    phasen: zaehlung,
    gruende: zaehlung,
    ausAnfragen: zaehlung,
    dauer: zaehlung,
    ziele: zaehlung.default({}),
    zufriedenheit: zaehlung.default({}),
    median: z.number().nullable(),
    personen: zelle.nullable(),
    haushalte: zelle.nullable().default(null),
  })
  .nullable();

/** What reports of before these figures have is put together from what they froze. */
const KennzahlenForm = z
  .object({
    ab: z.number().default(1),
    zuKlein: z.array(z.enum(WENIGE)).default([]),
    aufgeteilt: z.boolean().default(true),
    einzelne: zelle.optional(),
    nennungen: zelle.optional(),
    neuzuweisungGrundlage: zelle.optional(),
    zeitraum: Zeitraum,
    traegerId: z.string().nullable(),
    stand: z.string().nullable(),
    kontakte: zelle,
    beratungen: zelle,
    ausSummen: zelle,
    personen: zelle.nullable(),
    faelle: Faelle,
    themen: zaehlung,
    mitThema: zelle,
    themenEinzeln: zaehlung,
    nichtZugeordnet: zelle,
    kommunen: zaehlung,
    monate: zaehlung,
    neuzuweisungen: zelle,
    merkmale: z.record(z.enum(MERKMALE), zaehlung),
  })
  .transform((k): Kennzahlen => {
    const { ausSummen: aus, beratungen, einzelne, nennungen, neuzuweisungGrundlage, ...rest } = k;
    const singles = einzelne ?? (istGenannt(beratungen) && istGenannt(aus) ? beratungen - aus : VERDECKT);
    return {
      ...rest,
      beratungen,
      ausSummen: aus,
      einzelne: singles,
      nennungen: nennungen ?? summeOf([...Object.values(k.themen), k.nichtZugeordnet]),
      neuzuweisungGrundlage: neuzuweisungGrundlage ?? singles,
    };
  });

const Besetzung = z.object({ soll: z.number(), ist: z.number() });

/** Staffing on a day, without a name and without a reason that is about a person. */
const Lage = z.object({
  stichtag: z.iso.date(),
  module: z.object({ I: Besetzung, II: Besetzung, III: Besetzung }),
  vakanzen: z.array(
    z.object({
      modul: z.string(),
      stelle: z.string(),
      vzae: z.number(),
      seit: z.iso.date(),
      grund: z.string().nullable(),
    }),
  ),
  saetze: z.array(z.string()),
});

/** `kurz` is the word for sentences and charts. */
const namen = z.array(z.object({ code: z.string(), name: z.string(), kurz: z.string() }));

/**
 * Everything that a paper rests on; frozen as it is with the release. Names of codes are part of it, so that a released
 * report reads the same after a code list has changed.
 */
export const Grundlage = z.object({
  kreis: z.object({ schluessel: z.string(), name: z.string(), art: z.string() }),
  kennzahlen: KennzahlenForm,
  /** The period to compare with; null where none compares, and `ohneVergleich` says why. */
  vergleich: KennzahlenForm.nullable(),
  ohneVergleich: z.string().default(""),
  delfin: Delfin,
  verweise: Verweise,
  steuerung: Steuerung,
  zugewiesene: Zugewiesene,
  mittlung: Mittlung,
  anrufe: Anrufe,
  /** What is not told, by the first day of a half-year: later releases do not tell it either. */
  verdeckt: z.record(z.string(), z.array(z.string())).default({}),
  /** The day up to which a running period is counted; "" for one that is over. */
  bisHeute: z.string().default(""),
  /** What is missing of the period, one sentence part a Träger. */
  unvollstaendig: z.array(z.string()).default([]),
  stellen: Lage,
  /** On the day of the session, where staffing has changed since; null otherwise. */
  seither: Lage.nullable(),
  namen: z.object({
    themen: namen,
    kommunen: namen,
    verstaendigung: namen,
    ergebnis: namen,
    verweis: namen,
    abschlussgrund: namen.default([]),
    sprache: namen.default([]),
  }),
});

export type Grundlage = z.output<typeof Grundlage>;
export type Lage = z.output<typeof Lage>;
export type Namen = z.output<typeof namen>;
