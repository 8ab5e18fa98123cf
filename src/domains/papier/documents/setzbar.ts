import { Refused } from "../../../platform/form.ts";
import { absatz } from "../model/papier.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import { pdfOf } from "./pdf.ts";

/**
 * Refuses what no font has a picture of, before it stands in the way of a release.
 * @throws Refused (field `field`) with the characters
 */
export function refuseUnprintable(texts: readonly string[], field = ""): void {
  const bloecke = texts.filter((text) => text !== "").map(absatz);
  if (bloecke.length === 0) return;
  const words = { titel: "Probe", untertitel: "", kreis: "KIM", briefkopf: [], datenstand: "", tag: "2020-01-01" };
  try {
    pdfOf({ ...words, kopf: [], schluss: [], abschnitte: [{ titel: "Probe", ebene: 1, bloecke }] });
  } catch (error) {
    if (!(error instanceof NichtSetzbar)) throw error;
    throw new Refused(`${error.message}. Ersetzen Sie sie durch andere Zeichen.`, field);
  }
}
