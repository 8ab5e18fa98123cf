import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { birthToken, nameTokens } from "../../src/domains/personen/model/namen.ts";
import { tokenHashes } from "../../src/domains/personen/rows/search-tokens.ts";
import { sealBirth, sealName } from "../../src/domains/personen/queries/sealed.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { newDataKey, type TraegerKey, wrapDataKey } from "../../src/platform/tresor.ts";
import { createTraegerKey } from "../../src/platform/tresor/keys.ts";

const KREIS = "05382";
const BATCH = 1000;

export type Invented = {
  readonly id: string;
  readonly kontoId: string;
  readonly vorname: string;
  readonly nachname: string;
  readonly geburtsdatum: string;
};

/** The same numbers on every run. */
let state = 42;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

function pick<T>(list: readonly T[], skew: number): T {
  const found = list[Math.floor(list.length * random() ** skew)];
  if (found === undefined) throw new Error("Nothing to pick from.");
  return found;
}

const SYLLABLES =
  "ba be da di fa fi ga ha he ja ka ki la le li ma me mi mo na ni no ra re ri ro sa se su ta te to va vi ya ye za".split(
    " ",
  );
const ENDINGS = ["n", "r", "d", "m", "k", "s", "l", "h", "", "", "", "dan", "rin", "nov", "ski", "ashi"];

/** Invented names of two or three syllables. */
const invent = (count: number) =>
  Array.from({ length: count }, () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES, 1.6)).join("");
    return word.charAt(0).toUpperCase() + word.slice(1) + pick(ENDINGS, 1);
  });

const day = () =>
  new Date(Date.UTC(1950 + Math.floor(random() * 60), Math.floor(random() * 12), 1 + Math.floor(random() * 28)))
    .toISOString()
    .slice(0, 10);

/**
 * Fills an empty database with persons of one Träger, spread over its accounts, as the application would have stored
 * them. A few names are frequent and most are rare, as in life. Returns one account and the persons that belong to it.
 */
export async function fill(admin: Client, count: number, accounts: number) {
  const traegerId = randomUUID();
  const kontoIds = Array.from({ length: accounts }, () => randomUUID());
  const actor: Actor = { ...systemActor(KREIS, traegerId), kontoId: kontoIds[0] ?? randomUUID(), sicht: "eigene" };
  await admin.query("insert into betrieb.mandant (kreis) values ($1)", [KREIS]);
  await admin.query("insert into kim.traeger (kreis, id, name, art) values ($1, $2, 'Musterverband', 'wohlfahrt')", [
    KREIS,
    traegerId,
  ]);
  const traeger = await writeAs(actor, (tx) => createTraegerKey(tx, KREIS, traegerId));
  const [given, family] = [invent(800), invent(6000)];
  const people: Invented[] = Array.from({ length: count }, () => ({
    id: randomUUID(),
    kontoId: pick(kontoIds, 1),
    vorname: pick(given, 2),
    nachname: pick(family, 2),
    geburtsdatum: day(),
  }));
  // Foreign keys are not checked for each of some million rows: they are right by the way they are made.
  await admin.query("set session_replication_role = replica");
  for (let at = 0; at < count; at += BATCH) await store(admin, actor, traeger, people.slice(at, at + BATCH));
  await admin.query("vacuum analyze kim.person_token");
  await admin.query("vacuum analyze kim.person");
  await admin.query("vacuum analyze tresor.schluessel");
  return { actor, people: people.filter((person) => person.kontoId === actor.kontoId) };
}

async function store(admin: Client, actor: Actor, traeger: TraegerKey, people: readonly Invented[]): Promise<void> {
  const sealed = people.map((person) => {
    const row = { kreis: KREIS, id: person.id };
    const key = newDataKey();
    const place = { kreis: KREIS, table: "tresor.schluessel", row: person.id, column: "verpackt" };
    return {
      name: sealName(key, row, person),
      birth: sealBirth(key, row, person.geburtsdatum),
      key: wrapDataKey(traeger, key, place),
    };
  });
  const ids = people.map((person) => person.id);
  const owner = [KREIS, actor.traegerId];
  await admin.query(
    `insert into kim.person (kreis, traeger_id, id, konto_id, name, geburtsdatum)
     select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::bytea[], $6::bytea[])`,
    [...owner, ids, people.map((p) => p.kontoId), sealed.map((s) => s.name), sealed.map((s) => s.birth)],
  );
  await admin.query(
    `insert into tresor.schluessel (kreis, traeger_id, version, art, id, verpackt)
     select $1, $2, 1, 'person', * from unnest($3::uuid[], $4::bytea[])`,
    [...owner, ids, sealed.map((s) => s.key)],
  );
  const tokens = await readAs(actor, async (tx) => {
    const rows: { token: number; id: string; kontoId: string }[] = [];
    for (const { id, kontoId, vorname, nachname, geburtsdatum } of people) {
      const texts = [...nameTokens(`${vorname} ${nachname}`), birthToken(geburtsdatum)];
      for (const token of await tokenHashes(tx, actor, texts)) rows.push({ token, id, kontoId });
    }
    return rows;
  });
  await admin.query(
    `insert into kim.person_token (kreis, traeger_id, token, person_id, konto_id)
     select $1, $2, * from unnest($3::bigint[], $4::uuid[], $5::uuid[])`,
    [...owner, tokens.map((t) => t.token), tokens.map((t) => t.id), tokens.map((t) => t.kontoId)],
  );
}
