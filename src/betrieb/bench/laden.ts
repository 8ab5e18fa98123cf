import { beratungRows, fassungRow, noteKeyId } from "../../domains/beratungen/index.ts";
import { type KnownWords, personRows, tokenRows } from "../../domains/personen/index.ts";
import { type Actor, systemActor } from "../../platform/actor.ts";
import { readAs } from "../../platform/db.ts";
import type { Administrator, Rows } from "../../platform/postgres/administrator.ts";
import type { DataKey, TraegerKey } from "../../platform/tresor.ts";
import { type SearchKey, searchHash, searchKey } from "../../platform/tresor/hash.ts";
import { newSubjectKeys, subjectKeys, traegerKey } from "../../platform/tresor/keys.ts";
import { type Erfunden, erfinde } from "./erfinden.ts";
import { LETZTER_TAG, type Schub } from "./plan.ts";

/** Who recorded it, and where. */
export type Berater = Pick<Actor, "kreis" | "traegerId" | "kontoId"> & {
  readonly ags: string;
  readonly standortId: string;
};

/** The keys of a Träger, read once through its wall. */
export type Schluessel = { readonly traeger: TraegerKey; readonly eigener: DataKey; readonly suche: SearchKey };

export const schluesselVon = ({ kreis, traegerId }: Berater): Promise<Schluessel> =>
  readAs(systemActor(kreis, traegerId), async (tx) => {
    const traeger = await traegerKey(tx, kreis, traegerId);
    const eigener = (await subjectKeys(tx, kreis, [traegerId])).get(traegerId);
    if (eigener === undefined) throw new Error(`Der Träger ${traegerId} hat keinen Datenschlüssel.`);
    return { traeger, eigener, suche: searchKey(traeger) };
  });

export const TABELLEN = [
  "tresor.schluessel",
  "kim.person",
  "kim.person_sprache",
  "kim.person_token",
  "kim.beratung",
  "kim.beratung_thema",
  "kim.beratung_person",
  "kim.beratung_fassung",
  "kim.protokoll",
] as const;
type Tabellen = Readonly<Record<(typeof TABELLEN)[number], Rows>>;

// Names are taken from lists: a word comes again and again, and so do its tokens under the key of one Träger.
const words: KnownWords = new Map();
const hashes = new WeakMap<SearchKey, Map<string, number>>();

function hasher(key: SearchKey): (token: string) => number {
  const known = hashes.get(key) ?? new Map<string, number>();
  hashes.set(key, known);
  return (token) => {
    const hash = known.get(token) ?? searchHash(key, token);
    known.set(token, hash);
    return hash;
  };
}

/** What one part is stored as, by table, as the commands of the application would have stored it. */
export function tabellenVon(schub: Schub, berater: Berater, keys: Schluessel): Tabellen {
  const { kreis, traegerId } = berater;
  const erfunden = erfinde(schub.nummer, schub.beratungen, berater);
  const personen = erfunden.personen;
  const ofPersons = newSubjectKeys(
    keys.traeger,
    { kreis, art: "person", traegerId },
    personen.map(({ id }) => id),
  );
  const ofGroups = newSubjectKeys(keys.traeger, { kreis, art: "beratung", traegerId }, gruppen(berater, erfunden));
  const byId = new Map([...ofPersons.keys, ...ofGroups.keys, [traegerId, keys.eigener] as const]);
  const person = personRows(berater, byId, personen);
  const rows = beratungRows(berater, byId, erfunden.beratungen);
  const ersetzt = new Map(erfunden.fassungen.map(({ beratung, art }) => [beratung.id, art]));
  return {
    "tresor.schluessel": [...ofPersons.rows, ...ofGroups.rows],
    "kim.person": person.person,
    "kim.person_sprache": person.sprache,
    // In the order of the index: what lies together is written together.
    "kim.person_token": tokenRows(berater, personen, hasher(keys.suche), words).toSorted((a, b) => a.token - b.token),
    "kim.beratung": rows.beratung.map((row) => ({
      ...row,
      zurueckgezogen: ersetzt.get(row.id) === "rueckzug",
      version: ersetzt.has(row.id) ? 2 : 1,
    })),
    "kim.beratung_thema": rows.thema,
    "kim.beratung_person": rows.person,
    "kim.beratung_fassung": fassungen(berater, erfunden, byId),
    "kim.protokoll": protokoll(berater, erfunden),
  };
}

/** Consultations with several persons whose texts need a key of their own. */
const gruppen = ({ traegerId }: Berater, { beratungen, fassungen: ersetzt }: Erfunden): string[] => {
  const corrected = new Set(ersetzt.map(({ beratung }) => beratung.id));
  return beratungen
    .filter((b) => (b.notiz !== "" || corrected.has(b.id)) && noteKeyId(traegerId, b) === b.id)
    .map(({ id }) => id);
};

function fassungen(berater: Berater, erfunden: Erfunden, keys: ReadonlyMap<string, DataKey>): Rows {
  return erfunden.fassungen.flatMap(({ beratung, art }) => {
    const id = noteKeyId(berater.traegerId, beratung);
    const key = keys.get(id);
    if (key === undefined) return [];
    const notiz = art === "korrektur" && beratung.notiz !== "" ? beratung.notiz : undefined;
    const texts = { notiz, grund: "Erfunden: falsch eingetragen." };
    return { ...fassungRow(berater, { id, key }, { ...beratung, version: 1 }, art, texts), am: LETZTER_TAG };
  });
}

function protokoll({ kreis, traegerId, kontoId }: Berater, { personen, beratungen }: Erfunden): Rows {
  const event = (art: string, gegenstand: string, id: string, zeit: string) => ({
    kreis,
    traeger_id: traegerId,
    konto_id: kontoId,
    art,
    gegenstand_art: gegenstand,
    gegenstand_id: id,
    zeit: `${zeit} 00:00+01`,
  });
  return [
    ...personen.map(({ id, erfasstAm }) => event("person.angelegt", "person", id, erfasstAm)),
    ...beratungen.map(({ id, am }) => event("beratung.erfasst", "beratung", id, am)),
  ];
}

/** Loads one part in one transaction and notes its number, so that no part is loaded twice. */
export async function ladeSchub(admin: Administrator, nummer: number, tabellen: Tabellen): Promise<void> {
  await admin.query("begin; set local session_replication_role = replica; set local synchronous_commit = off");
  try {
    for (const [table, rows] of Object.entries(tabellen)) await admin.copy(table, rows);
    await admin.query("insert into bench.schub (nummer) values ($1)", [nummer]);
    await admin.query("commit");
  } catch (error) {
    await admin.query("rollback");
    throw error;
  }
}
