import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { EACH_OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { NEU } from "./wartendes.ts";
import { ART, ARTEN, STAENDE, STAND, VORHER } from "../model/stand.ts";

const MOST = 3;
/** Among so many of the last ones what goes on is looked for; all of them stand on their own page. */
const LETZTE = 30;
const Zeilen = z.array(
  z.object({ art: z.enum(ART), stand: z.enum(STAND).nullable(), bis: z.iso.date().nullable(), neu: z.boolean() }),
);

/** What the page of a person says of what left her file: to what kind of place, how far, and that somebody answered. */
export const freigabeBlick: Ueberblick = {
  recht: "freigabe.lesen",
  json: () => sql`select coalesce(json_agg(json_build_object('art', x.art, 'stand', x.stand, 'bis', x.gueltig_bis, 'neu', x.neu)), '[]') from (
    select w.art, w.stand, w.gueltig_bis, w.neu from ${EACH_OF_SAME} cross join lateral (
      select a.id, a.angelegt_am, a.art, f.stand, f.gueltig_bis, ${NEU} as neu
      from (select * from kim.freigabe_akte l where l.kreis = p.kreis and l.person_id = one.id
        order by l.angelegt_am desc, l.id desc limit ${LETZTE}) a
      left join kim.freigabe f on f.kreis = a.kreis and f.id = a.id
      where f.gesperrt_am is null and coalesce(f.stand, '') <> 'erledigt'
      order by a.angelegt_am desc, a.id desc limit ${MOST}) w order by w.angelegt_am desc, w.id desc limit ${MOST}) x`,
  sagt: (json) => {
    const zeilen = Zeilen.parse(json);
    return {
      zeilen: zeilen.map(({ art, stand, bis }) =>
        [`${ARTEN[art]}: ${stand === null ? VORHER[art] : STAENDE[stand]}`, bis === null ? "" : `bis ${tagText(bis)}`]
          .filter((one) => one !== "")
          .join(", "),
      ),
      dringend: zeilen.some(({ neu }) => neu) ? ["Antwort auf eine Freigabe ist da: unter Freigaben lesen."] : [],
    };
  },
  abschnitt: { titel: "Freigaben", href: (person) => `/personen/${person}/freigaben` },
};
