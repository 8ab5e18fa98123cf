import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { ZWECK, ZWECKE } from "../model/zwecke.ts";

const Gueltige = z.array(z.object({ zweck: z.enum(ZWECK), bis: z.iso.date().nullable() }));

/** So many at most are named on the page of their person. */
const MOST = 3;
/** Somebody should be asked again before a consent has run out. */
const BALD = 30;

/** What the page of a person says of her consents: which hold, and which soon do not. To whom, their own page says. */
export const einwilligungBlick: Ueberblick = {
  recht: "einwilligung.lesen",
  json: sql`select coalesce(json_agg(json_build_object('zweck', e.zweck, 'bis', e.gueltig_bis)), '[]') from (
    select w.zweck, w.gueltig_bis from ${EACH_OF_SAME} cross join lateral (
      select id, zweck, gueltig_bis from kim.einwilligung where kreis = p.kreis and person_id = one.id
      and stand in ('erteilt', 'eingeschraenkt') and coalesce(gueltig_bis, 'infinity') >= ${today()}
      order by coalesce(gueltig_bis, 'infinity'), id limit ${MOST}) w order by w.gueltig_bis nulls last, w.id limit ${MOST}) e`,
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
