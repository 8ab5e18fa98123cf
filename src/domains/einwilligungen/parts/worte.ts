import { tagText } from "../../../platform/span.ts";
import { STAENDE, type Umfang, isAbgelaufen } from "../model/stand.ts";
import { EMPFAENGER, KATEGORIEN, type Kategorie } from "../model/zwecke.ts";

/** To whom, as it is said: the name where there is one. */
export const wem = ({ empfaenger, empfaengerArt }: Pick<Umfang, "empfaenger" | "empfaengerArt">): string =>
  empfaenger ?? EMPFAENGER[empfaengerArt];

export const angaben = (kategorien: readonly Kategorie[]): string =>
  kategorien.map((one) => KATEGORIEN[one]).join(" · ");

/** Where it is today; that it has run out, the day says. */
export const standText = (one: Pick<Umfang, "stand" | "gueltigBis">, heute: string): string =>
  isAbgelaufen(one, heute) ? `abgelaufen am ${tagText(one.gueltigBis ?? heute)}` : STAENDE[one.stand];

export const bisText = (gueltigBis: string | null): string =>
  gueltigBis === null ? "bis auf Widerruf" : tagText(gueltigBis);
