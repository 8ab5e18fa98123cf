import type { Visit } from "../../../platform/access.ts";
import type { Sitzung } from "../model/eingabe.ts";
import { AUFTRAEGE, BESCHLUESSE, LIST, SITZUNGEN, VORLAGEN } from "./getan.ts";

type Way = { readonly label: string; readonly href: string };
const TOP: Way = { label: "Gremien", href: LIST };

/** Frame and way up of a page below the list, a body, a meeting. */
export const belowList = ({ frame }: Visit) => ({ frame, breadcrumb: [TOP] });
export const belowGremium = ({ frame }: Visit, { id }: { readonly id: string }) => ({
  frame,
  breadcrumb: [TOP, { label: "Gremium", href: `${LIST}/${id}` }],
});
export const belowSitzung = ({ frame }: Visit, { id, gremiumId }: Pick<Sitzung, "id" | "gremiumId">) => ({
  frame,
  breadcrumb: [
    TOP,
    { label: "Gremium", href: `${LIST}/${gremiumId}` },
    { label: "Sitzung", href: `${SITZUNGEN}/${id}` },
  ],
});
export const belowBeschluesse = ({ frame }: Visit, id?: string) => ({
  frame,
  breadcrumb: [
    TOP,
    { label: "Beschlüsse", href: BESCHLUESSE },
    ...(id === undefined ? [] : [{ label: "Beschluss", href: `${BESCHLUESSE}/${id}` }]),
  ],
});
export const belowAuftraege = ({ frame }: Visit, id?: string) => ({
  frame,
  breadcrumb: [
    TOP,
    { label: "Aufträge", href: AUFTRAEGE },
    ...(id === undefined ? [] : [{ label: "Auftrag", href: `${AUFTRAEGE}/${id}` }]),
  ],
});
export const belowVorlage = ({ frame }: Visit, id: string) => ({
  frame,
  breadcrumb: [TOP, { label: "Vorlage", href: `${VORLAGEN}/${id}` }],
});
