import { INSTALLATION_GRANTS, POLICIES, type TablePolicy, type Wall } from "../../db/policies.ts";

/**
 * The form of a setting inside a policy. As a sub-select PostgreSQL reads it once per statement instead of once per row
 * (measured 2.6–4 times faster); Citus refuses sub-selects and wants the bare call, so the form stands in this one place.
 */
const setting = (name: string, type = "text") =>
  type === "text" ? `(select current_setting('app.${name}'))` : `(select current_setting('app.${name}')::${type})`;

const KREIS = `kreis = ${setting("kreis")}`;

/** The second, restrictive wall; each only ever narrows what the Kreis wall lets through. */
const RESTRICTION: Record<Wall, string | undefined> = {
  kreis: undefined,
  traeger: `traeger_id = ${setting("traeger", "uuid")} or ${setting("sicht")} = 'kreis'`,
  konto: `konto_id = ${setting("konto", "uuid")} or ${setting("sicht")} = 'kreis'`,
  schluessel: `traeger_id = ${setting("traeger", "uuid")} or (${setting("sicht")} = 'kreis' and art = 'konto')`,
  akte: `traeger_id = ${setting("traeger", "uuid")} and konto_id = ${setting("konto", "uuid")}`,
};

/** What may be written, where that is more than what may be read. */
const CHECK: Partial<Record<Wall, string>> = {
  schluessel: `traeger_id = ${setting("traeger", "uuid")} or (${setting("sicht")} = 'kreis' and art in ('konto', 'traeger'))`,
};

function policy(p: TablePolicy): string[] {
  const restriction = RESTRICTION[p.wall];
  const lines = [
    `alter table ${p.table} enable row level security`,
    `alter table ${p.table} force row level security`,
    `drop policy if exists kreis_wand on ${p.table}`,
    `create policy kreis_wand on ${p.table} to kim_web, kim_worker using (${KREIS}) with check (${KREIS})`,
    `drop policy if exists innere_wand on ${p.table}`,
  ];
  if (restriction !== undefined) {
    lines.push(
      `create policy innere_wand on ${p.table} as restrictive to kim_web using (${restriction}) with check (${CHECK[p.wall] ?? restriction})`,
    );
  }
  return lines;
}

function grants(p: TablePolicy): string[] {
  const verbs = [
    p.select === true ? "select" : "",
    p.insert ? `insert (${p.insert.join(", ")})` : "",
    p.update ? `update (${p.update.join(", ")})` : "",
    p.delete === true ? "delete" : "",
  ].filter((v) => v !== "");
  return grant(p.table, verbs.join(", "), (p.worker ?? []).join(", "));
}

function grant(table: string, web: string, worker: string): string[] {
  const lines = [`revoke all on ${table} from public, kim_web, kim_worker`];
  if (web !== "") lines.push(`grant ${web} on ${table} to kim_web`);
  if (worker !== "") lines.push(`grant ${worker} on ${table} to kim_worker`);
  return lines;
}

/** The whole of row-level security and grants as SQL; applied again whenever it differs from what was applied last. */
export function policySql(): string {
  const statements = [
    "revoke all on schema ref, kim, tresor, betrieb from public",
    "grant usage on schema ref, kim, tresor, betrieb to kim_web, kim_worker",
    "grant select on all tables in schema ref to kim_web, kim_worker",
    ...POLICIES.flatMap((p) => [...policy(p), ...grants(p)]),
    ...INSTALLATION_GRANTS.flatMap((g) => grant(g.table, g.web, g.worker)),
  ];
  return statements.map((s) => `${s};\n`).join("");
}
