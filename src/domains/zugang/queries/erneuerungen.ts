import { type Actor, isReleased } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { keyedHash } from "../../../platform/tresor/hash.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { ArtDerErneuerung, type ErneuerungArt, WegDerFreigabe } from "../model/erneuerung.ts";
import { hasFormerWege } from "../rows/anmeldewege.ts";
import { openWer } from "../rows/erneuerungen.ts";
import { CONFIRMING } from "../model/rollen.ts";
import { kontoNames } from "./kontodaten.ts";

/** One renewal of a way in. `wer` and `freiWer` are names with roles; `frei` is since when the files are open again. */
export type Erneuerung = {
  readonly id: string;
  readonly kontoId: string;
  readonly art: ErneuerungArt;
  readonly von: string;
  readonly wer: string;
  readonly am: Date;
  readonly angenommen: Date | null;
  readonly frei: Date | null;
  readonly freiDurch: "app" | "code" | "person" | undefined;
  readonly freiWer: string | undefined;
  readonly gesehen: boolean;
};

const GONE = "unbekannt";

const erneuerungen = (tx: Tx) =>
  tx
    .selectFrom("kim.erneuerung")
    .select([
      "id",
      "konto_id",
      "art",
      "von",
      "von_wer",
      "am",
      "angenommen",
      "frei",
      "frei_durch",
      "frei_wer",
      "gesehen",
    ])
    .orderBy("am", "desc")
    .orderBy("id", "desc");

type Row = Awaited<ReturnType<ReturnType<typeof erneuerungen>["execute"]>>[number];

function opened(kreis: string, keys: ReadonlyMap<string, DataKey>, row: Row): Erneuerung {
  const key = keys.get(row.konto_id);
  const { id, von, am, angenommen, frei } = row;
  return {
    id,
    von,
    am,
    angenommen,
    frei,
    kontoId: row.konto_id,
    art: ArtDerErneuerung.parse(row.art),
    wer: key === undefined ? GONE : openWer(key, kreis, id, "von_wer", row.von_wer),
    freiDurch: WegDerFreigabe.safeParse(row.frei_durch).data,
    freiWer: key === undefined || row.frei_wer === null ? undefined : openWer(key, kreis, id, "frei_wer", row.frei_wer),
    gesehen: row.gesehen !== null,
  };
}

/** The renewals of one's own account that one has not read yet, the newest first, and what there is to prove by. */
export type EigeneErneuerungen = {
  readonly neu: readonly Erneuerung[];
  /** Whether the app or codes of before are still there to prove by. */
  readonly nachweisbar: boolean;
  /** What somebody who confirms reads off this person's screen; undefined when nothing waits. */
  readonly nummer: string | undefined;
  /** Names of those who may confirm. */
  readonly bestaetigende: readonly string[];
};

export async function eigeneErneuerungen(tx: Tx, actor: Actor): Promise<EigeneErneuerungen> {
  const { kreis, kontoId } = actor;
  const rows = await erneuerungen(tx).where("konto_id", "=", kontoId).where("gesehen", "is", null).execute();
  const keys = await subjectKeys(tx, kreis, [kontoId]);
  const neu = rows.map((row) => opened(kreis, keys, row));
  const waiting = neu.filter((e) => e.frei === null);
  return {
    neu,
    nachweisbar: waiting.length > 0 && (await hasFormerWege(tx, actor)),
    nummer: nummerOf(waiting),
    bestaetigende: waiting.length === 0 ? [] : await bestaetigende(tx, actor, { konto: actor, waiting }),
  };
}

/**
 * Six digits that show whose screen it is: of the newest renewal that waits, and of the very moment its link was used. Who
 * used another link, or was not told of it, has other ones. Undefined as long as no link was used.
 */
export function nummerOf(waiting: readonly Pick<Erneuerung, "id" | "angenommen">[]): string | undefined {
  const [newest] = waiting;
  if (newest === undefined || newest.angenommen === null) return undefined;
  const print = keyedHash("bestaetigung", `${newest.id}:${newest.angenommen.toISOString()}`);
  return String(print.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** Roles held today that confirm, of accounts that can sign in, and to which a second person agreed. */
const witnesses = (tx: Tx) =>
  tx
    .selectFrom("kim.rolle as r")
    .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "r.kreis").onRef("k.id", "=", "r.konto_id"))
    .select("k.id")
    .where("r.rolle", "=", anyOf(CONFIRMING))
    .where("r.von", "<=", today())
    .where((eb) => eb.or([eb("r.bis", "is", null), eb("r.bis", ">=", today())]))
    .where("r.zugestimmt_von", "is not", null)
    .where("k.status", "=", "aktiv");

/** Whether somebody counts as the second person: two have appointed her (decision 0025). */
export const isWitness = async (tx: Tx, actor: Actor): Promise<boolean> =>
  (await witnesses(tx).where("k.id", "=", actor.kontoId).executeTakeFirst()) !== undefined;

type Waiting = readonly Pick<Erneuerung, "von">[];

/** Names of those who may confirm an account: of its Träger, their own files open, neither the account nor who renewed it. */
export async function bestaetigende(
  tx: Tx,
  actor: Actor,
  of: { readonly konto: { readonly kontoId: string; readonly traegerId: string }; readonly waiting: Waiting },
): Promise<string[]> {
  const closed = tx.selectFrom("kim.erneuerung").select("konto_id").where("frei", "is", null);
  const rows = await witnesses(tx)
    .where("r.traeger_id", "=", of.konto.traegerId)
    .where("k.id", "not in", closed)
    .execute();
  const not = new Set([of.konto.kontoId, ...of.waiting.map((e) => e.von)]);
  const names = await kontoNames(
    tx,
    actor.kreis,
    [...new Set(rows.map((row) => row.id))].filter((id) => !not.has(id)),
  );
  return [...names.values()].toSorted((a, b) => a.localeCompare(b, "de"));
}

/** Why somebody may not confirm an account, as a sentence that says what to do; undefined when she or he may. */
export function obstacle(
  actor: Actor,
  witness: boolean,
  kontoId: string,
  waiting: readonly Erneuerung[],
): string | undefined {
  if (waiting.length === 0) return "Hier wartet nichts mehr: Die Akten sind schon wieder offen.";
  if (kontoId === actor.kontoId) return "Den eigenen Zugang kann niemand selbst bestätigen. Bitten Sie jemand anderen.";
  if (waiting.some((e) => e.von === actor.kontoId))
    return "Sie haben diesen Zugang selbst erneuert. Bestätigen muss ihn jemand anderes.";
  if (!isReleased(actor))
    return "Ihr eigener Zugang wurde erneuert und ist noch nicht bestätigt. Solange können Sie niemanden bestätigen.";
  if (!witness)
    return "Ihrer Rolle hat noch niemand zweites zugestimmt. Das steht unten auf der Seite „Erneuerte Zugänge“.";
  if (nummerOf(waiting) === undefined)
    return "Der neue Link wurde noch nicht benutzt. Bestätigen lässt sich der Zugang, sobald die Person damit angemeldet ist.";
  return undefined;
}

/** A renewal in a list for whoever may confirm, with the name of the account. */
export type ErneuerungZeile = Erneuerung & { readonly name: string };

/** Of the own Träger, also for somebody who sees the Kreis: those of others are confirmed there. */
const inTraeger = (tx: Tx, actor: Actor) => erneuerungen(tx).where("traeger_id", "=", actor.traegerId);

/** Renewals of one's Träger, the newest first. Offset paging: a Träger has some dozens a year. */
export const erneuerungRows = async (
  tx: Tx,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ErneuerungZeile[]> => named(tx, actor, await inTraeger(tx, actor).limit(limit).offset(offset).execute());

/** What waits in one's Träger, or for one account of it; the newest first. */
export const waitingRows = async (tx: Tx, actor: Actor, kontoId?: string): Promise<ErneuerungZeile[]> =>
  named(
    tx,
    actor,
    await inTraeger(tx, actor)
      .where("frei", "is", null)
      .$if(kontoId !== undefined, (q) => q.where("konto_id", "=", kontoId ?? ""))
      .execute(),
  );

async function named(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<ErneuerungZeile[]> {
  const ids = [...new Set(rows.map((row) => row.konto_id))];
  const keys = await subjectKeys(tx, actor.kreis, ids);
  const names = await kontoNames(tx, actor.kreis, ids);
  return rows.map((row) => ({ ...opened(actor.kreis, keys, row), name: names.get(row.konto_id) ?? "Name gelöscht" }));
}

export async function countErneuerungen(tx: Tx, actor: Actor): Promise<number> {
  const row = await tx
    .selectFrom("kim.erneuerung")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("traeger_id", "=", actor.traegerId)
    .executeTakeFirst();
  return row?.n ?? 0;
}
