import type { From } from "../../../platform/place.ts";
import { PHASE, type Phase } from "./phasen.ts";

/**
 * What the timeline of a case is made of: each kind comes from one room, which gives its own entries through its door. A room
 * that joins adds its kind here and its source to `QUELLEN` (pages/verlauf.tsx).
 */
export const VERLAUF = {
  beratung: "Beratungen",
  schritt: "Schritte",
  assessment: "Assessment",
  hilfeplan: "Hilfeplan",
  besprechung: "Besprechungen",
  freigabe: "Freigaben",
  punkt: "Punkte",
  verweis: "Verweise",
  einwilligung: "Einwilligungen",
  dokument: "Dokumente",
  einbuergerung: "Einbürgerung",
  termin: "Termine",
  frist: "Fristen",
} as const;

export type VerlaufArt = keyof typeof VERLAUF;
export const VERLAUF_ARTEN = [
  "beratung",
  "schritt",
  "assessment",
  "hilfeplan",
  "besprechung",
  "freigabe",
  "punkt",
  "verweis",
  "einwilligung",
  "dokument",
  "einbuergerung",
  "termin",
  "frist",
] as const satisfies readonly VerlaufArt[];

/** One line of the timeline: the day it belongs to, what it was, and where it is read in full. */
export type VerlaufEintrag = {
  readonly id: string;
  readonly am: string;
  readonly art: VerlaufArt;
  /** A sentence of the program. */
  readonly satz: string;
  /** What somebody wrote about it, opened. */
  readonly text?: string | null;
  readonly href?: string;
  /** Of a step: where it led. */
  readonly nach?: Phase;
  /** The order of what has the same kind and day. */
  readonly folge?: number;
};

/** Which case, and which page of its timeline. `person` is whose file it is, `personen` are all whom it concerns, `seit` is its first day. */
export type VerlaufFrage = {
  readonly fallId: string;
  readonly person: string;
  readonly personen: readonly string[];
  readonly seit: string;
  readonly from: From;
  readonly size: number;
};

/**
 * The entries of several sources as one, in the order of the page. Each source answers the same question with at most one entry
 * more than a page holds, in the order of `keyset(from, size, ["am", "id"])`; so does this.
 */
export function zusammengefuehrt(
  gefunden: readonly (readonly VerlaufEintrag[])[],
  { direction, limit }: { readonly direction: "asc" | "desc"; readonly limit: number },
): VerlaufEintrag[] {
  const sign = direction === "asc" ? 1 : -1;
  const before = (a: string, b: string) => (a === b ? 0 : a < b ? -sign : sign);
  return gefunden
    .flat()
    .toSorted((a, b) => before(a.am, b.am) || before(a.id, b.id))
    .slice(0, limit);
}

/** With which phase of its day an entry belongs; what is not named came before its end. */
const BEI: Partial<Readonly<Record<VerlaufArt, Phase>>> = {
  einwilligung: "einwilligung",
  assessment: "assessment",
  hilfeplan: "hilfeplan",
};

/**
 * Entries of a page, each day in the order in which it went, the last first: consultations, then the steps as they were taken, each
 * followed by what its phase is there for, then everything else before the case ended. No day knows its hours, so this is what usually
 * comes first. A day that two pages share is in order on each of them.
 */
export function imLauf(rows: readonly VerlaufEintrag[]): VerlaufEintrag[] {
  const steps = rows.filter(({ nach }) => nach !== undefined).toSorted((a, b) => orderOf(a) - orderOf(b));
  const place = (row: VerlaufEintrag): number => {
    const day = steps.filter(({ am }) => am === row.am);
    if (row.nach !== undefined) return day.indexOf(row);
    if (row.art === "beratung") return -1;
    const phase = PHASE.indexOf(BEI[row.art] ?? "ruhend");
    const next = day.findIndex(({ nach = "anfrage" }) => PHASE.indexOf(nach) > phase);
    return (next < 0 ? day.length : next) - 0.5;
  };
  return rows
    .map((row) => ({ row, at: place(row) }))
    .toSorted(
      (a, b) =>
        b.row.am.localeCompare(a.row.am) ||
        b.at - a.at ||
        VERLAUF_ARTEN.indexOf(b.row.art) - VERLAUF_ARTEN.indexOf(a.row.art) ||
        orderOf(b.row) - orderOf(a.row) ||
        b.row.id.localeCompare(a.row.id),
    )
    .map(({ row }) => row);
}

const orderOf = ({ folge = 0 }: VerlaufEintrag): number => folge;
