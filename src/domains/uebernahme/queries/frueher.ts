import { type Tx, anyOf } from "../../../platform/db.ts";
import type { Gespeichert } from "./gespeichert.ts";
import { bekannteSummen, ohneBekannteSummen } from "./fruehere-summen.ts";
import { ohneFastVorhandene } from "./fast-gleiche.ts";
import { alleWarten, gleicheDatei } from "./gleiche-datei.ts";
import { ohneVorhandenePersonen } from "./schon-da.ts";
import { zeilenAbdruck } from "./siegel.ts";
import type { Befund, Stand } from "../model/uebernahme.ts";
import { type Kommune, type Ergebnis, type Zeile, belegVon, zeilenName, zahlenVon } from "../../../listen/index.ts";

/**
 * A list that is compared with the earlier ones of its Träger; one that is only checked has no id. `bisher`: some of its own
 * rows were taken before, and a row that is mended now may be one of them.
 */
export type Neue = Pick<Gespeichert, "actor" | "abdruck" | "entscheidungen" | "bisher"> & {
  readonly id: string | null;
};

/** A list without what earlier lists of its Träger brought already. */
export type Verglichen = {
  readonly ergebnis: Ergebnis;
  readonly schonUebernommen: Befund["schonUebernommen"];
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
  const gleiche = await gleicheDatei(tx, neue, ergebnis);
  if ("umbenannt" in gleiche) {
    return { ergebnis: counted(alleWarten(ergebnis, gleiche.umbenannt), kommunen), schonUebernommen: null };
  }
  if ("schon" in gleiche) {
    const grund = `steht in derselben Datei, die schon übernommen ist`;
    const zeilen = ergebnis.zeilen.map((zeile) =>
      zeile.stand === "uebernommen" ? { ...zeile, stand: "wiederholt" as const, grund } : zeile,
    );
    const all = counted({ ...ergebnis, zeilen, summen: [] }, kommunen);
    const beleg = belegVon({ ...all, schonUebernommen: true });
    return { ergebnis: { ...all, beleg }, schonUebernommen: gleiche.schon };
  }
  const wanted = new Set(
    (neue.entscheidungen.zeilen ?? [])
      .filter(({ entscheidung }) => entscheidung === "uebernehmen")
      .map(({ blatt, zeile }) => zeilenName(blatt, zeile)),
  );
  const isWanted = ({ blatt, zeile }: Stelle) => wanted.has(zeilenName(blatt, zeile));
  const einzeln = await ohneBekannteZeilen(tx, neue, ergebnis, isWanted);
  const known = await bekannteSummen(tx, {
    traegerId: neue.actor.traegerId,
    id: neue.id ?? NO_ID,
    summen: ergebnis.summen,
  });
  const { summen, zeilen } = ohneBekannteSummen(known, ergebnis.summen, einzeln, isWanted);
  const rest = await ohneVorhandenePersonen(tx, neue.actor, { ...ergebnis, zeilen, summen }, isWanted);
  // Where nothing is held, everything was counted when the file was read.
  const isSame = rest.zeilen === ergebnis.zeilen && rest.summen === ergebnis.summen;
  return { ergebnis: isSame ? ergebnis : counted(rest, kommunen), schonUebernommen: null };
}

type Stelle = Pick<Zeile, "blatt" | "zeile">;

/** Whether another list of the Träger brought consultations; the first one has nothing to be held against. */
export async function hatFruehere(tx: Tx, { actor, id }: Pick<Neue, "actor" | "id">): Promise<boolean> {
  const row = await tx
    .selectFrom("kim.uebernahme")
    .select("id")
    .where("traeger_id", "=", actor.traegerId)
    .where("id", "<>", id ?? NO_ID)
    .where((eb) => eb.or([eb("stand", "in", BRACHTEN), eb("bisher", "is not", null)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** States in which something of a list is there. */
const BRACHTEN: readonly Stand[] = ["uebernommen", "nimmt_zurueck"];

/** Holds the rows that another list brought, or nearly. */
async function ohneBekannteZeilen(
  tx: Tx,
  neue: Neue,
  ergebnis: Ergebnis,
  isWanted: (zeile: Stelle) => boolean,
): Promise<readonly Zeile[]> {
  if (neue.bisher === null && !(await hatFruehere(tx, neue))) return ergebnis.zeilen;
  const { traegerId } = neue.actor;
  const abdruecke = new Map<Zeile, readonly string[]>();
  for (const zeile of ergebnis.zeilen) {
    const { stand, beratung, kennung, kennungAlt } = zeile;
    if (stand !== "uebernommen" || beratung === null || kennung === null) continue;
    // Rows that an earlier version of the program took over have the print of then.
    const both = kennungAlt === null ? [kennung] : [kennung, kennungAlt];
    abdruecke.set(
      zeile,
      both.map((one) => zeilenAbdruck(traegerId, beratung, one).toString("hex")),
    );
  }
  const prints = [...abdruecke.values()].flat();
  const bekannt = await bekannteZeilen(tx, neue, prints);
  const einzeln = ergebnis.zeilen.map((zeile) => {
    const key = abdruecke.get(zeile)?.find((one) => (bekannt.get(one) ?? 0) > 0);
    if (key === undefined) return zeile;
    bekannt.set(key, (bekannt.get(key) ?? 0) - 1);
    if (isWanted(zeile)) return zeile;
    return { ...zeile, stand: "wiederholt" as const, grund: neue.bisher === null ? FRUEHER : FRUEHER_ODER_HIER };
  });
  const held = await ohneFastVorhandene(tx, neue, { ...ergebnis, zeilen: einzeln }, new Set(prints), isWanted);
  return held.zeilen;
}

const counted = (ergebnis: Ergebnis, kommunen: readonly Kommune[]): Ergebnis => ({
  ...ergebnis,
  zahlen: zahlenVon(ergebnis.zeilen, ergebnis.summen, kommunen),
  beleg: belegVon(ergebnis),
});

const ROUND = 5000;

/** How often each row is there already, by its print. */
async function bekannteZeilen(
  tx: Tx,
  { actor, id, bisher }: Neue,
  abdruecke: readonly string[],
): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (let at = 0; at < abdruecke.length; at += ROUND) {
    const rows = await tx
      .selectFrom("kim.beratung")
      .select((eb) => ["abdruck", eb.fn.countAll<number>().as("n")])
      .where("traeger_id", "=", actor.traegerId)
      .where("abdruck", "=", anyOf(abdruecke.slice(at, at + ROUND).map((hex) => Buffer.from(hex, "hex"))))
      .where("uebernahme_id", "<>", bisher === null && id !== null ? id : NO_ID)
      .groupBy("abdruck")
      .execute();
    for (const { abdruck, n } of rows) known.set(abdruck?.toString("hex") ?? "", n);
  }
  return known;
}
