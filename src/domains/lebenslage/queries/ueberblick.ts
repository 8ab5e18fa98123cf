import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { OF_SAME, type Ueberblick } from "../../personen/index.ts";
import { giltBis, titelDringend } from "../model/aufenthalt.ts";
import { leistungDringend } from "../model/leistung.ts";

const TAG = z.string().nullable();
const Lage = z.object({
  aufenthalt: z.array(z.object({ name: z.string(), paragraf: TAG, gueltig_bis: TAG, fiktion_bis: TAG })),
  leistung: z.array(z.object({ name: z.string(), beantragt_am: TAG, von: TAG, bis: TAG, vorher_bis: TAG })),
  werdegang: z.array(z.object({ name: z.string() })),
});

/** So many of each are told on the page of a person. */
const MOST = 3;
const HELD = sql`not e.falsch and (e.bis is null or e.bis >= zustaendigkeit.heute()) and e.person_id = ${OF_SAME}`;

/** What the page of a person says of her situation: what holds today, what runs out, for what she waits. */
export const lageBlick: Ueberblick = {
  recht: "person.lesen",
  json: () => sql`select json_build_object(
    'aufenthalt', (select coalesce(json_agg(a), '[]') from (
      select r.name, r.paragraf, e.gueltig_bis, e.fiktion_bis from kim.aufenthalt e
        join ref.aufenthaltsstatus r on r.code = e.status
      where e.kreis = p.kreis and ${HELD} order by e.von desc nulls last, e.id limit 1) a),
    'leistung', (select coalesce(json_agg(l), '[]') from (
      select r.name, e.beantragt_am, e.von, e.bis, e.vorher_bis from kim.leistung e join ref.leistung r on r.code = e.art
      where e.kreis = p.kreis and ${HELD} order by e.von nulls first, e.id limit ${MOST}) l),
    'werdegang', (select coalesce(json_agg(w), '[]') from (
      select r.name from kim.werdegang e join ref.werdegang r on r.code = e.art
      where e.kreis = p.kreis and ${HELD} and r.bereich <> 'abschluss' order by e.von desc nulls last, e.id limit ${MOST}) w))`,
  sagt: (json) => {
    const { aufenthalt, leistung, werdegang } = Lage.parse(json);
    const heute = today();
    const [titel] = aufenthalt;
    const bis = titel === undefined ? null : giltBis(titel);
    const dringend = [
      ...(titel === undefined ? [] : [titelDringend(titel, heute)]),
      ...leistung.map((one) => leistungDringend(one, one.name, heute)),
    ];
    return {
      zeilen: [
        ...(titel === undefined
          ? []
          : [
              `${titel.name}${titel.paragraf === null ? "" : ` (${titel.paragraf})`}${bis === null ? "" : `, gilt bis ${tagText(bis)}`}`,
            ]),
        ...(leistung.length === 0 ? [] : [leistung.map(({ name }) => name).join(", ")]),
        ...(werdegang.length === 0 ? [] : [werdegang.map(({ name }) => name).join(", ")]),
      ],
      dringend: dringend.filter((satz) => satz !== undefined),
    };
  },
  abschnitt: { titel: "Lebenslage", href: (person) => `/personen/${person}/lebenslage` },
};

const ANZAHL = z.number();

/** That there is something to heed, to whoever may read what it is; nothing of it. */
export const schutzBlick: Ueberblick = {
  recht: "schutzbedarf.lesen",
  json: () =>
    sql`select count(*)::int from kim.schutzbedarf e where e.kreis = p.kreis and not e.falsch and e.person_id = ${OF_SAME}`,
  sagt: (json) => {
    const n = ANZAHL.parse(json);
    return n === 0 ? {} : { dringend: ["Schutzbedarf beachten (unter Lebenslage)"] };
  },
};
