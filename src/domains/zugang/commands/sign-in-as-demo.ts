import { BlockList } from "node:net";
import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { dayOf, now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import { type Rolle, ROLLEN } from "../model/rechte.ts";
import { rolleOf } from "../model/rollen.ts";
import { beginSession, ownerOf } from "./sessions.ts";
import { kontoNames } from "../queries/kontodaten.ts";
import { compareNames } from "../../../platform/words.ts";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** Whether a request comes from this very machine. */
export function isLocal(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return LOOPBACK.check(plain, plain.includes(":") ? "ipv6" : "ipv4");
}

/** Somebody invented who can be tried out. */
export type DemoPerson = {
  readonly kreis: string;
  readonly kontoId: string;
  readonly name: string;
  readonly rolle: string;
  readonly satz: string;
  readonly traeger: string;
};

/** All active accounts with the role that they hold today, in the order of the roles and names. */
export async function demoPersons(): Promise<readonly DemoPerson[]> {
  const mandant = await readAs(systemActor(NO_KREIS), (tx) =>
    tx.selectFrom("betrieb.mandant").select("kreis").orderBy("kreis").executeTakeFirst(),
  );
  if (mandant === undefined) return [];
  const { kreis } = mandant;
  const day = dayOf(now());
  return readAs(systemActor(kreis), async (tx) => {
    const rows = await tx
      .selectFrom("kim.rolle as r")
      .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "r.kreis").onRef("k.id", "=", "r.konto_id"))
      .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "k.kreis").onRef("t.id", "=", "k.traeger_id"))
      .select(["r.rolle", "k.id as kontoId", "t.name as traeger"])
      .where("k.status", "=", "aktiv")
      .where("r.von", "<=", day)
      .where((eb) => eb.or([eb("r.bis", "is", null), eb("r.bis", ">=", day)]))
      .execute();
    const ids = rows.map((r) => r.kontoId);
    const names = await kontoNames(tx, kreis, ids);
    return rows
      .flatMap((row) => {
        const rolle = rolleOf(row.rolle);
        const { kontoId, traeger } = row;
        const name = names.get(kontoId) ?? "";
        return rolle ? [{ kreis, kontoId, traeger, name, rolle: rolle.name, satz: rolle.satz }] : [];
      })
      .toSorted((a, b) => ORDER.indexOf(a.rolle) - ORDER.indexOf(b.rolle) || compareNames(a.name, b.name));
  });
}

const ORDER = Object.values<(typeof ROLLEN)[Rolle]>(ROLLEN).map((rolle) => rolle.name);

/**
 * Signs somebody in without password and second factor. Only the demo has a page that leads here, and only for whoever sits
 * at this machine. Returns the cookie.
 * @throws NotFound for an account that is not active, and in every installation that holds real data
 */
export async function signInAsDemo(kreis: string, kontoId: string, at: Date = now()): Promise<string> {
  return writeAs(systemActor(kreis), async (tx) => {
    if (!(await isDemo(tx))) throw new NotFound();
    const konto = await tx
      .selectFrom("kim.konto")
      .select("traeger_id as traegerId")
      .where("id", "=", kontoId)
      .where("status", "=", "aktiv")
      .executeTakeFirst();
    if (konto === undefined) throw new NotFound();
    const whose = { kreis, kontoId };
    const cookie = await beginSession(tx, whose, at, "offen");
    const gegenstand = { art: "konto", id: kontoId };
    await recordEvent(tx, ownerOf({ ...whose, ...konto }), { art: "anmeldung.erfolgt", gegenstand, zweck: "demo" });
    return cookie;
  });
}

const isDemo = async (tx: Tx): Promise<boolean> => {
  const mark = await tx.selectFrom("betrieb.merkmal").select("wert").where("name", "=", "art").executeTakeFirst();
  return mark?.wert === "demo";
};
