import { z } from "zod";
import { code, confirmed, day, id, line } from "../../../platform/fields.ts";
import { IN_ORDER, daysFrom, inOrder } from "../../../platform/span.ts";

/** Why somebody stands in for somebody else, as the page says it. A team is an arrangement of its own (`kim.team`). */
export const GRUENDE = { urlaub: "Urlaub", krankheit: "Krankheit", ausscheiden: "Ausscheiden" } as const;
const ARTEN: readonly string[] = Object.keys(GRUENDE);

/** The word of a stored reason, or of a team. */
export const grundText = (grund: string): string =>
  new Map<string, string>(Object.entries(GRUENDE)).get(grund) ?? "Team";

/** The longest span in days; who is away for longer hands over. */
const LONGEST = 366;

const grund = code("Wählen Sie den Grund.").refine((g) => ARTEN.includes(g), "Wählen Sie den Grund.");

const Eigene = z.object({
  durch: id("Wählen Sie, wer vertritt."),
  grund,
  von: day("Geben Sie den ersten Tag an."),
  bis: day("Geben Sie den letzten Tag an. Dauert es länger, geben Sie später eine neue Vertretung ein."),
});
// A rule about both days is asked even where one of them is none.
const isDay = (day: string) => z.iso.date().safeParse(day).success;
const isShort = ({ von, bis }: z.output<typeof Eigene>) => !isDay(von) || bis <= daysFrom(von, LONGEST);
const TOO_LONG = {
  path: ["bis"],
  message: "Eine Vertretung dauert höchstens ein Jahr. Ist jemand länger fort, übergeben Sie die Arbeit.",
};

/** What somebody types who will be away. */
export const EigeneVertretung = Eigene.refine(inOrder, IN_ORDER).refine(isShort, TOO_LONG);
/** What her Leitung types where she cannot. */
export const Anordnung = Eigene.extend({ vertreten: id("Wählen Sie, wer vertreten wird.") })
  .refine(inOrder, IN_ORDER)
  .refine(isShort, TOO_LONG);
export type Anordnung = z.output<typeof Anordnung>;

export const TeamEingabe = z.object({
  name: line(80, "Geben Sie dem Team einen Namen, zum Beispiel „Team Siegburg“."),
});
export const MitgliedEingabe = z.object({
  konto: id("Wählen Sie, wer dazukommt."),
  weiss: confirmed("Sprechen Sie vorher mit der Person."),
});

/** Where an arrangement stands. `wartet`: nobody second has confirmed it yet. */
export type Stand = "wartet" | "geplant" | "gilt" | "zu Ende";

type Dates = {
  readonly von: string;
  readonly bis: string;
  readonly gueltig: boolean;
  readonly beendet: boolean;
};

/** Where a Vertretung stands on a day (ISO). */
export function standAm({ von, bis, gueltig, beendet }: Dates, heute: string): Stand {
  if (beendet || bis < heute) return "zu Ende";
  if (!gueltig) return "wartet";
  return von > heute ? "geplant" : "gilt";
}
