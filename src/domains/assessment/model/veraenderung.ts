/** What the scale of one area said on a day (ISO). Nothing where the area was left out. */
export type Messung = { readonly am: string; readonly skala: number | null };

/** How an area changed between the last two times it was put on the scale. */
export type Veraenderung = {
  readonly vorher: number;
  readonly jetzt: number;
  /** The days of both, ISO. */
  readonly seit: string;
  readonly am: string;
  readonly um: number;
};

const isGemessen = (m: Messung): m is Messung & { readonly skala: number } => m.skala !== null;

/** Measurements in the order of their days, without those that were left out. */
export const gemessen = (messungen: readonly Messung[]) =>
  messungen.filter(isGemessen).toSorted((a, b) => a.am.localeCompare(b.am));

/** The change since the measurement before the last; undefined where there are not two. */
export function veraenderung(messungen: readonly Messung[]): Veraenderung | undefined {
  const [vorher, jetzt] = gemessen(messungen).slice(-2);
  if (vorher === undefined || jetzt === undefined) return undefined;
  return { vorher: vorher.skala, jetzt: jetzt.skala, seit: vorher.am, am: jetzt.am, um: jetzt.skala - vorher.skala };
}

/** `+ 3`, `− 2`, "unverändert": as it stands beside a figure. */
export const umText = (um: number): string => (um === 0 ? "unverändert" : um > 0 ? `+ ${um}` : `− ${-um}`);

/** The same in words, for whoever hears it. */
export const inWorten = ({ vorher, jetzt, um }: Veraenderung): string =>
  um === 0 ? `unverändert bei ${jetzt}` : `von ${vorher} auf ${jetzt}, ${um > 0 ? "besser" : "schlechter"}`;
