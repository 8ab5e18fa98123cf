import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { STAENDE, STAND } from "../model/stand.ts";

const Offene = z.array(z.object({ id: z.string(), wohin: z.string(), stand: z.enum(STAND), nachfragen: z.iso.date() }));

/** So many at most are named on the page of their person. */
const MOST = 3;

/** What the page of a person says of her referrals: which are open, and when somebody asks what became of them. */
export const verweisBlick: Ueberblick = {
  recht: "verweis.lesen",
  json: () => sql`select coalesce(json_agg(json_build_object('id', v.id, 'wohin', v.name, 'stand', v.stand, 'nachfragen', v.nachfragen_am)), '[]') from (
    select e.id, o.name, e.stand, e.nachfragen_am from ${EACH_OF_SAME} cross join lateral (
      select id, kreis, organisation_id, stand, nachfragen_am from kim.verweis
      where kreis = p.kreis and person_id = one.id and stand in ('offen', 'vermittelt', 'warteliste')
      order by nachfragen_am, id limit ${MOST}) e
    join kim.organisation o on o.kreis = e.kreis and o.id = e.organisation_id
    order by e.nachfragen_am, e.id limit ${MOST}) v`,
  sagt: (json) => {
    const offene = Offene.parse(json);
    return {
      zeilen: offene.map(({ wohin, stand }) => `${wohin} – ${STAENDE[stand]}`),
      naechstes: offene.map(({ id, wohin, nachfragen }) => ({
        am: nachfragen,
        was: `Nachfragen: ${wohin}`,
        href: `/verweise/${id}`,
      })),
    };
  },
  abschnitt: {
    titel: "Verweise",
    href: (person) => `/personen/${person}/verweise`,
    neu: {
      label: "Verweis eintragen",
      taste: "v",
      recht: "verweis.schreiben",
      href: (person) => `/verweise/neu?person=${person}`,
    },
  },
};
