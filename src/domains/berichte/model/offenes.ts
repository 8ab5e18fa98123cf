import { tagText } from "../../../platform/span.ts";
import { etwas } from "../../auswertung/model/zelle.ts";
import type { Halbjahresbericht } from "./halbjahresbericht.ts";
import { textOf, ueberholte, unveraenderte } from "./kapitel.ts";
import { menge, und } from "./sprache.ts";
import { ohneWert } from "./text.ts";
import { zahlenOf } from "./zahlen.ts";

const named = (kapitel: readonly { readonly titel: string }[]): string => und(kapitel.map((k) => `„${k.titel}“`));

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
  const old = ueberholte(b.grundlage, b.kapitel);
  const same = unveraenderte(b.kapitel);
  const zahlen = zahlenOf(b.grundlage, b.kopf.sitzung);
  const empty = b.kapitel.filter((c) => !c.entfaellt && ohneWert(textOf(b.grundlage, c), zahlen).length > 0);
  const found: [boolean, string][] = [
    [k.stand === null, "Die Zahlen sind noch nicht gezählt."],
    [heute <= k.zeitraum.bis, `Der Zeitraum endet erst am ${tagText(k.zeitraum.bis)}.`],
    [k.stand !== null && b.tag < heute, `Die Zahlen sind vom ${tagText(b.tag)}. Seither wurde nicht gezählt.`],
    [
      etwas(k.nichtZugeordnet),
      `${menge(k.nichtZugeordnet, "Nennung", "Nennungen")} aus übernommenen Listen ${k.nichtZugeordnet === 1 ? "hat" : "haben"} noch kein Thema.`,
    ],
    [old.length > 0, `Zu ${named(old)} haben sich Zahlen geändert, seit der Text geschrieben wurde.`],
    [same.length > 0, `${named(same)} ${same.length === 1 ? "steht" : "stehen"} noch so da wie im letzten Bericht.`],
    [empty.length > 0, `In ${named(empty)} steht „(keine Angabe)“ oder „(nicht genannt)“ statt einer Zahl.`],
    ...b.grundlage.unvollstaendig.map((luecke): [boolean, string] => [true, `Lieferung – ${luecke}.`]),
    [k.beratungen === 0, "Für diesen Zeitraum ist keine Beratung dokumentiert."],
    [b.kopf.sitzung === "", "Der Tag der Sitzung fehlt."],
    [
      andere.length > 0 && b.berichtigt === undefined,
      `Zu diesen Monaten gibt es schon: ${und(andere.map((n) => `Bericht ${n}`))}. Soll dieser ihn ersetzen, berichtigen Sie den früheren.`,
    ],
  ];
  return found.filter(([open]) => open).map(([, satz]) => satz.charAt(0).toUpperCase() + satz.slice(1));
}
