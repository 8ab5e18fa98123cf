import { type Mitglied, type Quorum, istDabei } from "./gremium.ts";

type Sitz = Pick<Mitglied, "id" | "stimme" | "vertrittId" | "von" | "bis">;

/** How many voices a body has, and how many of them are there. */
export type Stimmen = { readonly alle: number; readonly da: number };

/**
 * Counts voices on a day (ISO). A deputy speaks with the voice of whom it stands in for: both there are one voice, several deputies
 * of one as well. @param anwesend ids of the members who are there
 */
export function stimmen(mitglieder: readonly Sitz[], anwesend: ReadonlySet<string>, tag: string): Stimmen {
  const today = mitglieder.filter((m) => istDabei(m, tag));
  const seats = new Set(today.filter(({ stimme }) => stimme).map(({ id }) => id));
  const taken = new Set(
    today
      .filter(({ id }) => anwesend.has(id))
      .map(({ id, vertrittId }) => vertrittId ?? id)
      .filter((seat) => seats.has(seat)),
  );
  return { alle: seats.size, da: taken.size };
}

const THIRDS = 3;
const ENOUGH: Readonly<Record<Quorum, (s: Stimmen) => boolean>> = {
  keines: () => true,
  haelfte: ({ alle, da }) => da * 2 >= alle,
  mehr_als_haelfte: ({ alle, da }) => da * 2 > alle,
  zwei_drittel: ({ alle, da }) => da * THIRDS >= alle * 2,
};

/** Whether a body can decide with the voices that are there; one without any voice only where it needs none. */
export const istBeschlussfaehig = (quorum: Quorum, s: Stimmen): boolean =>
  quorum === "keines" || (s.alle > 0 && ENOUGH[quorum](s));

/** How many voices are there, without the full stop. */
export const stimmenSatz = ({ alle, da }: Stimmen): string =>
  alle === 0
    ? "An diesem Tag hat kein Mitglied eine Stimme"
    : `${da} von ${alle} ${alle === 1 ? "Stimme ist" : "Stimmen sind"} da`;

export type Abstimmung = { readonly ja: number; readonly nein: number; readonly enthaltung: number };

/** What speaks against the result of a vote: more voices than are there, or a result that the voices do not give. */
export function abstimmungProblem(
  { ja, nein, enthaltung }: Abstimmung,
  ergebnis: "angenommen" | "abgelehnt",
  da: number,
): { readonly field: string; readonly satz: string } | undefined {
  const given = ja + nein + enthaltung;
  if (given > da) {
    return {
      field: "ja",
      satz: `Es sind ${da} Stimmen da, gezählt sind ${given}. Eine Vertretung zählt nur, wenn das Mitglied selbst nicht da ist. Prüfen Sie die Anwesenheit.`,
    };
  }
  if (ergebnis === "angenommen" && ja <= nein)
    return {
      field: "ergebnis",
      satz: "Mit diesen Stimmen ist der Beschluss nicht angenommen: Es braucht mehr Ja als Nein.",
    };
  if (ergebnis === "abgelehnt" && ja > nein)
    return { field: "ergebnis", satz: "Mit diesen Stimmen ist der Beschluss angenommen: Es sind mehr Ja als Nein." };
  return undefined;
}
