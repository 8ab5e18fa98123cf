import { type Actor, systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import { FILES_WITH_WRITER, FILE_ROOTS } from "../../../platform/file-tables.ts";
import { zusammen } from "../model/uebergabe.ts";
import { countOpenWork, takeBackUnreceived } from "./count-open-work.ts";

type Asked = {
  readonly id: string;
  readonly von: string;
  readonly an: string;
  readonly gegeben: string;
  readonly traegerId: string;
  readonly person: string | null;
  readonly hoechstens: number | null;
  readonly rest: boolean;
};

/**
 * Carries out one hand-over, once; nothing happens where it was done, taken back, or is not confirmed. Where nobody is left to take
 * over, it says so at once.
 */
export async function carryOut({ kreis, id }: { readonly kreis: string; readonly id: string }): Promise<void> {
  await writeAs(systemActor(kreis), async (tx) => {
    const asked = await askedFor(tx, kreis, id);
    if (asked === undefined) return takeBackUnreceived(tx, kreis);
    const personen = await personsOf(tx, kreis, asked);
    const beratungen = await move(tx, kreis, asked, personen);
    await sql`update kim.uebergabe set getan = now(), personen = ${personen.length}, beratungen = ${beratungen.beratungen},
      listen = ${beratungen.listen} where kreis = ${kreis} and id = ${id}::uuid`.execute(tx);
    const actor: Actor = { ...systemActor(kreis, asked.traegerId), kontoId: asked.gegeben };
    for (const person of personen)
      await recordEvent(tx, actor, { art: "person.uebergeben", gegenstand: { art: "person", id: person }, zweck: id });
    await recordEvent(tx, actor, { art: "uebergabe.getan", gegenstand: { art: "uebergabe", id } });
    await countOpenWork(tx, kreis);
  });
}

/** What is to be done, held until it is; the receiver must still counsel. */
async function askedFor(tx: Tx, kreis: string, id: string): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`
    select id, von_konto as von, an_konto as an, gegeben_von as gegeben, traeger_id as "traegerId", person_id as person,
      hoechstens, rest
    from kim.uebergabe
    where kreis = ${kreis} and id = ${id}::uuid and getan is null and zurueck_von is null
      and (gegeben_von = von_konto or bestaetigt_von is not null) and zustaendigkeit.darf(kreis, an_konto, 'beraten')
    for no key update`.execute(tx);
  return rows[0];
}

/** The persons that go: one, all, or so many of those who were recorded first, with whoever was counselled together with them or is the same. */
async function personsOf(tx: Tx, kreis: string, { von, person, hoechstens }: Asked): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from kim.person p where p.kreis = ${kreis} and p.konto_id = ${von}::uuid
      and (${person}::uuid is null or coalesce(p.zusammengefuehrt_in, p.id) =
        (select coalesce(z.zusammengefuehrt_in, z.id) from kim.person z where z.kreis = ${kreis} and z.id = ${person}::uuid))
    order by p.erfasst_am, p.id for no key update`.execute(tx);
  const all = rows.map((row) => row.id);
  if (hoechstens === null) return all;
  // Who was counselled together, and who is the same person.
  const groups = await sql<{ gruppe: string; personen: string[] }>`
    select beratung_id as gruppe, array_agg(person_id::text) as personen from kim.beratung_person
    where kreis = ${kreis} and konto_id = ${von}::uuid group by beratung_id having count(*) > 1
    union all
    select zusammengefuehrt_in, array_agg(id::text) || zusammengefuehrt_in::text from kim.person
    where kreis = ${kreis} and konto_id = ${von}::uuid and zusammengefuehrt_in is not null group by zusammengefuehrt_in`.execute(
    tx,
  );
  return zusammen(all, new Map(groups.rows.map((row) => [row.gruppe, row.personen])), hoechstens);
}

async function move(tx: Tx, kreis: string, asked: Asked, personen: readonly string[]) {
  const { von, an, id, rest } = asked;
  const whose = sql`kreis = ${kreis} and konto_id = ${von}::uuid`;
  // Who wrote a row stays known when it changes its account.
  for (const name of FILES_WITH_WRITER)
    await sql`update ${sql.table(name)} set erfasst_von = konto_id where ${whose} and erfasst_von is null`.execute(tx);
  const to = sql`konto_id = ${an}::uuid`;
  await sql`update kim.person set ${to}, uebergabe_id = ${id}::uuid where ${whose} and id = any(${[...personen]}::uuid[])`.execute(
    tx,
  );
  // A consultation goes with its persons, once none of them is left in the file.
  const gone = await sql`update kim.beratung b set ${to} where ${whose}
    and exists (select from kim.beratung_person l where l.kreis = b.kreis and l.beratung_id = b.id)
    and not exists (select from kim.beratung_person l join kim.person p on p.kreis = l.kreis and p.id = l.person_id
      where l.kreis = b.kreis and l.beratung_id = b.id and p.konto_id = ${von}::uuid)`.execute(tx);
  const moved = new Map<string, number>([["kim.beratung", Number(gone.numAffectedRows ?? 0n)]]);
  if (rest)
    for (const table of FILE_ROOTS) {
      const { numAffectedRows = 0n } = await sql`update ${sql.table(table)} set ${to} where ${whose}
        and ${table === "kim.person" ? sql`false` : sql`true`}`.execute(tx);
      moved.set(table, (moved.get(table) ?? 0) + Number(numAffectedRows));
    }
  await forgetDrafts(tx, kreis, asked, personen);
  return { beratungen: moved.get("kim.beratung") ?? 0, listen: moved.get("kim.uebernahme") ?? 0 };
}

/** What the giver had begun to write about a file that is not hers any more goes; nobody else could read it. */
const forgetDrafts = (tx: Tx, kreis: string, { von, an }: Asked, personen: readonly string[]) =>
  sql`delete from kim.entwurf where kreis = ${kreis} and konto_id = ${von}::uuid and (gegenstand = any(${[...personen]}::uuid[])
    or gegenstand in (select id from kim.beratung where kreis = ${kreis} and konto_id = ${an}::uuid))`.execute(tx);
