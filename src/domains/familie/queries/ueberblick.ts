import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import { anzahl } from "../../../platform/words.ts";
import { OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { ROLLE, ROLLEN, rolleOf } from "../model/beziehung.ts";

const Familie = z.object({
  rollen: z.array(z.object({ art: z.string(), seite: z.enum(["person", "andere"]), n: z.number() })),
  haushalt: z.number(),
});

/** What the page of a person says of her family: how many of what, and how many live together. Names stand on its own page. */
export const familieBlick: Ueberblick = {
  recht: "person.lesen",
  json: () => sql`select json_build_object(
    'rollen', (select coalesce(json_agg(json_build_object('art', r.art, 'seite', r.seite, 'n', r.n)), '[]') from (
      select b.art, 'andere' as seite, count(*) as n from kim.beziehung b
      where b.kreis = p.kreis and b.person_id = ${OF_SAME} and (b.bis is null or b.bis >= zustaendigkeit.heute())
        and (b.andere_id is null or exists (select from kim.person o where o.kreis = b.kreis and o.id = b.andere_id))
      group by b.art
      union all select b.art, 'person', count(*) from kim.beziehung b
        join kim.person o on o.kreis = b.kreis and o.id = b.person_id
      where b.kreis = p.kreis and b.andere_id = ${OF_SAME} and (b.bis is null or b.bis >= zustaendigkeit.heute())
      group by b.art) r),
    'haushalt', (select count(*) from kim.haushalt_person h
      join kim.haushalt_person m on m.kreis = h.kreis and m.haushalt_id = h.haushalt_id and m.bis is null
      where h.kreis = p.kreis and h.person_id = ${OF_SAME} and h.bis is null))`,
  sagt: (json) => {
    const { rollen, haushalt } = Familie.parse(json);
    const counted = new Map<string, number>();
    for (const { art, seite, n } of rollen) {
      const rolle = rolleOf(art, seite);
      counted.set(rolle, (counted.get(rolle) ?? 0) + n);
    }
    const words = ROLLE.flatMap((rolle) => {
      const n = counted.get(rolle) ?? 0;
      return n === 0 ? [] : [n === 1 ? ROLLEN[rolle].wort : anzahl(n, ROLLEN[rolle].wort, ROLLEN[rolle].mehrere)];
    });
    return {
      zeilen: [
        ...(words.length === 0 ? [] : [words.join(", ")]),
        ...(haushalt > 1 ? [`Haushalt mit ${haushalt} Personen`] : []),
      ],
    };
  },
  abschnitt: { titel: "Familie", href: (person) => `/personen/${person}/familie` },
};
