/** Where the pages of the room stand. */
export const SATZBUCH_PFAD = "/satzbuch";
export const ZEIGEN = `${SATZBUCH_PFAD}/zeigen`;

/** One sentence large, in one language. */
export const zeigenOf = (sprache: string, satz: string): string => `${ZEIGEN}?sprache=${sprache}&satz=${satz}`;

export const EINSAETZE = "/sprachmittlungen";
export const ABRECHNUNG = `${EINSAETZE}/abrechnung`;
export const POOL = "/sprachmittelnde";
export const GERAETE = "/uebersetzungsgeraete";
export const UEBERSETZEN = "/uebersetzen";
