import type { Luecke, Meldung } from "./luecke.ts";

/** Numbers below this are not told outside of the Träger they come from, where a Kreis says nothing else. */
export type Klein = { readonly unter: number };

/** A number that may be told, or the bound below which it lies. */
export type Genannt = number | Klein;

export const istKlein = (n: Genannt): n is Klein => typeof n === "object";

/** In words: "12", "weniger als 3". */
export const genanntText = (n: Genannt): string => (istKlein(n) ? `weniger als ${n.unter}` : String(n));

/** What counts when gaps are put in order: a number that is not told counts as one, whatever it is. */
export const alsZahl = (n: Genannt): number => (istKlein(n) ? 1 : n);

/** How heavy a gap is: all reports of it and of those put together with it. */
export type Gewicht = {
  readonly meldungen: Genannt;
  readonly faelle: Genannt;
  readonly beratungen: Genannt;
  readonly menschen: Genannt;
  readonly standorte: number;
  /** AGS, each once. */
  readonly kommunen: readonly string[];
  /** Since when it is noticed: the first day that a report names, else the first report. */
  readonly seit: string;
};

/** Whose eyes: reports of one's own Träger are told as they are. */
export type Blick = { readonly traegerId: string; readonly ab: number };

/** From a gap up to the one that counts for it, which comes last; only itself where it stands alone. */
export function wegVon(id: string, inOf: ReadonlyMap<string, string | null>): string[] {
  const weg = [id];
  for (let up = inOf.get(id); up !== null && up !== undefined && !weg.includes(up); up = inOf.get(up)) weg.push(up);
  return weg;
}

/** Which gaps count together, by the one at the top; each group begins with it. */
export function gruppen(luecken: readonly Pick<Luecke, "id" | "inId">[]): Map<string, string[]> {
  const inOf = new Map(luecken.map(({ id, inId }) => [id, inId]));
  const groups = new Map<string, string[]>();
  for (const { id, inId } of luecken) if (inId === null) groups.set(id, [id]);
  for (const { id, inId } of luecken) if (inId !== null) groups.get(wegVon(id, inOf).at(-1) ?? id)?.push(id);
  return groups;
}

/** The shares of reconstructions, each once. */
const jeAnteil = (meldungen: readonly Meldung[]): Meldung[] => [
  ...new Map(meldungen.map((m) => [m.anteilId ?? m.id, m])).values(),
];

/**
 * A case counts once: for however many gaps that were put together it was told, as a share of a reconstruction, and where its file
 * knows that another report of the group is of the same one.
 */
const einmal = (meldungen: readonly Meldung[]): Meldung[] => jeAnteil(meldungen.filter(({ doppelt }) => !doppelt));

const first = (days: readonly string[]): string => days.toSorted()[0] ?? "";
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/**
 * Counts reports. Outside of the Träger that all of them came from, reports, cases and people below `ab` are not told: one report
 * from one case in a small Kommune is a person. Sites and Kommunen are, they say where something is missing, whichever report it was.
 */
export function gewichtVon(alle: readonly Meldung[], gemeldetAm: string, { traegerId, ab }: Blick): Gewicht {
  const meldungen = einmal(alle);
  const own = alle.every((m) => m.traegerId === traegerId);
  const told = (n: number): Genannt => (own || n === 0 || n >= ab ? n : { unter: ab });
  return {
    meldungen: told(meldungen.length),
    faelle: told(meldungen.filter(({ herkunft }) => herkunft === "fall").length),
    beratungen: told(meldungen.filter(({ herkunft }) => herkunft === "beratung").length),
    menschen: told(sum(meldungen.map(({ personen }) => personen ?? 0))),
    standorte: new Set(alle.map(({ ort }) => ort)).size,
    kommunen: [...new Set(alle.flatMap(({ kommunen }) => kommunen))].toSorted(),
    seit: first([gemeldetAm, ...alle.flatMap(({ seit, am }) => [seit ?? am])]),
  };
}

/** What reconstructions add to a gap: their cases, as they may be told, and from how many Träger. Undefined where none did. */
export function ausRekonstruktion(
  meldungen: readonly Meldung[],
  { traegerId, ab }: Blick,
): { readonly faelle: Genannt; readonly traeger: number } | undefined {
  if (!meldungen.some(({ herkunft }) => herkunft === "rekonstruktion")) return undefined;
  const cases = jeAnteil(meldungen.filter(({ anteilId }) => anteilId !== null));
  const open = cases.length === 0 || cases.length >= ab || cases.every((m) => m.traegerId === traegerId);
  return {
    faelle: open ? cases.length : { unter: ab },
    traeger: new Set(cases.map((m) => m.traegerId)).size,
  };
}

const MENSCHEN_JE_PUNKT = 10;

/** One number to put gaps in order: cases and sites count most, then Kommunen, then people. A help for the order, no verdict. */
export const rangzahl = ({ meldungen, faelle, standorte, kommunen, menschen }: Gewicht): number =>
  alsZahl(meldungen) +
  2 * alsZahl(faelle) +
  2 * standorte +
  kommunen.length +
  Math.min(MENSCHEN_JE_PUNKT, Math.ceil(alsZahl(menschen) / MENSCHEN_JE_PUNKT));

const MONTHS_PER_QUARTER = 3;
const quarterOf = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS_PER_QUARTER);

/** Reports per quarter up to the one of `heute`, the oldest first. Small numbers of others are not told here either. */
export function verlaufJeQuartal(
  alle: readonly Meldung[],
  heute: string,
  quartale: number,
  { traegerId, ab }: Blick,
): { readonly name: string; readonly anzahl: Genannt }[] {
  const meldungen = einmal(alle);
  const last = quarterOf(heute);
  return Array.from({ length: quartale }, (_, i) => {
    const quarter = last - quartale + 1 + i;
    const here = meldungen.filter(({ am }) => quarterOf(am) === quarter);
    const open = here.length === 0 || here.length >= ab || here.every((m) => m.traegerId === traegerId);
    const name = `${(quarter % 4) + 1}/${String(Math.floor(quarter / 4)).slice(2)}`;
    return { name, anzahl: open ? here.length : { unter: ab } };
  });
}

/**
 * How often people met no offer, as the evaluation may tell it of the whole Kreis: referrals that were refused (of no Kommune), and
 * consultations without a fitting offer. `null`: too small to be told.
 */
export type Unversorgt = {
  readonly grund: "abgelehnt" | "kein_angebot";
  readonly handlungsfeld: string;
  readonly ags: string | null;
  readonly anzahl: number | null;
};

/** What speaks for a gap: so many that are told, and whether there are more that are not. */
export type Beleg = { readonly anzahl: number; readonly mehr: boolean };

/** What of one kind speaks for a gap: that of its Handlungsfeld, in its Kommunen or where none is told. */
export function belegVon(
  luecke: { readonly handlungsfeld: string; readonly kommunen: readonly string[] },
  alle: readonly Unversorgt[],
  grund: Unversorgt["grund"],
): Beleg {
  const here = alle
    .filter((one) => one.grund === grund && one.handlungsfeld === luecke.handlungsfeld)
    .filter(({ ags }) => ags === null || luecke.kommunen.length === 0 || luecke.kommunen.includes(ags));
  return { anzahl: sum(here.map(({ anzahl }) => anzahl ?? 0)), mehr: here.some(({ anzahl }) => anzahl === null) };
}

/** In words: "14", "mindestens 14", "einzelne". */
export const belegText = ({ anzahl, mehr }: Beleg): string =>
  mehr ? (anzahl === 0 ? "einzelne" : `mindestens ${anzahl}`) : String(anzahl);
