import type { Visit } from "../../../platform/access.ts";
import { Entered } from "../../../ui/index.ts";
import { type Person, genannt } from "../queries/person.ts";

/** Where a page about one person stands: below the page of that person. */
export const belowPerson = ({ frame }: Visit, person: Pick<Person, "id" | "name" | "auskunftssperre">) => ({
  frame,
  breadcrumb: [
    { label: "Personen", href: "/personen" },
    { label: <Entered>{genannt(person)}</Entered>, href: `/personen/${person.id}` },
  ],
});
