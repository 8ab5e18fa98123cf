import { type Actor, systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { dayOf, now } from "../../../platform/clock.ts";
import { type Tx, readAs, readOnceAs, sql, writeAs } from "../../../platform/db.ts";
import { prepared } from "../../../platform/prepared.ts";
import { NO_KREIS, kreisOf, tokenHash } from "../../../platform/token.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { openKeys } from "../../../platform/tresor/keys.ts";
import { type ActsFor, actorOf, rechteOf, rolleOf } from "../model/rollen.ts";
import { rememberDevice } from "./geraet.ts";
import { type Zeiten, isDue, standAt } from "../model/sitzung.ts";
import { FASSUNG, HEUTE, type Wer, keep, known, openedWith } from "./bekannt.ts";
import { openName } from "./kontodaten.ts";

/** Whose session a cookie is, with what every page shows of it. */
export type Person = Wer & {
  readonly sitzungId: string;
  /** When its owner was last there. */
  readonly zuletzt: Date;
};

export type Signed = { readonly stand: "offen" } & Person;
export type Recognition =
  Signed | ({ readonly stand: "gesperrt" | "abgelaufen" } & Person) | { readonly stand: "unbekannt" };

const UNKNOWN = { stand: "unbekannt" } as const;

/**
 * Whose session a cookie is, asked on every request: a deactivated account, or one without a role today, is unknown from
 * the next request on. Locks what was idle for too long. Asking is no sign of life: `noteAlive` is.
 */
export async function recognise(cookie: string, at: Date = now()): Promise<Recognition> {
  const kreis = kreisOf(cookie);
  if (kreis === undefined || kreis === NO_KREIS) return UNKNOWN;
  const found = await readOnceAs(systemActor(kreis), (tx) => openedWith(tx, cookie));
  if (found === undefined) return UNKNOWN;
  const stand = standAt(found, at);
  if (stand === "zweiter_faktor" || stand === "beendet") return UNKNOWN;
  const wer = known(found, at) ?? (await readWer(kreis, cookie, at));
  if (wer === undefined) return UNKNOWN;
  const person = { ...wer, sitzungId: found.sitzungId, zuletzt: found.zuletzt };
  // Most requests only read: a transaction that writes waits for the disk.
  if (stand === "gesperrt" && found.stand === "offen") await writeAs(systemActor(kreis), (tx) => lockIdle(tx, person));
  return { stand, ...person };
}

/** Reads whose session it is, and keeps it for the next request; undefined where it is nobody's who may do anything. */
async function readWer(kreis: string, cookie: string, at: Date): Promise<Wer | undefined> {
  const found = await readOnceAs(systemActor(kreis), (tx) => sessionOf(tx, cookie, at));
  const wer = found === undefined || found.rechte.size === 0 ? undefined : werOf(found);
  if (found !== undefined && wer !== undefined) keep(found, at, wer);
  return wer;
}

/** Notes a sign of life of whoever the session belongs to, which postpones its lock; at most once a minute. */
export async function noteAlive({ actor, sitzungId, zuletzt }: Person, at: Date = now()): Promise<void> {
  if (isDue(zuletzt, at)) await writeAs(systemActor(actor.kreis), (tx) => touch(tx, sitzungId, at));
}

/** A stored session with its account, as a door for people who are not known yet sees it. */
export type Sitzung = Zeiten & {
  readonly kreis: string;
  readonly sitzungId: string;
  readonly kontoId: string;
  readonly traegerId: string;
  readonly stand: string;
  readonly emailHash: Buffer;
  readonly rollen: readonly string[];
  readonly rechte: Actor["rechte"];
  readonly sealedName: Buffer;
  /** Opens the name; undefined when it was destroyed. */
  readonly key: DataKey | undefined;
  readonly ort: string;
  readonly kreisName: string;
  readonly tasten: boolean;
  /** A renewal of the way in waits for its release: the files stay closed. */
  readonly geschlossen: boolean;
  readonly erneuert: boolean;
  /** Whom this account stands in for today, whatever its roles. */
  readonly vertretene: Vertretene;
  readonly neueVertretung: boolean;
  /** Under which what it says of the account may be kept (`known`). */
  readonly fassung: string | null;
  readonly heute: string;
};

/** The accounts that one stands in for today, and of these whom one was named for, not as a member of a team. */
type Vertretene = { readonly alle: readonly string[]; readonly namentlich: readonly string[] };

/** The one place where it is asked for whom somebody stands in: by the calendar in Berlin and the clock of the database. */
const STANDS_IN_FOR = sql<Vertretene>`(select json_build_object(
    'alle', coalesce(json_agg(distinct h.fuer), '[]'),
    'namentlich', coalesce(json_agg(distinct h.fuer) filter (where h.grund <> 'team'), '[]'))
  from zustaendigkeit.vertretung_heute h where h.kreis = k.kreis and h.konto_id = k.id)`;

/** Somebody else opened one's files to a third, and one has not read of it. */
const UNREAD = sql<boolean>`exists (select from zustaendigkeit.ungelesen_von u where u.kreis = k.kreis and u.konto_id = k.id)`;

const RENEWED = sql`from kim.erneuerung e where e.kreis = k.kreis and e.konto_id = k.id`;

const SESSION = prepared<{ readonly token: Buffer; readonly day: string }>()((db, { token, day }) =>
  db
    .selectFrom("kim.sitzung as s")
    .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "s.kreis").onRef("k.id", "=", "s.konto_id"))
    .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "k.kreis").onRef("t.id", "=", "k.traeger_id"))
    .innerJoin("ref.kim_kommune as g", "g.code", "s.kreis")
    .leftJoin("kim.standort as o", (on) => on.onRef("o.kreis", "=", "k.kreis").onRef("o.id", "=", "k.standort_id"))
    .select(["s.kreis", "s.id as sitzungId", "s.stand", "s.angelegt", "s.zuletzt", "k.id as kontoId"])
    .select(["k.traeger_id as traegerId", "k.email_hash as emailHash", "k.name as sealedName"])
    .select(["g.name as kreisName", "t.name as traeger", "o.name as standort"])
    .select(
      sql<string[]>`array(select r.rolle from kim.rolle r where r.kreis = k.kreis and r.konto_id = k.id
        and r.von <= ${day}::date and (r.bis is null or r.bis >= ${day}::date) order by r.rolle)`.as("rollen"),
    )
    .select(
      sql<boolean | null>`(select (v.werte ->> 'an')::boolean from kim.vorgabe v where v.kreis = k.kreis
        and v.konto_id = k.id and v.formular = 'tasten')`.as("tasten"),
    )
    .select(sql<boolean>`exists (select ${RENEWED} and e.frei is null)`.as("geschlossen"))
    .select(sql<boolean>`exists (select ${RENEWED} and e.gesehen is null)`.as("erneuert"))
    .select([STANDS_IN_FOR.as("vertretene"), UNREAD.as("neueVertretung")])
    .select([FASSUNG.as("fassung"), HEUTE.as("heute")])
    // A renewed key has a row for each of its versions; asking for them apart would double what every request waits for.
    .innerJoin("tresor.schluessel as d", (on) => on.onRef("d.kreis", "=", "k.kreis").onRef("d.id", "=", "k.id"))
    .innerJoin("tresor.traeger_schluessel as w", (on) =>
      on.onRef("w.kreis", "=", "d.kreis").onRef("w.traeger_id", "=", "d.traeger_id"),
    )
    .select(["d.id", "d.traeger_id", "d.version", "d.verpackt"])
    .select(["w.version as traeger_version", "w.verpackt as traeger_verpackt"])
    .where("s.token_hash", "=", token)
    .where("k.status", "=", "aktiv")
    .orderBy("d.version"),
);

/** The session of a cookie, whatever its state; undefined for unknown ones and for accounts that are not active. */
export async function sessionOf(tx: Tx, cookie: string, at: Date): Promise<Sitzung | undefined> {
  const rows = await SESSION(tx, { token: tokenHash(cookie), day: dayOf(at) });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { sitzungId, kontoId, traegerId, emailHash, sealedName, kreisName, traeger, standort } = row;
  const { kreis, stand, angelegt, zuletzt, rollen } = row;
  return {
    kreis,
    sitzungId,
    kontoId,
    traegerId,
    stand,
    angelegt,
    zuletzt,
    emailHash,
    rollen,
    sealedName,
    kreisName,
    key: openKeys(kreis, rows).get(kontoId),
    rechte: rechteOf(rollen),
    ort: standort === null ? traeger : `${traeger}, ${standort}`,
    tasten: row.tasten ?? true,
    geschlossen: row.geschlossen,
    erneuert: row.erneuert,
    vertretene: row.vertretene,
    neueVertretung: row.neueVertretung,
    fassung: row.fassung,
    heute: row.heute,
  };
}

/** What recognises this device from now on, after a session was opened on it. */
export async function rememberedDevice(cookie: string, device: string, at: Date = now()): Promise<string | undefined> {
  const kreis = kreisOf(cookie);
  if (kreis === undefined) return undefined;
  const session = await readAs(systemActor(kreis), (tx) => sessionOf(tx, cookie, at));
  return session === undefined ? undefined : rememberDevice(device, session.emailHash);
}

function werOf(s: Sitzung): Wer | undefined {
  const { kreis, traegerId, kontoId, key } = s;
  if (key === undefined) return undefined;
  const rollen = s.rollen.filter((code) => rolleOf(code) !== undefined);
  return {
    actor: actorOf({ kreis, traegerId, kontoId }, rollen, actsFor(s)),
    name: openName(key, kreis, kontoId, s.sealedName),
    rollen: rollen.flatMap((code) => rolleOf(code)?.name ?? []),
    ort: s.ort,
    kreisName: s.kreisName,
    tasten: s.tasten,
    erneuert: s.erneuert,
    neueVertretung: s.neueVertretung,
  };
}

/** Whoever's own files are closed acts for nobody; whoever does not counsel (any more), for nobody else. */
function actsFor({ geschlossen, kontoId, rechte, vertretene }: Sitzung): ActsFor {
  if (geschlossen) return { konten: [], namentlich: [] };
  if (!rechte.has("beratung.lesen")) return { konten: [kontoId], namentlich: [kontoId] };
  return { konten: [kontoId, ...vertretene.alle], namentlich: [kontoId, ...vertretene.namentlich] };
}

async function lockIdle(tx: Tx, { actor, sitzungId }: Person): Promise<void> {
  const locked = await tx
    .updateTable("kim.sitzung")
    .set({ stand: "gesperrt" })
    .where("id", "=", sitzungId)
    .where("stand", "=", "offen")
    .executeTakeFirst();
  if (locked.numUpdatedRows === 0n) return;
  const gegenstand = { art: "sitzung", id: sitzungId };
  await recordEvent(tx, actor, { art: "sitzung.gesperrt", gegenstand, zweck: "frist" });
}

async function touch(tx: Tx, sitzungId: string, at: Date): Promise<void> {
  await tx
    .updateTable("kim.sitzung")
    .set({ zuletzt: at })
    .where("id", "=", sitzungId)
    .where("zuletzt", "<", at)
    .execute();
}
