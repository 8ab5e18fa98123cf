import { type Tx, sql } from "../../../platform/db.ts";
import type { Gespeichert } from "./gespeichert.ts";
import { zeilenAbdruck } from "./siegel.ts";
import type { Befund } from "../model/uebernahme.ts";
import {
  type Kommune,
  type Ergebnis,
  type Problem,
  type Summe,
  type Zeile,
  belegVon,
  zeilenName,
  zahlenVon,
} from "../../../listen/index.ts";

/** A list that is compared with the earlier ones of its Träger; one that is only checked has no id. */
export type Neue = Pick<Gespeichert, "actor" | "abdruck" | "entscheidungen"> & { readonly id: string | null };

/** A list without what earlier lists of its Träger brought already. `abdruecke` are those of the rows that are taken. */
export type Verglichen = {
  readonly ergebnis: Ergebnis;
  readonly schonUebernommen: Befund["schonUebernommen"];
  readonly abdruecke: ReadonlyMap<Zeile, Buffer>;
};

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
  for (const zeile of ergebnis.zeilen) {
    if (zeile.stand !== "uebernommen" || zeile.beratung === null || zeile.kennung === null) continue;
    abdruecke.set(zeile, zeilenAbdruck(neue.actor.traegerId, zeile.beratung, zeile.kennung));
  }
  const wanted = new Set(
    (neue.entscheidungen.zeilen ?? [])
      .filter(({ entscheidung }) => entscheidung === "uebernehmen")
      .map(({ blatt, zeile }) => zeilenName(blatt, zeile)),
  );
  const isWanted = ({ blatt, zeile }: Pick<Zeile, "blatt" | "zeile">) => wanted.has(zeilenName(blatt, zeile));
  const known = await bekannteZeilen(tx, neue, [...abdruecke.values()]);
  const einzeln = ergebnis.zeilen.map((zeile) => {
    const key = abdruecke.get(zeile)?.toString("hex") ?? "";
    const left = known.get(key) ?? 0;
    if (left === 0) return zeile;
    known.set(key, left - 1);
    if (isWanted(zeile)) return zeile;
    abdruecke.delete(zeile);
    return { ...zeile, stand: "wiederholt" as const, grund: "steht schon in einer früher übernommenen Liste" };
  });
  const { summen, zeilen } = ohneBekannteSummen(await bekannteSummen(tx, neue), ergebnis.summen, einzeln, isWanted);
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
    .select(["am", "zahlen"])
    .where("traeger_id", "=", actor.traegerId)
    .where("abdruck", "=", abdruck)
    .where("id", "<>", id ?? NO_ID)
    .where("stand", "in", ["uebernommen", "nimmt_zurueck"])
    .where(sql<number>`(zahlen ->> 'uebernommen')::int`, ">", 0)
    .orderBy("am")
    .executeTakeFirst();
  if (row === undefined) return null;
  const zahlen: unknown = row.zahlen;
  const n = typeof zahlen === "object" && zahlen !== null && "beratungen" in zahlen ? Number(zahlen.beratungen) : 0;
  return { am: row.am, beratungen: n };
}

const ROUND = 5000;

/** How often each row is there already, by its print. */
async function bekannteZeilen(tx: Tx, { actor, id }: Neue, abdruecke: readonly Buffer[]): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (let at = 0; at < abdruecke.length; at += ROUND) {
    const rows = await tx
      .selectFrom("kim.beratung")
      .select((eb) => ["abdruck", eb.fn.countAll<number>().as("n")])
      .where("traeger_id", "=", actor.traegerId)
      .where("abdruck", "in", abdruecke.slice(at, at + ROUND))
      .where("uebernahme_id", "<>", id ?? NO_ID)
      .groupBy("abdruck")
      .execute();
    for (const { abdruck, n } of rows) known.set(abdruck?.toString("hex") ?? "", n);
  }
  return known;
}

const spanne = ({ von, bis, ags }: Pick<Summe, "von" | "bis" | "ags">) => `${von}/${bis}/${ags}`;

async function bekannteSummen(tx: Tx, { actor, id }: Neue): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("kim.summe")
    .select(["von", "bis", "ags"])
    .where("traeger_id", "=", actor.traegerId)
    .where("uebernahme_id", "<>", id ?? NO_ID)
    .execute();
  return new Set(rows.map(spanne));
}

const COUNTED = "Diese Zeit und Kommune hat schon eine früher übernommene Liste gezählt.";

/** A sum stays where one of its rows was decided; a row of which no sum stays is held, one that loses some says so. */
function ohneBekannteSummen(
  known: ReadonlySet<string>,
  summen: readonly Summe[],
  zeilen: readonly Zeile[],
  isWanted: (zeile: Pick<Zeile, "blatt" | "zeile">) => boolean,
): { summen: readonly Summe[]; zeilen: readonly Zeile[] } {
  const held = new Set(summen.filter((summe) => known.has(spanne(summe)) && !summe.zeilen.some(isWanted)));
  if (held.size === 0) return { summen, zeilen };
  const names = (of: Iterable<Summe>) =>
    new Set([...of].flatMap((s) => s.zeilen.map((z) => zeilenName(z.blatt, z.zeile))));
  const kept = summen.filter((summe) => !held.has(summe));
  const [lost, stay] = [names(held), names(kept)];
  const hinweis: Problem = { spalte: "Zeitraum und Kommune", buchstabe: null, wert: "", grund: COUNTED };
  return {
    summen: kept,
    zeilen: zeilen.map((zeile) => {
      const name = zeilenName(zeile.blatt, zeile.zeile);
      if (zeile.stand !== "uebernommen" || zeile.beratung !== null || !lost.has(name)) return zeile;
      if (stay.has(name)) return { ...zeile, hinweise: [...zeile.hinweise, hinweis] };
      return { ...zeile, stand: "wiederholt" as const, grund: COUNTED };
    }),
  };
}
