import { tagText } from "../../../platform/span.ts";
import type { Halbjahresbericht } from "./halbjahresbericht.ts";
import { BAUSTEIN_NAMEN } from "./namen.ts";
import { menge, und } from "./sprache.ts";
import { ueberholt } from "./vorschlag.ts";

/**
 * What somebody should look at before a release, as sentences. None of it prevents one: whether it matters, people decide.
 * @param heute ISO day
 * @param andere numbers of released reports about these months
 */
export function offenes(
  b: Halbjahresbericht,
  { heute, andere }: { readonly heute: string; readonly andere: readonly string[] },
): string[] {
  const { kennzahlen: k } = b.grundlage;
  const old = ueberholt(b.grundlage, b.texte).map((key) => `„${BAUSTEIN_NAMEN[key]}“`);
  const found: [boolean, string][] = [
    [k.stand === null, "Die Zahlen sind noch nicht gezählt."],
    [heute <= k.zeitraum.bis, `Der Zeitraum endet erst am ${tagText(k.zeitraum.bis)}.`],
    [k.stand !== null && b.tag < heute, `Die Zahlen sind vom ${tagText(b.tag)}. Seither wurde nicht gezählt.`],
    [
      k.nichtZugeordnet > 0,
      `${menge(k.nichtZugeordnet, "Nennung", "Nennungen")} aus übernommenen Listen ${k.nichtZugeordnet === 1 ? "hat" : "haben"} noch kein Thema.`,
    ],
    [old.length > 0, `Zu ${und(old)} haben sich Zahlen geändert, seit der Text geschrieben wurde.`],
    [k.beratungen === 0, "Für diesen Zeitraum ist keine Beratung dokumentiert."],
    [b.kopf.sitzung === "", "Der Tag der Sitzung fehlt."],
    [
      andere.length > 0 && b.berichtigt === undefined,
      `Zu diesen Monaten gibt es schon: ${und(andere.map((n) => `Bericht ${n}`))}. Soll dieser ihn ersetzen, berichtigen Sie den früheren.`,
    ],
  ];
  return found.filter(([open]) => open).map(([, satz]) => satz.charAt(0).toUpperCase() + satz.slice(1));
}
