import type { Visit } from "../../../platform/access.ts";
import { Entered } from "../../../ui/index.ts";
import { lagePath } from "./getan.ts";

type Wer = { readonly id: string; readonly name: string };

/** Where the pages about somebody's situation stand: below her page. */
export const belowPerson = ({ frame }: Visit, person: Wer) => ({
  frame,
  breadcrumb: [
    { label: "Personen", href: "/personen" },
    { label: <Entered>{person.name}</Entered>, href: `/personen/${person.id}` },
  ],
});

/** One step further down. */
export function belowLage(visit: Visit, person: Wer) {
  const { frame, breadcrumb } = belowPerson(visit, person);
  return { frame, breadcrumb: [...breadcrumb, { label: "Lebenslage", href: lagePath(person.id) }] };
}
