import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { aktenzeichen } from "../model/fall.ts";
import { ENDEN } from "../model/phasen.ts";

const Faelle = z.array(z.object({ jahr: z.number(), nummer: z.number() }));

/** So many at most are called urgent on the page of their person. */
const MOST = 3;

/** What the page of a person says of her cases: which of them cannot wait. The cases themselves are a table there. */
export const fallBlick: Ueberblick = {
  recht: "fall.lesen",
  json: () => sql`select coalesce(json_agg(json_build_object('jahr', f.jahr, 'nummer', f.nummer)), '[]') from (
    select e.jahr, e.nummer from ${EACH_OF_SAME} cross join lateral (
      select id, jahr, nummer, begonnen from kim.fall where kreis = p.kreis and person_id = one.id and dringlichkeit = 'sofort'
        and phase not in (${sql.join(ENDEN.map((phase) => sql.lit(phase)))})
      order by begonnen desc, id desc limit ${MOST}) e order by e.begonnen desc, e.id desc limit ${MOST}) f`,
  sagt: (json) => ({ dringend: Faelle.parse(json).map((fall) => `Fall ${aktenzeichen(fall)}: sofort`) }),
};
