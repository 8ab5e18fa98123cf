import { randomUUID } from "node:crypto";
import type { DB } from "../../db/types/database.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs } from "../../src/platform/db.ts";
import { type Spot, sealText } from "../../src/platform/sealed-text.ts";
import { subjectKeys } from "../../src/platform/tresor/keys.ts";
import type { TestDatabase } from "./db.ts";

/** What becomes of the columns of a copy: an expression over the row `o` it is made of and its number `i`; of a child over both. */
type Set = Readonly<Record<string, string>>;

type Copy = {
  readonly table: keyof DB;
  /** Which row is copied: a condition, of several the first. */
  readonly from: string;
  readonly set: Set;
  /** What lies sealed in it and may not be empty. */
  readonly sealed?: readonly { readonly spot: Spot; readonly text: string }[];
  /** Rows that belong to it, by the column that names it: each is copied along. `n` is the new parent. */
  readonly kids?: readonly { readonly table: keyof DB; readonly by: string; readonly set?: Set }[];
};

const columnsOf = async (db: TestDatabase, table: string): Promise<{ name: string; type: string }[]> =>
  (
    await db.admin(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema || '.' || table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    )
  ).map((row) => ({ name: String(row["name"]), type: String(row["type"]) }));

/** A column as it is copied: what is sealed under another row does not open in this one. */
const exprOf = ({ name, type }: { name: string; type: string }, set: Set, of: string): string =>
  set[name] ?? (name === "id" ? "gen_random_uuid()" : type === "bytea" ? "null" : `${of}.${name}`);

/** So many more of something, from a number on. @throws Error where there is nothing to copy */
async function copies(db: TestDatabase, actor: Actor, person: string, span: readonly [number, number], copy: Copy) {
  const { table, from, set, sealed = [], kids = [] } = copy;
  const key = (await readAs(actor, (tx) => subjectKeys(tx, actor.kreis, [person]))).get(person);
  if (key === undefined) throw new Error("Diese Person hat keinen Schlüssel.");
  const ids = Array.from({ length: span[1] - span[0] }, () => randomUUID());
  const texts = sealed.map(({ spot, text }) => ids.map((id) => sealText(key, { kreis: actor.kreis, id }, spot, text)));
  const given: Set = {
    ...set,
    id: "u.id",
    ...Object.fromEntries(sealed.map(({ spot }, n) => [spot.column, `u.t${n}`])),
  };
  const columns = await columnsOf(db, table);
  const hasId = columns.some(({ name }) => name === "id");
  const grown: string[] = [];
  for (const [k, { table: kid, by, set: more = {} }] of kids.entries()) {
    const own = await columnsOf(db, kid);
    const exprs = own.map((column) => exprOf(column, { [by]: "n.id", kreis: "n.kreis", ...more }, "c"));
    grown.push(`kid${k} as (insert into ${kid} (${own.map(({ name }) => name).join(", ")})
      select ${exprs.join(", ")} from ${kid} c join alt on c.${by} = alt.id cross join neu n returning 1)`);
  }
  const lists = [`$1::uuid[]`, ...texts.map((_, n) => `$${n + 3}::bytea[]`)].join(", ");
  const names = ["id", ...texts.map((_, n) => `t${n}`), "i0"].join(", ");
  const rows = await db.admin(
    `with alt as (select * from ${table} where ${from} order by 1, 2 limit 1),
     neu as (insert into ${table} (${columns.map(({ name }) => name).join(", ")})
       select ${columns.map((column) => exprOf(column, hasId ? given : set, "o")).join(", ")} from alt o
       cross join (select *, $2::int + i0::int as i from unnest(${lists}) with ordinality as v (${names})) u
       returning *)${grown.map((one) => `, ${one}`).join("")}
     select count(*)::int as n from neu`,
    [ids, span[0], ...texts],
  );
  if (rows[0]?.["n"] !== ids.length) throw new Error(`Von ${table} (${from}) ist nichts da, was sich vermehren ließe.`);
}

/** Days before today, one more with each copy. */
const FRUEHER = "(current_date - 30 - u.i)";

/** What years leave in the file of one person: everything of it has ended, so nothing of it is somebody's open work. */
const HISTORY = (person: string, fall: string): readonly (Copy & { readonly mehr?: true })[] => {
  const dies = { person_id: `'${person}'::uuid` };
  const imFall = { fall_id: `'${fall}'::uuid` };
  return [
    {
      mehr: true,
      table: "kim.beratung",
      from: `id in (select beratung_id from kim.beratung_person where person_id = '${person}') and not zurueckgezogen`,
      set: { am: FRUEHER, notiz_schluessel: "null", anschluss_id: "null" },
      kids: [
        { table: "kim.beratung_person", by: "beratung_id", set: { am: "n.am" } },
        { table: "kim.beratung_thema", by: "beratung_id" },
      ],
    },
    {
      table: "kim.verweis",
      from: `person_id = '${person}'`,
      set: {
        ...imFall,
        am: FRUEHER,
        stand: "'angekommen'",
        stand_seit: FRUEHER,
        absage: "null",
        weitergabe_id: "null",
      },
      kids: [{ table: "kim.verweis_schritt", by: "verweis_id" }],
    },
    {
      table: "kim.termin",
      from: `person_id = '${person}'`,
      set: { tag: FRUEHER, stand: "'wahrgenommen'" },
      kids: [{ table: "kim.termin_schritt", by: "termin_id" }],
    },
    {
      table: "kim.frist",
      from: `person_id = '${person}' and art = 'hand' and version = 1`,
      set: { ...imFall, am: FRUEHER, stand: "'erledigt'" },
      sealed: [{ spot: { table: "kim.frist", column: "titel" }, text: "Bescheid" }],
      // What it is now, its last step says.
      kids: [{ table: "kim.frist_schritt", by: "frist_id", set: { stand: "n.stand", tag: "n.am" } }],
    },
    {
      table: "kim.dokument",
      from: `person_id = '${person}' and zurueckgezogen_am is null`,
      set: { am: FRUEHER, zu_fall: `'${fall}'::uuid`, gueltig_bis: "null" },
      sealed: [{ spot: { table: "kim.dokument", column: "schluessel" }, text: "kein Schlüssel" }],
    },
    {
      table: "kim.einwilligung",
      from: `person_id = '${person}' and stand = 'widerrufen'`,
      set: { gueltig_ab: FRUEHER, gueltig_bis: `${FRUEHER} + 1`, beleg_id: "null", form: "'papier'" },
      kids: [{ table: "kim.einwilligung_schritt", by: "einwilligung_id" }],
    },
    {
      table: "kim.einbuergerung",
      from: `stand = 'abgelehnt'`,
      set: { ...dies, stand_seit: FRUEHER, nachfragen_am: "null", zusicherung_bis: "null" },
      kids: [{ table: "kim.einbuergerung_schritt", by: "einbuergerung_id" }],
    },
    {
      table: "kim.fall",
      from: `person_id = '${person}' and phase = 'abgeschlossen'`,
      set: { nummer: "o.nummer + 1000 + u.i", begonnen: FRUEHER, phase_seit: `${FRUEHER} + 1`, nachsorge_am: "null" },
      kids: [{ table: "kim.fall_schritt", by: "fall_id" }],
    },
    {
      table: "kim.vereinbarung",
      from: `fall_id = '${fall}'`,
      set: { am: FRUEHER, stand: "'erledigt'", stand_am: FRUEHER, bis: "null", fallbesprechung_id: "null" },
      sealed: [
        { spot: { table: "kim.vereinbarung", column: "was" }, text: "Antrag stellen" },
        { spot: { table: "kim.vereinbarung", column: "wer" }, text: "Case Management" },
      ],
    },
    { table: "kim.assessment", from: `fall_id = '${fall}'`, set: { am: FRUEHER } },
    {
      table: "kim.hilfeplan_bewertung",
      from: `true`,
      set: {
        ...imFall,
        hilfeplan_id: `(select id from kim.hilfeplan where fall_id = '${fall}' limit 1)`,
        am: FRUEHER,
        folge: "1000 + u.i",
        anlass: "'ueberpruefung'",
        naechste_am: "null",
      },
    },
    {
      table: "kim.hilfeplan",
      from: `fall_id = '${fall}' and vereinbart_am is not null`,
      set: { fassung: "o.fassung + u.i", vereinbart_am: FRUEHER, ueberpruefung_am: FRUEHER },
    },
    {
      table: "kim.person_verlauf",
      from: `person_id is not null`,
      set: { ...dies, folge: "1000 + u.i", am: FRUEHER },
      sealed: [
        {
          spot: { table: "kim.person_verlauf", column: "werte" },
          text: JSON.stringify({ label: "Ort", alt: "Musterdorf", neu: "Beispielstadt" }),
        },
      ],
    },
    {
      // Long over, and read.
      table: "kim.freigabe_akte",
      from: "art = 'abh' and schluessel is not null",
      set: { ...dies, ...imFall, angelegt_am: `${FRUEHER} - 400`, gelesen_bis: "1000", weitergabe_id: "null" },
      sealed: [{ spot: { table: "kim.freigabe_akte", column: "anliegen" }, text: "Perspektive" }],
      kids: [
        {
          table: "kim.freigabe",
          by: "id",
          set: { gueltig_bis: "n.angelegt_am + 20", gesperrt_am: "now()", gesperrt_weil: "'abgelaufen'" },
        },
        { table: "kim.freigabe_schritt", by: "freigabe_id" },
      ],
    },
    ...(["kim.aufenthalt", "kim.leistung", "kim.werdegang"] as const).map((table) => ({
      table,
      from: "not falsch",
      set: { ...dies, von: FRUEHER, bis: `${FRUEHER} + 1` },
    })),
  ];
};

/** Everything in the file of a person and one of her cases so many times; of consultations seven times as many. */
export async function growFile(
  db: TestDatabase,
  actor: Actor,
  { person, fall }: { readonly person: string; readonly fall: string },
  [from, to]: readonly [number, number],
): Promise<void> {
  for (const { mehr, ...copy } of HISTORY(person, fall)) {
    const times = mehr === true ? 7 : 1;
    await copies(db, actor, person, [from * times, to * times], copy);
  }
}
