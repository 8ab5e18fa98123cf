import type { Visit } from "../../../platform/access.ts";
import { LIST } from "./getan.ts";

/** What the pages below a household have in common. */
export const belowHaushalt = (visit: Visit, id: string) => ({
  frame: visit.frame,
  breadcrumb: [
    { label: "Neuzuweisungen", href: LIST },
    { label: "Haushalt", href: `${LIST}/${id}` },
  ],
});
