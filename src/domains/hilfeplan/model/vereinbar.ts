import type { Plan } from "./plan.ts";

/** What a draft still needs before both can agree to it, in a sentence; undefined where nothing is missing. */
export function fehltZurVereinbarung({ ziele, ueberpruefungAm }: Plan): string | undefined {
  if (ziele.length === 0) return "Der Plan hat noch kein Ziel. Schreiben Sie wenigstens eines auf.";
  const ohne = ziele.findIndex(({ schritte }) => schritte.length === 0);
  if (ohne >= 0) return `Zu Ziel ${ohne + 1} fehlt noch ein Schritt: Wer tut was dafür?`;
  return ueberpruefungAm === null ? "Es fehlt noch der Tag, an dem Sie wieder auf den Plan schauen." : undefined;
}
