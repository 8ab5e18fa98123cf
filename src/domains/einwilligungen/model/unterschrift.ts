import { z } from "zod";
import { optional } from "../../../platform/fields.ts";

/** The field that is signed in, in its own units; the script draws in them (ui/public/sign.js). */
export const FLAECHE = { breite: 600, hoehe: 200 } as const;
/** A long name drawn slowly has some hundred points. */
const MOST = 20_000;

/**
 * What somebody drew: strokes of points, `12,80 14,82;…`. Kept as points and not as a file: nothing that came from outside is ever
 * read as a picture, and it is drawn anew wherever it is shown.
 */
const STRICHE = /^\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3})*(?:;\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3})*)*$/;
const NEU = "Die Unterschrift ist nicht angekommen. Löschen Sie das Feld, und lassen Sie noch einmal unterschreiben.";

export const Unterschrift = optional(z.string().max(MOST, NEU).regex(STRICHE, NEU));

/** So short it was a slip of the finger, not a name. */
const LEAST_POINTS = 8;
export const isUnterschrift = (striche: string): boolean => striche.split(/[ ;]/).length >= LEAST_POINTS;

/** The strokes as the path of an SVG. */
export const pfadOf = (striche: string): string =>
  striche
    .split(";")
    .map((strich) => `M${strich.split(" ").join("L")}`)
    .join("");

/** The whole picture, for paper. */
export const svgOf = (striche: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FLAECHE.breite} ${FLAECHE.hoehe}"><path d="${pfadOf(striche)}" fill="none" stroke="#171a2b" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
