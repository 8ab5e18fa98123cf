import { MEINE, getan } from "./getan.ts";

type Von = { readonly fall?: string | null | undefined; readonly beratung?: string | null | undefined };

const given = (id: string | null | undefined): id is string => id !== undefined && id !== null && id !== "";

/** Where a report was begun, to go back to: a case or consultation goes on there. */
export function zurueckZu({ fall, beratung }: Von): { readonly label: string; readonly href: string } {
  if (given(fall)) return { label: "Fall", href: `/faelle/${fall}` };
  if (given(beratung)) return { label: "Beratung", href: `/beratungen/${beratung}` };
  return { label: "Meine Meldungen", href: MEINE };
}

/** The page that follows a report, with what it says there: the pages of cases and consultations know these two words as well. */
export function nachMeldung(von: Von, wie: "gemeldet" | "bestaetigt"): string {
  const { href } = zurueckZu(von);
  return getan.after(href, href === MEINE ? wie : `luecke_${wie}`);
}
