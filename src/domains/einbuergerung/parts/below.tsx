import type { Visit } from "../../../platform/access.ts";
import { checklisteOf } from "./getan.ts";

/** Where the pages about somebody's way stand: below her page. */
export const belowPerson = ({ frame }: Visit, person: string) => ({
  frame,
  breadcrumb: [
    { label: "Personen", href: "/personen" },
    { label: "Person", href: `/personen/${person}` },
  ],
});

/** One step further down. */
export function belowCheckliste(visit: Visit, person: string) {
  const { frame, breadcrumb } = belowPerson(visit, person);
  return { frame, breadcrumb: [...breadcrumb, { label: "Einbürgerung und Aufenthalt", href: checklisteOf(person) }] };
}
