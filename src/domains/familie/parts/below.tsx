import type { Visit } from "../../../platform/access.ts";
import { Entered } from "../../../ui/index.ts";
import { familiePath } from "./getan.ts";

/** Where the pages about a family stand: below the person from which it is seen. */
export const belowPerson = ({ frame }: Visit, person: { readonly id: string; readonly name: string }) => ({
  frame,
  breadcrumb: [
    { label: "Personen", href: "/personen" },
    { label: <Entered>{person.name}</Entered>, href: `/personen/${person.id}` },
  ],
});

/** One step further down: below the page of the family. */
export function belowFamilie(visit: Visit, person: { readonly id: string; readonly name: string }) {
  const { frame, breadcrumb } = belowPerson(visit, person);
  return { frame, breadcrumb: [...breadcrumb, { label: "Familie", href: familiePath(person.id) }] };
}
