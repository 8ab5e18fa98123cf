import { z } from "zod";
import { line, optionalLine, yes } from "../../../platform/fields.ts";
import { type Reihe, nachherVon, vorherVon } from "./messung.ts";

/** What somebody concludes from before and after. */
export const URTEILE = {
  besser: "Es ist deutlich besser geworden",
  etwas: "Es ist etwas besser geworden",
  gleich: "Es ist geblieben, wie es war",
  schlechter: "Es ist schlechter geworden",
  offen: "Es lässt sich nicht sagen",
} as const;
export type Urteil = keyof typeof URTEILE;
export const URTEIL = ["besser", "etwas", "gleich", "schlechter", "offen"] as const satisfies readonly Urteil[];

export const WirkungEingabe = z.object({
  urteil: z.enum(URTEIL, "Wählen Sie, was sich zeigt."),
  text: line(1000, "Schreiben Sie, was sich geändert hat und woran Sie es sehen."),
  unbekannt: optionalLine(1000),
  kein_name: yes,
});
export type WirkungEingabe = z.output<typeof WirkungEingabe>;

/** What is known around a check, beside the values. */
export type Umstaende = {
  readonly reihen: readonly Reihe[];
  /** Other measures for the same gap that were in force at the same time. */
  readonly andere: readonly string[];
  /** How many of those who reported the gap have said whether it is better. */
  readonly antworten: number;
};

/**
 * What before and after cannot tell, one sentence each; never empty. Somebody may add to it, nobody takes from it: a comparison without
 * a group to compare with says what was, not why.
 */
export function unbekannt({ reihen, andere, antworten }: Umstaende): string[] {
  const bound = reihen.some(({ indikator }) => indikator.zahl !== null);
  const one = (when: boolean, satz: string) => (when ? [satz] : []);
  return [
    "Ob es sich ohne die Maßnahme genauso entwickelt hätte: Eine Gruppe zum Vergleich gibt es nicht.",
    ...one(reihen.length === 0, "Wie viel sich geändert hat: Die Maßnahme hat keinen Indikator."),
    ...reihen.flatMap((reihe) => {
      const { name } = reihe.indikator;
      const [first, last] = [vorherVon(reihe), nachherVon(reihe)];
      return [
        ...one(last === undefined, `Wie „${name}“ heute steht: Seit dem Anfang ist nichts gemessen.`),
        ...one(
          first?.warum === "klein" || last?.warum === "klein",
          `Um wie viel sich „${name}“ geändert hat: Eine der Zahlen ist zu klein, um genannt zu werden.`,
        ),
        ...one(last?.laeuft === true, `Wie „${name}“ ausgeht: Der letzte Zeitraum läuft noch.`),
        ...one(reihe.punkte.length === 2, `Ob „${name}“ so weitergeht: Zwei Werte sind noch kein Verlauf.`),
      ];
    }),
    ...one(bound, "Wie es denen geht, die nicht beraten wurden: Die Zahlen des Programms kennen nur, wer kam."),
    ...one(
      andere.length > 0,
      `Was davon anderen Maßnahmen zu verdanken ist, die zur gleichen Zeit liefen: ${andere.join(", ")}.`,
    ),
    ...one(antworten === 0, "Was die sagen, die die Lücke gemeldet haben: Noch hat niemand von ihnen geantwortet."),
  ];
}

/** A check as it was made. Values are hundredths; null: not measured, or not told. */
export type Wirkung = {
  readonly id: string;
  readonly am: string;
  readonly urteil: Urteil;
  readonly befund: string;
  readonly unbekannt: readonly string[];
  readonly wer: string;
  readonly werte: readonly {
    readonly indikatorId: string;
    readonly vorher: number | null;
    readonly vorherAm: string | null;
    readonly nachher: number | null;
    readonly nachherAm: string | null;
  }[];
};
