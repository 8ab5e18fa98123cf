import { anzahl } from "../../../platform/words.ts";
import { STAERKE, type Verbindung } from "./netzwerk.ts";

type Kurz = Pick<Verbindung, "name" | "staerke" | "belastet">;

/** What the map shows in a few sentences, for whoever does not see it: who is how close, and what is a strain. */
export function inSaetzen(verbindungen: readonly Kurz[]): string {
  const close = ([3, 2, 1] as const).flatMap((staerke) => {
    const names = verbindungen.filter((v) => v.staerke === staerke).map(({ name }) => name);
    return names.length === 0 ? [] : [`${STAERKE[staerke]}: ${names.join(", ")}.`];
  });
  const strained = verbindungen.filter(({ belastet }) => belastet).map(({ name }) => name);
  return [
    `${anzahl(verbindungen.length, "Verbindung", "Verbindungen")}.`,
    ...close,
    ...(strained.length === 0 ? [] : [`Belastet: ${strained.join(", ")}.`]),
  ].join(" ");
}
