import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { STAENDE, STAND } from "../model/stand.ts";
import { dauerText, volleMonate } from "../model/tatsachen.ts";

const Offene = z.array(
  z.object({
    id: z.string(),
    stand: z.enum(STAND),
    antrag: z.iso.date().nullable(),
    bis: z.iso.date().nullable(),
    nachfragen: z.iso.date().nullable(),
  }),
);

/** So many at most are named on the page of their person. */
const MOST = 2;

/** What the page of a person says of her naturalisation: how far it is and how long she waits. */
export const einbuergerungBlick: Ueberblick = {
  recht: "person.lesen",
  json: () => sql`select coalesce(json_agg(json_build_object('id', e.id, 'stand', e.stand, 'antrag', e.antrag_am, 'bis', e.zusicherung_bis,
      'nachfragen', e.nachfragen_am)), '[]') from (
    select w.* from ${EACH_OF_SAME} cross join lateral (
      select id, stand, stand_seit, antrag_am, zusicherung_bis, nachfragen_am from kim.einbuergerung
      where kreis = p.kreis and person_id = one.id and stand in ('vorcheck', 'antrag', 'anhoerung', 'zusicherung')
      order by stand_seit desc, id desc limit ${MOST}) w order by w.stand_seit desc, w.id desc limit ${MOST}) e`,
  sagt: (json) => {
    const offene = Offene.parse(json);
    return {
      zeilen: offene.map(({ stand, antrag, bis }) =>
        [
          STAENDE[stand],
          ...(antrag === null ? [] : [`beantragt vor ${dauerText(volleMonate(antrag, today()))}`]),
          ...(bis === null ? [] : [`gilt bis ${tagText(bis)}`]),
        ].join(", "),
      ),
      naechstes: offene.flatMap(({ id, bis, nachfragen }) => [
        ...(bis === null
          ? []
          : [{ am: bis, was: "Zusicherung der Einbürgerung endet", href: `/einbuergerungen/${id}` }]),
        ...(nachfragen === null
          ? []
          : [{ am: nachfragen, was: "Nachfragen: Einbürgerungsbehörde", href: `/einbuergerungen/${id}` }]),
      ]),
    };
  },
  abschnitt: { titel: "Einbürgerung und Aufenthalt", href: (person) => `/personen/${person}/einbuergerung` },
};
