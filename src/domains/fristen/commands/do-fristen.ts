import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { holdNext } from "../../../platform/held.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Frist, fristenByIds } from "../queries/frist.ts";
import { type Stand, type Tun, hindernis } from "../model/frist.ts";
import { writeSchritt } from "../rows/schritt.ts";

type Gewaehlt = readonly { readonly id: string; readonly version: number }[];

/** What is done with all of them, and why. `am`: the new day (ISO). */
export type Vorhaben = { readonly tun: Tun; readonly grund: string | null; readonly am?: string };

const DANACH: Readonly<Record<Tun, Stand>> = {
  erledigen: "erledigt",
  verwerfen: "verworfen",
  verschieben: "offen",
  oeffnen: "offen",
};
const EREIGNIS: Readonly<Record<Tun, string>> = {
  erledigen: "frist.erledigt",
  verwerfen: "frist.verworfen",
  verschieben: "frist.verschoben",
  oeffnen: "frist.wieder_offen",
};

/** Holds some Fristen, in the order of their ids, and reads them. @throws NotFound where one is missing, or not one's own */
export async function holdFristen(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Frist[]> {
  holdNext(tx, "kim.frist");
  await sql`select from kim.frist where id = ${anyOf(ids)} order by id for no key update`.execute(tx);
  const found = await fristenByIds(tx, actor, ids);
  if (found.length < new Set(ids).size) throw new NotFound();
  return found;
}

/**
 * Closes, moves or opens some Fristen, all or none. Returns under which id it can be taken back.
 * @throws NotFound, Refused where one of them changed meanwhile or does not allow it
 */
export async function doFristen(
  tx: Tx,
  actor: Actor,
  gewaehlt: Gewaehlt,
  { tun, grund, am }: Vorhaben,
): Promise<string> {
  const found = await holdFristen(
    tx,
    actor,
    gewaehlt.map(({ id }) => id),
  );
  if (found.length === 0) throw new Refused("Wählen Sie mindestens eine Frist.");
  refuse(found, gewaehlt, tun);
  const keys = await keysOf(tx, actor, found, grund);
  const lauf = randomUUID();
  for (const frist of found) {
    const danach = { am: am ?? frist.am, stand: DANACH[tun], version: frist.version + 1 };
    await change(tx, actor, frist, danach, keys, { grund, lauf });
    await recordEvent(tx, actor, { art: EREIGNIS[tun], gegenstand: { art: "frist", id: frist.id } });
  }
  return lauf;
}

function refuse(found: readonly Frist[], gewaehlt: Gewaehlt, tun: Tun): void {
  const versions = new Map(gewaehlt.map(({ id, version }) => [id, version]));
  const stale = found.filter(({ id, version }) => versions.get(id) !== version);
  if (stale.length > 0) {
    throw new Refused("Inzwischen hat sich eine dieser Fristen geändert. Sehen Sie sich die Liste noch einmal an.");
  }
  const reasons = new Set(found.map((frist) => hindernis(frist, tun)).filter((why) => why !== undefined));
  const [first] = reasons;
  if (first === undefined) return;
  throw new Refused(found.length === 1 ? first : `Mit einer der gewählten geht das nicht: ${first}`);
}

/** The keys that a reason is sealed with; none where there is no reason. */
export const keysOf = async (tx: Tx, actor: Actor, fristen: readonly Frist[], grund: string | null) =>
  grund === null
    ? new Map<string, DataKey>()
    : subjectKeys(tx, actor.kreis, [...new Set(fristen.map(({ personId }) => personId))]);

type Danach = { readonly am: string; readonly stand: Stand; readonly version: number };
type Dazu = { readonly grund: string | null; readonly lauf: string; readonly zurueck?: boolean };

/** One Frist becomes what it is then, and its history says so. */
export async function change(
  tx: Tx,
  actor: Actor,
  { id, personId, kontoId }: Frist,
  danach: Danach,
  keys: ReadonlyMap<string, DataKey>,
  dazu: Dazu,
): Promise<void> {
  await tx.updateTable("kim.frist").set(danach).where("id", "=", id).execute();
  const whose = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: kontoId };
  await writeSchritt(tx, actor, { ...whose, id, ...danach }, keys.get(personId), dazu);
}
