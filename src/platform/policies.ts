import type { Table, Verb, Wall } from "../../db/table.ts";
import { TABLES } from "../../db/tables/index.ts";
import { NOBODY } from "./actor.ts";
import { givenTo } from "./file-tables.ts";

/**
 * The form of a setting inside a policy. As a sub-select PostgreSQL reads it once per statement instead of once per row
 * (measured 2.6–4 times faster); Citus refuses sub-selects and wants the bare call, so the form stands in this one place.
 */
const setting = (name: string, type = "text") =>
  type === "text" ? `(select current_setting('app.${name}'))` : `(select current_setting('app.${name}')::${type})`;

/** Whether an account is in a list of the session; the cast outside tells PostgreSQL that it is one list and no set of rows. */
const isIn = (column: string, list: "konten" | "namentlich") => `${column} = any(${setting(list, "uuid[]")}::uuid[])`;

/** The accounts that one may act for. */
const actsFor = (column: string) => isIn(column, "konten");
const ACTS_FOR = actsFor("konto_id");

const KREIS = `kreis = ${setting("kreis")}`;

/** Kinds of recipients that one is today (db/code/freigabe.sql). */
const RECEIVES = "= any((select freigabe.empfange())::text[])";
const TODAY = "(select zustaendigkeit.heute())";
/** Whoever gave a copy. */
const GIVES = `traeger_id = ${setting("traeger", "uuid")} and ${ACTS_FOR}`;
/** Its recipients: till its last day, only that of a hand-over both sides keep the history. A link has no Träger. */
const TAKES = `art ${RECEIVES} and (an_traeger_id = ${setting("traeger", "uuid")} or art = 'link') and (gueltig_bis >= ${TODAY} or art = 'traeger')`;
/** The copy that a row belongs to, as its walls let it through. */
const copyOf = (table: string, more = "") =>
  `exists (select from kim.freigabe f where f.kreis = ${table}.kreis and f.id = ${table}.freigabe_id${more})`;
const READABLE = ` and f.art ${RECEIVES} and (f.an_traeger_id = ${setting("traeger", "uuid")} or f.art = 'link')
  and f.gesperrt_am is null and f.gueltig_bis >= ${TODAY}
  and (freigabe_inhalt.teil = 'vorschau' or f.art <> 'traeger' or f.angenommen_von = any(${setting("konten", "uuid[]")}::uuid[]))`;

/** Writes what a copy of one's own is made of. */
const OWN_COPY = ` and f.traeger_id = ${setting("traeger", "uuid")} and f.konto_id = any(${setting("konten", "uuid[]")}::uuid[])`;

/** The second, restrictive wall; each only ever narrows what the Kreis wall lets through. */
const RESTRICTION: Record<Wall, string | undefined> = {
  kreis: undefined,
  protokoll: undefined,
  traeger: `traeger_id = ${setting("traeger", "uuid")} or ${setting("sicht")} = 'kreis'`,
  konto: `konto_id = ${setting("konto", "uuid")} or (${setting("konto", "uuid")} = '${NOBODY}' and ${setting("sicht")} = 'kreis')`,
  entwurf: `konto_id = ${setting("konto", "uuid")} and ${ACTS_FOR}`,
  schluessel: `traeger_id = ${setting("traeger", "uuid")} or (${setting("sicht")} = 'kreis' and art = 'konto')`,
  akte: `traeger_id = ${setting("traeger", "uuid")} and ${ACTS_FOR}`,
  freigabe: `(${GIVES}) or (${TAKES})`,
  freigabe_teil: copyOf("freigabe_schritt"),
  kopie: copyOf("freigabe_inhalt", READABLE),
  empfang: `traeger_id = ${setting("traeger", "uuid")} and art ${RECEIVES}`,
  paar: `traeger_id = ${setting("traeger", "uuid")} and ${ACTS_FOR} and ${actsFor("andere_konto_id")}`,
};

/** What may be written, where that is more than what may be read. */
const CHECK: Partial<Record<Wall, string>> = {
  schluessel: `traeger_id = ${setting("traeger", "uuid")} or (${setting("sicht")} = 'kreis' and art in ('konto', 'traeger'))`,
  kopie: copyOf("freigabe_inhalt", OWN_COPY),
  // The first copy makes the key of its recipients, whoever gives it; reading it is another matter.
  empfang: "true",
};

/** One of the page's own files, as the walls of the files let it through: asking for it is asking them. */
const ownFile = (table: string) =>
  `exists (select from ${table} f where f.kreis = schluessel.kreis and f.id = schluessel.id)`;

/** What else holds, for one verb only. */
const FURTHER: Partial<Record<Wall, readonly string[]>> = {
  // A key is destroyed together with what it seals, by whoever keeps that file; a colleague's is out of reach. New keys are
  // first ones: a second version would take the place of one that is in use.
  schluessel: [
    `eigene_akte on tresor.schluessel as restrictive for delete to kim_web using (${["kim.person", "kim.beratung", "kim.uebernahme", "kim.zuweisung_mensch", "kim.zuweisung_zeile"].map(ownFile).join(" or ")})`,
    "erste_fassung on tresor.schluessel as restrictive for insert to kim_web with check (version = 1)",
  ],
  // The time of an event is the database's own, to the instant or to the day; nothing is written into the past.
  // Nobody sends in the name of somebody else.
  freigabe: [`eigene_kopie on kim.freigabe as restrictive for insert to kim_web with check (${GIVES})`],
  protokoll: [
    // Read by whoever watches over one Träger; administering the Kreis opens no log of others.
    `eigener_traeger on kim.protokoll as restrictive for select to kim_web using (traeger_id = ${setting("traeger", "uuid")})`,
    "zeit_der_datenbank on kim.protokoll as restrictive for insert to kim_web, kim_worker with check (zeit in (now(), date_trunc('day', now(), 'Europe/Berlin')))",
  ],
};

/** Files of persons with an Auskunftssperre; asking it must not be asking itself. */
const BLOCKED = "kim.auskunftssperre";

/**
 * The blocked persons among the files one acts for, as one value a statement: each table of a page has this wall, and as a
 * sub-select over the table it cost every page the walls of that table too, once for each.
 */
const BLOCKED_PERSONS = "any((select zustaendigkeit.gesperrte())::uuid[])";

/** Whether a row is about somebody who is blocked, null where it names nobody; undefined for tables that name no person. */
function aboutBlocked({ name, columns }: Table): string | undefined {
  const short = name.replace(/^.*\./, "");
  if (name === BLOCKED || name === "kim.beratung_person") return undefined;
  if (name === "kim.person") return `${short}.id = ${BLOCKED_PERSONS}`;
  // one row, here and below: each of those who are the same person is blocked by herself.
  const blocked = (column: string) => `${column} = ${BLOCKED_PERSONS}`;
  if (name === "kim.beratung")
    return `exists (select from kim.beratung_person x
      where x.kreis = ${short}.kreis and x.beratung_id = ${short}.id and ${blocked("x.person_id")})`;
  return "person_id" in columns ? blocked(`${short}.person_id`) : undefined;
}

/**
 * A third wall before the files of persons with an Auskunftssperre: whoever keeps the file, and whom she named, sees them; a team does
 * not. In the database, so that no list and no search can forget it.
 */
function blockedWall(table: Table): string[] {
  const about = table.wall === "akte" ? aboutBlocked(table) : undefined;
  const lines = [`drop policy if exists auskunftssperre on ${table.name}`];
  if (about !== undefined)
    lines.push(
      `create policy auskunftssperre on ${table.name} as restrictive for select to kim_web using (
        ${isIn("konto_id", "namentlich")} or (${about}) is not true)`,
    );
  return lines;
}

function walls({ name, wall }: Table): string[] {
  if (wall === undefined) return [];
  const restriction = RESTRICTION[wall];
  const lines = [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `drop policy if exists kreis_wand on ${name}`,
    `create policy kreis_wand on ${name} to kim_web, kim_worker using (${KREIS}) with check (${KREIS})`,
    `drop policy if exists innere_wand on ${name}`,
  ];
  if (restriction !== undefined) {
    lines.push(
      `create policy innere_wand on ${name} as restrictive to kim_web using (${restriction}) with check (${CHECK[wall] ?? restriction})`,
    );
  }
  for (const policy of FURTHER[wall] ?? []) {
    lines.push(`drop policy if exists ${policy.split(" as ", 1)[0] ?? ""}`, `create policy ${policy}`);
  }
  return lines;
}

const VERBS = ["select", "insert", "update", "delete"] as const;

/** A verb for whole rows where the table has it, else for the columns that are marked with it; "" for neither. */
function webVerb({ web, columns }: Table, verb: Verb): string {
  if (web.includes(verb)) return verb;
  const marked = Object.entries(columns).filter(([, { verbs }]) => verbs.has(verb));
  return marked.length === 0 ? "" : `${verb} (${marked.map(([name]) => name).join(", ")})`;
}

function workerVerbs(table: Table): string[] {
  const verbs = (table.worker ?? []).map((verb) => {
    if (verb === "insert like web") return webVerb(table, "insert");
    return typeof verb === "string" ? verb : `update (${verb.update.join(", ")})`;
  });
  const given = givenTo(table);
  if (given === undefined) return verbs;
  const update = given.update.length === 0 ? [] : [`update (${given.update.join(", ")})`];
  return [...verbs, `select (${given.select.join(", ")})`, ...update];
}

function grants(table: Table): string[] {
  const web = VERBS.map((verb) => webVerb(table, verb)).filter((verb) => verb !== "");
  const worker = workerVerbs(table);
  // Code lists are granted as a schema; what the installation keeps for itself was never granted to anybody.
  if (table.wall === undefined && web.length + worker.length === 0) return [];
  const lines = [`revoke all on ${table.name} from public, kim_web, kim_worker`];
  if (web.length > 0) lines.push(`grant ${web.join(", ")} on ${table.name} to kim_web`);
  if (worker.length > 0) lines.push(`grant ${worker.join(", ")} on ${table.name} to kim_worker`);
  return lines;
}

/** The whole of row-level security and grants as SQL; applied again whenever it differs from what was applied last. */
export function policySql(): string {
  const statements = [
    "revoke all on schema ref, kim, tresor, betrieb from public",
    "grant usage on schema ref, kim, tresor, betrieb to kim_web, kim_worker",
    "grant select on all tables in schema ref to kim_web, kim_worker",
    ...TABLES.flatMap((table) => [...walls(table), ...grants(table)]),
    // The last: they ask tables that have to be there, with their walls.
    ...TABLES.filter(({ wall }) => wall !== undefined).flatMap(blockedWall),
  ];
  return statements.map((s) => `${s};\n`).join("");
}
