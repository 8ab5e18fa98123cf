import type { Visit } from "../../../platform/access.ts";
import { LIST } from "./getan.ts";

/** A page below a measure: its frame and the way up. */
export const below = ({ frame }: Visit, massnahmeId: string) => ({
  frame,
  breadcrumb: [
    { label: "Maßnahmen", href: LIST },
    { label: "Maßnahme", href: `${LIST}/${massnahmeId}` },
  ],
});
