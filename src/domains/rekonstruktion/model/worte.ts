import { type Codelisten, nameOf } from "../../codelisten/model/codelisten.ts";
import type { Mitglied, Rekonstruktion, Station } from "./rekonstruktion.ts";

/** "Schulamt (Sachbearbeitung)" */
export const mitgliedText = ({ organisation, funktion }: Mitglied): string =>
  funktion === null ? organisation : `${organisation} (${funktion})`;

/** The starting situation in words; what is not said is left out. */
export const ausgangsAngaben = (r: Rekonstruktion, listen: Codelisten) =>
  [
    { term: "Alter", value: nameOf(listen.altersgruppe, r.altersgruppe) },
    { term: "Familie", value: nameOf(listen.familienform, r.familienform) },
    { term: "Rechtskreis", value: nameOf(listen.rechtskreis, r.rechtskreis) },
  ].filter(({ value }) => value !== "");

/** "Behörde, Amt: Jobcenter" */
export const werHandelte = ({ handelndArt, handelnd }: Station, listen: Codelisten): string =>
  [nameOf(listen.netzwerkart, handelndArt), ...(handelnd === null ? [] : [handelnd])].join(": ");

/** Why it broke at a station, in words. */
export const bruchText = ({ bruchgruende }: Station, listen: Codelisten): string =>
  bruchgruende.map((code) => nameOf(listen.bruchgrund, code)).join(", ");

/** "3, nach 2 Wochen" */
export const stationName = ({ nr, wann }: Pick<Station, "nr" | "wann">): string =>
  wann === null ? `Station ${nr}` : `Station ${nr}, ${wann}`;
