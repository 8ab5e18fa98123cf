import { z } from "zod";
import { day, optional, optionalCode, optionalId, text, yes } from "../../../platform/fields.ts";
import { type FieldError, type Values, asDay, first } from "../../../platform/form.ts";
import { DAUER_FELD, KONTAKTWEG_FELD, ORT_FELD } from "../../beratungen/model/eingabe.ts";
import { NAME_LENGTH, birthDay, namePart } from "../../personen/model/person.ts";
import { THEMA, type Thema, themaFeld, type Themenstand, isThemenstand } from "./themen.ts";

/** So many people a form has room for; of a larger household the others come in a second talk: those without a file first. */
export const REIHEN = 12;
const REIHE = Array.from({ length: REIHEN }, (_, i) => i + 1);

/** What one is to the first of those who are there. */
export const ZUR_ERSTEN = {
  partner: "Partner:in",
  kind: "Kind",
  elternteil: "Elternteil",
  geschwister: "Geschwister",
  verwandt: "sonst verwandt",
} as const;
export type ZurErsten = keyof typeof ZUR_ERSTEN;
const ZUR_ERSTE = ["partner", "kind", "elternteil", "geschwister", "verwandt"] as const satisfies readonly ZurErsten[];

/** The name of a field of the n-th person (from 1). */
export const feldVon = (reihe: number, feld: Feld): string => `m${reihe}_${feld}`;
type Feld = "id" | "dabei" | "vorname" | "nachname" | "geburtsdatum" | "wer" | "zurersten";
const FELDER: readonly Feld[] = ["id", "dabei", "vorname", "nachname", "geburtsdatum", "wer", "zurersten"];

/** Somebody who has a row now: her id, and what the list says of her. */
type Besetzt = { readonly id: string; readonly row: Values } | undefined;

/**
 * What was typed, where the household changed since: each row goes to where its person is now, whoever was typed in addition to an open
 * row, and whoever came meanwhile stands as the list says. Where nobody moved everything stays as it is.
 */
export function besetzt(typed: Values, sitze: readonly Besetzt[]): Values {
  const idIn = (reihe: number) => first(typed, feldVon(reihe, "id"));
  const same = sitze.every((one, i) => idIn(i + 1) === (one?.id ?? ""));
  if (same && REIHE.slice(sitze.length).every((reihe) => idIn(reihe) === "")) return typed;
  const rest = Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in reihenFelder)));
  const offen = REIHE.filter(
    (reihe) => idIn(reihe) === "" && FELDER.some((f) => first(typed, feldVon(reihe, f)) !== ""),
  );
  const rows = sitze.map((one, i): Values => {
    const von = one === undefined ? offen.shift() : REIHE.find((reihe) => idIn(reihe) === one.id);
    if (von === undefined) return one?.row ?? {};
    return Object.fromEntries(FELDER.map((feld) => [feldVon(i + 1, feld), typed[feldVon(von, feld)] ?? []]));
  });
  return Object.assign(rest, ...rows);
}

const reihenFelder: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  REIHE.flatMap((reihe) =>
    FELDER.map((feld) => [
      feldVon(reihe, feld),
      (feld === "geburtsdatum" ? asDay(z.string(), "birth") : text(NAME_LENGTH)).optional(),
    ]),
  ),
);
const themenFelder: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  THEMA.map((thema) => [themaFeld(thema), text(20).optional()]),
);

const MOST_NOTIZ = 4000;

/** One talk with a household: who was there, what it was about, and what every consultation has. */
export const GespraechEingabe = z.object({
  am: day("Geben Sie an, wann das Gespräch war.", "back"),
  ort: ORT_FELD,
  kontaktweg: KONTAKTWEG_FELD,
  dauer: DAUER_FELD,
  sprache: optionalCode("Wählen Sie eine Sprache aus der Liste.", /^[a-z]{2,3}$/),
  verstaendigung: optionalCode(),
  notiz: z.string().trim().pipe(text(MOST_NOTIZ)).default(""),
  abschliessen: yes,
  ...reihenFelder,
  ...themenFelder,
});
export type GespraechEingabe = z.output<typeof GespraechEingabe>;

const Reihe = z.object({
  id: optionalId("Laden Sie die Seite neu."),
  dabei: yes,
  vorname: namePart,
  nachname: namePart,
  geburtsdatum: birthDay,
  /** `neu`, or the id of somebody who is there already; null: nobody was asked. */
  wer: optional(z.union([z.literal("neu"), z.uuid()])),
  zurersten: optional(z.enum(ZUR_ERSTE, "Wählen Sie einen Eintrag aus der Liste.")),
});
export type Reihe = z.output<typeof Reihe> & { readonly reihe: number };

type Typed = Readonly<Record<string, unknown>>;
const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value.trim() : "";
};

/** Who was there, in the order of the form, and everything that is wrong with a row. An empty row without a mark is nobody. */
export function anwesende(typed: Typed): { readonly reihen: readonly Reihe[]; readonly fehler: readonly FieldError[] } {
  const reihen: Reihe[] = [];
  const fehler: FieldError[] = [];
  for (const reihe of REIHE) {
    const of = (feld: Feld) => typedText(typed, feldVon(reihe, feld));
    const named = of("vorname") !== "" || of("nachname") !== "";
    const present = of("dabei") === "ja" || (of("id") === "" && named);
    if (!present) continue;
    const read = Reihe.safeParse({
      ...Object.fromEntries(FELDER.filter((feld) => feld !== "dabei").map((feld) => [feld, of(feld)])),
      dabei: "ja",
    });
    if (read.success) reihen.push({ ...read.data, reihe });
    else
      fehler.push(
        ...read.error.issues.map(({ path, message }) => ({ field: `m${reihe}_${String(path[0])}`, message })),
      );
  }
  return { reihen, fehler };
}

/** What was said of each theme of the orientation; those without a word are missing. */
export function besprochenes(typed: Typed): ReadonlyMap<Thema, Themenstand> {
  return new Map(
    THEMA.flatMap((thema): [Thema, Themenstand][] => {
      const stand = typedText(typed, themaFeld(thema));
      return isThemenstand(stand) ? [[thema, stand]] : [];
    }),
  );
}

/** The checklist by itself, without a talk. */
export const ThemenEingabe = z.object(themenFelder);
export type ThemenEingabe = z.output<typeof ThemenEingabe>;
