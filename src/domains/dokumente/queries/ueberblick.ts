import { z } from "zod";
import { sql } from "../../../platform/db.ts";
import { anzahl } from "../../../platform/words.ts";
import { EACH_OF_SAME, OF_SAME, type Ueberblick } from "../../personen/index.ts";

const Blick = z.object({ n: z.number(), bald: z.array(z.object({ name: z.string(), bis: z.iso.date() })) });

/** A paper that runs out within so many days is told. */
const BALD_TAGE = 60;
const MOST = 3;
/** More are not counted one by one. */
const MANY = 99;

/** What the page of a person says of her documents: how many, and which run out. */
export const dokumentBlick: Ueberblick = {
  recht: "dokument.lesen",
  json: (heute) => sql`select json_build_object(
    'n', (select count(*) from (select from kim.dokument d where d.kreis = p.kreis and d.person_id = ${OF_SAME}
      and d.zurueckgezogen_am is null limit ${MANY + 1}) x),
    'bald', (select coalesce(json_agg(b), '[]') from (
      select r.name, d.gueltig_bis as bis from ${EACH_OF_SAME} cross join lateral (
        select id, art, gueltig_bis from kim.dokument where kreis = p.kreis and person_id = one.id and zurueckgezogen_am is null
          and gueltig_bis between ${heute}::date and ${heute}::date + ${BALD_TAGE}::int
        order by gueltig_bis, id limit ${MOST}) d
      join ref.dokumentart r on r.code = d.art
      order by d.gueltig_bis, d.id limit ${MOST}) b))`,
  sagt: (json) => {
    const { n, bald } = Blick.parse(json);
    const zahl = n > MANY ? `mehr als ${MANY} Dokumente` : anzahl(n, "Dokument", "Dokumente");
    return {
      zeilen: n === 0 ? [] : [zahl],
      naechstes: bald.map(({ name, bis }) => ({ am: bis, was: `Läuft ab: ${name}` })),
    };
  },
  abschnitt: { titel: "Dokumente", href: (person) => `/personen/${person}/dokumente` },
};
