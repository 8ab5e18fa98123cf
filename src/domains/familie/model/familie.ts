import { ageOn } from "../../personen/model/person.ts";
import { type Rolle, rolleOf } from "./beziehung.ts";

/** A stored relation between two persons of a family; `andere: null` is an office. Days are ISO. */
export type Beziehung = {
  readonly id: string;
  readonly person: string;
  readonly andere: string | null;
  readonly art: string;
  readonly stelle: string | null;
  readonly von: string | null;
  readonly bis: string | null;
  readonly version: number;
};

/** Somebody of a family, as far as the rules ask. */
export type Mitglied = {
  readonly id: string;
  readonly geburtsdatum: string | null;
  /** Code of the age band at the time of recording. */
  readonly altersgruppe: string | null;
  /** The household that she or he lives in now. */
  readonly haushalt: string | null;
};

/** A relation as it is read from one person: what the other one is. */
export type VonHier = { readonly beziehung: Beziehung; readonly anderer: string | null; readonly rolle: Rolle };

/** The relations of a person, each from there. */
export const vonHier = (id: string, alle: readonly Beziehung[]): VonHier[] =>
  alle.flatMap((b): VonHier[] => {
    if (b.person === id) return [{ beziehung: b, anderer: b.andere, rolle: rolleOf(b.art, "andere") }];
    if (b.andere === id) return [{ beziehung: b, anderer: b.person, rolle: rolleOf(b.art, "person") }];
    return [];
  });

/** Whether a relation holds on a day. One without a first day holds until it ends. */
export const besteht = ({ von, bis }: Pick<Beziehung, "von" | "bis">, day: string): boolean =>
  (von === null || von <= day) && (bis === null || bis >= day);

const MINOR_BANDS: ReadonlySet<string> = new Set(["0-5", "6-11", "12-17"]);
const FULL_AGE = 18;

/** Whether somebody is under age on a day, as far as it is known; undefined where nothing is. */
export function isMinor({ geburtsdatum, altersgruppe }: Mitglied, day: string): boolean | undefined {
  if (geburtsdatum !== null) return ageOn(geburtsdatum, day) < FULL_AGE;
  return altersgruppe === null ? undefined : MINOR_BANDS.has(altersgruppe);
}

const RAISES: ReadonlySet<Rolle> = new Set<Rolle>(["elternteil", "pflegeelternteil"]);

/**
 * Who raises a child alone (Mehrbedarf, § 21 Abs. 3 SGB II asks the same): lives with an own or foster child under age, and in that
 * household there is neither another parent of the child nor a partner. Said only where household and relations are known.
 */
export function alleinerziehende(
  mitglieder: readonly Mitglied[],
  alle: readonly Beziehung[],
  day: string,
): ReadonlySet<string> {
  const now = alle.filter((b) => besteht(b, day));
  const livingWith = ({ id, haushalt }: Mitglied) =>
    haushalt === null
      ? []
      : mitglieder.filter((one) => one.haushalt === haushalt && one.id !== id).map((one) => one.id);
  const alone = mitglieder.filter((eltern) => {
    const together = livingWith(eltern);
    const own = vonHier(eltern.id, now);
    const hasPartner = own.some(({ rolle, anderer }) => rolle === "partner" && together.includes(anderer ?? ""));
    if (hasPartner) return false;
    return mitglieder.some((kind) => {
      const parents = vonHier(kind.id, now).filter(({ rolle }) => RAISES.has(rolle));
      const raised = together.includes(kind.id) && parents.some(({ anderer }) => anderer === eltern.id);
      return raised && isMinor(kind, day) === true && !parents.some(({ anderer }) => together.includes(anderer ?? ""));
    });
  });
  return new Set(alone.map(({ id }) => id));
}
