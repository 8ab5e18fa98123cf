import { FONTS, typeset } from "../../../platform/pdf.ts";
import { type Papier, fussText, istEntwurf } from "../model/papier.ts";

const TEMPLATE = new URL("papier.typ", import.meta.url);

/**
 * The paper as tagged PDF/UA-1. The same paper makes the same bytes: its date is that of its figures, not of the making.
 * @throws NichtSetzbar
 */
export const pdfOf = (papier: Papier): Buffer =>
  typeset(TEMPLATE, {
    ...papier,
    entwurf: istEntwurf(papier),
    berichtigung: papier.berichtigung ?? null,
    schriften: FONTS,
    kurztitel: papier.titel,
    verzeichnis: papier.verzeichnis ?? false,
    fuss: fussText(papier),
  });
