import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { ageOn } from "../../personen/model/person.ts";
import { type Beziehung, besteht, vonHier } from "./familie.ts";
import { ROLLEN } from "./beziehung.ts";

/** How old somebody is on a day, as far as it is known. */
export const alterText = (
  person: { readonly geburtsdatum: string | null; readonly altersgruppe: string | null },
  day: string,
): string =>
  person.geburtsdatum === null
    ? (person.altersgruppe ?? "nicht angegeben")
    : anzahl(ageOn(person.geburtsdatum, day), "Jahr", "Jahre");

/** "seit 01.03.2026", "von … bis …"; "" where nothing is known. */
export function zeitText({ von, bis }: Pick<Beziehung, "von" | "bis">): string {
  if (bis === null) return von === null ? "" : `seit ${tagText(von)}`;
  return von === null ? `bis ${tagText(bis)}` : `von ${tagText(von)} bis ${tagText(bis)}`;
}

type Named = (id: string) => string;

/**
 * What somebody is, seen from one person: "Kind" where the two belong together directly, else to whom: "Kind von Jo Muster". "" for
 * whoever only lives there.
 */
export function rolleText(id: string, von: string, alle: readonly Beziehung[], day: string, nameOf: Named): string {
  const now = alle.filter((b) => besteht(b, day));
  const direct = vonHier(von, now).filter(({ anderer }) => anderer === id);
  if (direct.length > 0) return direct.map(({ rolle }) => ROLLEN[rolle].wort).join(", ");
  return vonHier(id, now)
    .flatMap(({ anderer, beziehung }) => (anderer === null ? [] : toWhom(beziehung, anderer, id, nameOf)))
    .join(", ");
}

/** "Kind von Jo Muster" of whoever `id` is, to somebody else than the person the family is seen from. */
function toWhom(beziehung: Beziehung, anderer: string, id: string, nameOf: Named): string[] {
  const there = vonHier(anderer, [beziehung]).find((one) => one.anderer === id);
  if (there === undefined) return [];
  return [`${ROLLEN[there.rolle].wort} von ${nameOf(anderer)}`];
}
