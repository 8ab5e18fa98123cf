import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import type { Gespeichert } from "./gespeichert.ts";
import { bekannteSummen, ohneBekannteSummen } from "./fruehere-summen.ts";
import { ohneFastVorhandene } from "./fast-gleiche.ts";
import { zeilenAbdruck } from "./siegel.ts";
import type { Befund } from "../model/uebernahme.ts";
import { type Kommune, type Ergebnis, type Zeile, belegVon, zeilenName, zahlenVon } from "../../../listen/index.ts";

/**
 * A list that is compared with the earlier ones of its Träger; one that is only checked has no id. `bisher`: some of its own
 * rows were taken before, and a row that is mended now may be one of them.
 */
export type Neue = Pick<Gespeichert, "actor" | "abdruck" | "entscheidungen" | "bisher"> & {
  readonly id: string | null;
};

/** A list without what earlier lists of its Träger brought already. `abdruecke` are those of the rows that are taken. */
export type Verglichen = {
  readonly ergebnis: Ergebnis;
  readonly schonUebernommen: Befund["schonUebernommen"];
  readonly abdruecke: ReadonlyMap<Zeile, Buffer>;
};

const FRUEHER = "steht schon in einer früher übernommenen Liste";
const FRUEHER_ODER_HIER = "ist schon übernommen, aus dieser oder einer früheren Liste";
const NO_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Holds back what is there already: everything where the same file was taken over, otherwise each row that another list
 * brought, and each sum of a span and Kommune that another list counted. A person may decide to take them all the same, but
 * for the same file.
 */
export async function compareWithEarlier(
  tx: Tx,
  neue: Neue,
  ergebnis: Ergebnis,
  kommunen: readonly Kommune[],
): Promise<Verglichen> {
  const gleiche = await gleicheDatei(tx, neue);
  const abdruecke = new Map<Zeile, Buffer>();
  if (gleiche !== null) {
    const grund = `steht in derselben Datei, die schon übernommen ist`;
    const zeilen = ergebnis.zeilen.map((zeile) =>
      zeile.stand === "uebernommen" ? { ...zeile, stand: "wiederholt" as const, grund } : zeile,
    );
    const all = counted({ ...ergebnis, zeilen, summen: [] }, kommunen);
    const beleg = belegVon({ ...all, schonUebernommen: true });
    return { ergebnis: { ...all, beleg }, schonUebernommen: gleiche, abdruecke };
  }
  const frueher = new Map<Zeile, string>();
  for (const zeile of ergebnis.zeilen) {
    const { stand, beratung, kennung, kennungAlt } = zeile;
    if (stand !== "uebernommen" || beratung === null || kennung === null) continue;
    abdruecke.set(zeile, zeilenAbdruck(neue.actor.traegerId, beratung, kennung));
    // Rows that an earlier version of the program took over have the print of then.
    frueher.set(zeile, zeilenAbdruck(neue.actor.traegerId, beratung, kennungAlt ?? kennung).toString("hex"));
  }
  const wanted = new Set(
    (neue.entscheidungen.zeilen ?? [])
      .filter(({ entscheidung }) => entscheidung === "uebernehmen")
      .map(({ blatt, zeile }) => zeilenName(blatt, zeile)),
  );
  const isWanted = ({ blatt, zeile }: Pick<Zeile, "blatt" | "zeile">) => wanted.has(zeilenName(blatt, zeile));
  const alte = [...frueher.values()].map((hex) => Buffer.from(hex, "hex"));
  const prints = [...abdruecke.values(), ...alte];
  const known = await bekannteZeilen(tx, neue, prints);
  const einzeln = ergebnis.zeilen.map((zeile) => {
    const keys = [abdruecke.get(zeile)?.toString("hex") ?? "", frueher.get(zeile) ?? ""];
    const key = keys.find((one) => (known.get(one) ?? 0) > 0);
    if (key === undefined) return zeile;
    known.set(key, (known.get(key) ?? 0) - 1);
    if (isWanted(zeile)) return zeile;
    abdruecke.delete(zeile);
    return { ...zeile, stand: "wiederholt" as const, grund: neue.bisher === null ? FRUEHER : FRUEHER_ODER_HIER };
  });
  const own = new Set(prints.map((print) => print.toString("hex")));
  const held = await ohneFastVorhandene(tx, neue, { ...ergebnis, zeilen: einzeln }, own, isWanted);
  for (const [i, zeile] of einzeln.entries()) if (held.zeilen[i] !== zeile) abdruecke.delete(zeile);
  const { summen, zeilen } = ohneBekannteSummen(
    await bekannteSummen(tx, {
      traegerId: neue.actor.traegerId,
      id: neue.id ?? NO_ID,
      summen: ergebnis.summen,
    }),
    ergebnis.summen,
    held.zeilen,
    isWanted,
  );
  return { ergebnis: counted({ ...ergebnis, zeilen, summen }, kommunen), schonUebernommen: null, abdruecke };
}

const counted = (ergebnis: Ergebnis, kommunen: readonly Kommune[]): Ergebnis => ({
  ...ergebnis,
  zahlen: zahlenVon(ergebnis.zeilen, ergebnis.summen, kommunen),
  beleg: belegVon(ergebnis),
});

/** The same file of the same Träger, where it was taken over before and brought something. */
async function gleicheDatei(tx: Tx, { actor, abdruck, id }: Neue): Promise<Befund["schonUebernommen"]> {
  const row = await tx
    .selectFrom("kim.uebernahme")
    .select(["am", sql`coalesce(bisher, zahlen)`.as("zahlen")])
    .where("traeger_id", "=", actor.traegerId)
    .where("abdruck", "=", abdruck)
    .where("id", "<>", id ?? NO_ID)
    .where((eb) => eb.or([eb("stand", "in", ["uebernommen", "nimmt_zurueck"]), eb("bisher", "is not", null)]))
    .where(sql<number>`(coalesce(bisher, zahlen) ->> 'uebernommen')::int`, ">", 0)
    .orderBy("am")
    .executeTakeFirst();
  if (row === undefined) return null;
  const zahlen: unknown = row.zahlen;
  const n = typeof zahlen === "object" && zahlen !== null && "beratungen" in zahlen ? Number(zahlen.beratungen) : 0;
  return { am: row.am, beratungen: n };
}

const ROUND = 5000;

/** How often each row is there already, by its print. */
async function bekannteZeilen(
  tx: Tx,
  { actor, id, bisher }: Neue,
  abdruecke: readonly Buffer[],
): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (let at = 0; at < abdruecke.length; at += ROUND) {
    const rows = await tx
      .selectFrom("kim.beratung")
      .select((eb) => ["abdruck", eb.fn.countAll<number>().as("n")])
      .where("traeger_id", "=", actor.traegerId)
      .where("abdruck", "=", anyOf(abdruecke.slice(at, at + ROUND)))
      .where("uebernahme_id", "<>", bisher === null && id !== null ? id : NO_ID)
      .groupBy("abdruck")
      .execute();
    for (const { abdruck, n } of rows) known.set(abdruck?.toString("hex") ?? "", n);
  }
  return known;
}
