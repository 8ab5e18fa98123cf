import type { Grund } from "./plan.ts";
import { type Hundertstel, type Modul, vzaeText } from "./stelle.ts";

/** "3,5 VZÄ" */
export const vzae = (h: Hundertstel): string => `${vzaeText(h)} VZÄ`;

export const MODUL_NAMEN: Readonly<Record<Modul, string>> = {
  I: "Modul I – Koordination",
  II: "Modul II – Case Management",
  III: "Modul III – Ausländer- und Einbürgerungsbehörde",
};

/** For narrow tables, below the heading "Modul". */
export const MODUL_KURZ: Readonly<Record<Modul, string>> = {
  I: "I – Koordination",
  II: "II – Case Management",
  III: "III – ABH und EBH",
};

/**
 * Why a post is vacant, as somebody may read it: personal reasons only with the names. To others such a one reads as if nobody had
 * given one, so that it leaves no trace.
 */
export const grundText = (grund: Grund | undefined, mitPersoenlichem: boolean): string => {
  if (grund === undefined || (grund.persoenlich && !mitPersoenlichem)) return "kein Grund angegeben";
  return grund.name;
};
