import { tagDavor, tagText } from "../../../platform/span.ts";
import { STAENDE, type Umfang, isAbgelaufen, isEntwachsen } from "../model/stand.ts";
import { EMPFAENGER, KATEGORIEN, type Kategorie } from "../model/zwecke.ts";

/** To whom, as it is said: the name where there is one. */
export const wem = ({ empfaenger, empfaengerArt }: Pick<Umfang, "empfaenger" | "empfaengerArt">): string =>
  empfaenger ?? EMPFAENGER[empfaengerArt];

export const angaben = (kategorien: readonly Kategorie[]): string =>
  kategorien.map((one) => KATEGORIEN[one]).join(" · ");

/** Where it is today; that it has run out, the day says. */
export function standText(one: Pick<Umfang, "stand" | "gueltigBis" | "sorgeEndet">, heute: string): string {
  if (isEntwachsen(one, heute)) return "endete mit der Volljährigkeit";
  return isAbgelaufen(one, heute) ? `abgelaufen am ${tagText(one.gueltigBis ?? heute)}` : STAENDE[one.stand];
}

/** Until when it holds; the word of guardians at most until she is of age. */
export function bisText({ gueltigBis, sorgeEndet = null }: Pick<Umfang, "gueltigBis" | "sorgeEndet">): string {
  const letzter = sorgeEndet === null ? null : tagDavor(sorgeEndet);
  if (letzter !== null && (gueltigBis === null || letzter < gueltigBis)) return `${tagText(letzter)}, dann volljährig`;
  return gueltigBis === null ? "bis auf Widerruf" : tagText(gueltigBis);
}
