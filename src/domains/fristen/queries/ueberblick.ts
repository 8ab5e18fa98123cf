import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { ART, ARTEN, wieWeit } from "../model/frist.ts";
import { TITEL } from "./sealed.ts";

const Offene = z.array(
  z.object({
    id: z.string(),
    person: z.string(),
    art: z.enum(ART),
    titel: z.string().nullable(),
    am: z.iso.date(),
  }),
);

/** So many are told on the page of their person. */
const MOST = 3;

/** What the page of a person says of her Fristen: which come next; those by hand also where it says what is to be done. */
export const fristBlick: Ueberblick = {
  recht: "fall.lesen",
  json: () => sql`select coalesce(json_agg(json_build_object('id', f.id, 'person', f.person_id, 'art', f.art, 'am', f.am,
      'titel', encode(f.titel, 'base64'))), '[]')
    from (select e.* from ${EACH_OF_SAME} cross join lateral (
      select id, person_id, art, am, titel from kim.frist where kreis = p.kreis and person_id = one.id and stand = 'offen'
      order by am, id limit ${MOST}) e order by e.am, e.id limit ${MOST}) f`,
  sagt: (json, { kreis, keys }) => {
    const offene = Offene.parse(json).map(({ id, person, art, titel, am }) => ({
      id,
      art,
      am,
      was: openText(keys.get(person), { kreis, id }, TITEL, titel) ?? ARTEN[art],
    }));
    return {
      zeilen: offene.map(({ am, was }) => `${was}, ${wieWeit(am, today())}`),
      // What follows from data its own room tells.
      naechstes: offene
        .filter(({ art }) => art === "hand")
        .map(({ id, am, was }) => ({ am, was, href: `/fristen/${id}` })),
    };
  },
  abschnitt: { titel: "Fristen", href: (person) => `/fristen?person=${person}` },
};
