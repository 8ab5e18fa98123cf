import type { Visit } from "../../../platform/access.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import type { BerichtAkte } from "../queries/berichte.ts";
import { LIST } from "./getan.ts";

/** What a report is called in a list and on the way up to it. */
export const berichtName = (b: Pick<BerichtAkte, "von" | "bis" | "nummer">): string =>
  `${zeitraumName(b)} – ${b.nummer === undefined ? "Entwurf" : `Nr. ${b.nummer}`}`;

/** Where a page about one report stands: below the page of that report. */
export const belowBericht = ({ frame }: Visit, akte: BerichtAkte) => ({
  frame,
  breadcrumb: [
    { label: "Berichte", href: LIST },
    { label: berichtName(akte), href: `${LIST}/${akte.id}` },
  ],
});
