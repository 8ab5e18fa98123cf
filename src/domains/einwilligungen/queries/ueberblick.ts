import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { nochMinderjaehrig } from "./volljaehrig.ts";
import { ZWECK, ZWECKE } from "../model/zwecke.ts";

const Gueltige = z.array(z.object({ zweck: z.enum(ZWECK), bis: z.iso.date().nullable() }));

/** So many at most are named on the page of their person. */
const MOST = 3;
/** Somebody should be asked again before a consent has run out. */
const BALD = 30;

/** What the page of a person says of her consents: which hold, and which soon do not. To whom, their own page says. */
export const einwilligungBlick: Ueberblick = {
  recht: "einwilligung.lesen",
  json: (
    heute,
  ) => sql`select coalesce(json_agg(json_build_object('zweck', v.zweck, 'bis', least(v.gueltig_bis, v.volljaehrig_monat))), '[]') from (
    select w.* from ${EACH_OF_SAME} cross join lateral (
      select e.id, e.zweck, e.gueltig_bis, e.volljaehrig_monat from kim.einwilligung e
      where e.kreis = p.kreis and e.person_id = one.id and e.stand in ('erteilt', 'eingeschraenkt')
        and coalesce(e.gueltig_bis, 'infinity') >= ${heute}::date and ${nochMinderjaehrig(heute)}
      order by coalesce(e.gueltig_bis, 'infinity'), e.id limit ${MOST}) w
    order by least(w.gueltig_bis, w.volljaehrig_monat) nulls last, w.id limit ${MOST}) v`,
  sagt: (json) => {
    const gueltige = Gueltige.parse(json);
    const bald = gueltige.flatMap(({ zweck, bis }) =>
      bis !== null && Date.parse(bis) - Date.parse(today()) < BALD * 86_400_000
        ? [{ am: bis, was: `Einwilligung läuft ab: ${ZWECKE[zweck]}` }]
        : [],
    );
    return { zeilen: gueltige.map(({ zweck }) => ZWECKE[zweck]), naechstes: bald };
  },
  abschnitt: { titel: "Einwilligungen", href: (person) => `/personen/${person}/einwilligungen` },
};
