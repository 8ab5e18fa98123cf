import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import { OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { aktenzeichen } from "../model/fall.ts";
import { ENDEN } from "../model/phasen.ts";

const Faelle = z.array(z.object({ jahr: z.number(), nummer: z.number() }));

/** So many at most are called urgent on the page of their person. */
const MOST = 3;

/** What the page of a person says of her cases: which of them cannot wait. The cases themselves are a table there. */
export const fallBlick: Ueberblick = {
  recht: "fall.lesen",
  json: sql`select coalesce(json_agg(json_build_object('jahr', f.jahr, 'nummer', f.nummer)), '[]') from (
    select jahr, nummer from kim.fall where kreis = p.kreis and person_id = ${OF_SAME} and dringlichkeit = 'sofort'
      and phase <> all(${[...ENDEN]}) order by begonnen desc, id desc limit ${MOST}) f`,
  sagt: (json) => ({ dringend: Faelle.parse(json).map((fall) => `Fall ${aktenzeichen(fall)}: sofort`) }),
};
