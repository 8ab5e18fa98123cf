import { z } from "zod";
import { type Kennzahlen, MERKMALE } from "../../auswertung/model/kennzahlen.ts";

const zaehlung = z.record(z.string(), z.number());
const Zeitraum = z.object({ von: z.iso.date(), bis: z.iso.date() });
const nullableCount = z.number().nullable();

const KennzahlenForm = z.object({
  zeitraum: Zeitraum,
  traegerId: z.string().nullable(),
  stand: z.string().nullable(),
  kontakte: z.number(),
  beratungen: z.number(),
  ausSummen: z.number(),
  personen: nullableCount,
  faelle: nullableCount,
  themen: zaehlung,
  mitThema: z.number(),
  themenEinzeln: zaehlung,
  nichtZugeordnet: z.number(),
  kommunen: zaehlung,
  monate: zaehlung,
  neuzuweisungen: z.number(),
  merkmale: z.record(z.enum(MERKMALE), zaehlung),
}) satisfies z.ZodType<Kennzahlen>;

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
  /** What is missing of the period, one sentence part a Träger. */
  unvollstaendig: z.array(z.string()).default([]),
  stellen: Lage,
  /** On the day of the session, where staffing has changed since; null otherwise. */
  seither: Lage.nullable(),
  namen: z.object({ themen: namen, kommunen: namen, verstaendigung: namen, ergebnis: namen, verweis: namen }),
});

export type Grundlage = z.output<typeof Grundlage>;
export type Lage = z.output<typeof Lage>;
export type Namen = z.output<typeof namen>;
