import type { Visit } from "../../../platform/access.ts";
import { anzahl } from "../../../platform/words.ts";
import { Entered } from "../../../ui/index.ts";
import { type Codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import { wochentag } from "../model/texte.ts";
import type { BeratungKurz } from "../queries/beratungen.ts";

/** What a person said yes to, below her page. */
export const anschlussPath = (person: string): string => `/personen/${person}/anschluss`;

export const belowPerson = ({ frame }: Visit, person: { readonly id: string; readonly name: string }) => ({
  frame,
  breadcrumb: [
    { label: "Personen", href: "/personen" },
    { label: <Entered>{person.name}</Entered>, href: `/personen/${person.id}` },
  ],
});

/** Consultations to choose from, each by what one remembers it by. */
export const beratungWahl = (beratungen: readonly BeratungKurz[], listen: Codelisten) =>
  beratungen.map((b) => ({
    value: b.id,
    label: [
      wochentag(b.am),
      b.themen.map((code) => kurzOf(listen.handlungsfeld, code)).join(", "),
      b.sprache === null ? "" : nameOf(listen.sprache, b.sprache),
      b.dauerMin === null ? "" : `${b.dauerMin} Min.`,
      b.personenzahl > 1 ? anzahl(b.personenzahl, "Person", "Personen") : "",
    ]
      .filter((part) => part !== "")
      .join(" · "),
  }));
