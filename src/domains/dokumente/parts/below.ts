import type { Visit } from "../../../platform/access.ts";
import { listOf } from "./getan.ts";

/** Frame and way back of a page that stands below the documents of a person. */
export const belowDokumente = (visit: Visit, person: string) => ({
  frame: visit.frame,
  breadcrumb: [
    { label: "Person", href: `/personen/${person}` },
    { label: "Dokumente", href: listOf(person) },
  ],
});
