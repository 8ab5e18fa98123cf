import { type Tx, sql } from "../../../platform/db.ts";
import { tagText } from "../../../platform/span.ts";
import { type Problem, type Summe, type Zeile, zeilenName } from "../../../listen/index.ts";

/** What an earlier list counted for a span of days and a Kommune. `themen`: all mentions, those of unknown words included. */
type Bekannt = Pick<Summe, "von" | "bis" | "ags" | "beratungen" | "neuzuweisungen"> & { readonly themen: number };

/** The sums that other lists of a Träger brought for the days of these, by Kommune. */
export async function bekannteSummen(
  tx: Tx,
  { traegerId, id, summen }: { readonly traegerId: string; readonly id: string; readonly summen: readonly Summe[] },
): Promise<ReadonlyMap<string, Bekannt[]>> {
  const first = summen.map(({ von }) => von).toSorted()[0];
  const last = summen
    .map(({ bis }) => bis)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return new Map();
  const rows = await tx
    .selectFrom("kim.summe as s")
    .select(["s.von", "s.bis", "s.ags"])
    .select([
      // A list whose rest was taken later has two sums for one span.
      sql<number | null>`sum(s.beratungen)::int`.as("beratungen"),
      sql<number>`sum(s.neuzuweisungen)::int`.as("neuzuweisungen"),
      sql<number>`sum(coalesce((select sum(t.anzahl) from kim.summe_thema t where t.kreis = s.kreis and t.summe_id = s.id), 0)
        + coalesce((select sum(w.anzahl) from kim.summe_wort w where w.kreis = s.kreis and w.summe_id = s.id), 0))::int`.as(
        "themen",
      ),
    ])
    .where("s.traeger_id", "=", traegerId)
    .where("s.uebernahme_id", "<>", id)
    .where("s.von", "<=", last)
    .where("s.bis", ">=", first)
    .groupBy(["s.ags", "s.von", "s.bis"])
    .orderBy("s.von")
    .orderBy("s.bis")
    .execute();
  return Map.groupBy(rows, ({ ags }) => ags);
}

const COUNTED = "Diese Zeit und Kommune hat schon eine früher übernommene Liste gezählt.";
const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** How a sum stands to those that are there: the same figures again, other figures of the same span, or days in common. */
type Urteil = { readonly stand: "wiederholt" | "wartet"; readonly grund: string };

function urteilen(summe: Summe, known: readonly Bekannt[]): Urteil | undefined {
  const touched = known.filter(({ von, bis }) => von <= summe.bis && summe.von <= bis);
  const same = touched.find(({ von, bis }) => von === summe.von && bis === summe.bis);
  const [first] = touched;
  if (first === undefined) return undefined;
  if (same === undefined) {
    const days = `${tagText(first.von)} bis ${tagText(first.bis)}`;
    return { stand: "wartet", grund: `Eine früher übernommene Liste zählt für diese Kommune schon ${days}.` };
  }
  const themen = total(summe.themen) + total(summe.offeneThemen);
  const equal =
    same.beratungen === summe.beratungen && same.themen === themen && same.neuzuweisungen === summe.neuzuweisungen;
  if (equal) return { stand: "wiederholt", grund: COUNTED };
  const was = (beratungen: number | null, mentions: number) =>
    beratungen === null ? `${mentions} Themen` : `${beratungen} Beratungen, ${mentions} Themen`;
  const [before, now] = [was(same.beratungen, same.themen), was(summe.beratungen, themen)];
  return {
    stand: "wartet",
    grund: `Früher gezählt: ${before}; hier: ${now}. Nehmen Sie die frühere Liste zurück, wenn diese gilt.`,
  };
}

/**
 * Holds back sums whose days an earlier list counted. A sum stays where one of its rows was decided; a row of which no sum
 * stays is held, one that loses some says so.
 */
export function ohneBekannteSummen(
  known: ReadonlyMap<string, readonly Bekannt[]>,
  summen: readonly Summe[],
  zeilen: readonly Zeile[],
  isWanted: (zeile: Pick<Zeile, "blatt" | "zeile">) => boolean,
): { summen: readonly Summe[]; zeilen: readonly Zeile[] } {
  const held = new Map<Summe, Urteil>();
  for (const summe of summen) {
    const urteil = summe.zeilen.some(isWanted) ? undefined : urteilen(summe, known.get(summe.ags) ?? []);
    if (urteil !== undefined) held.set(summe, urteil);
  }
  if (held.size === 0) return { summen, zeilen };
  const kept = summen.filter((summe) => !held.has(summe));
  const stay = new Set(kept.flatMap((s) => s.zeilen.map((z) => zeilenName(z.blatt, z.zeile))));
  const lost = new Map<string, Urteil>();
  for (const [summe, urteil] of held) {
    for (const { blatt, zeile } of summe.zeilen) {
      const name = zeilenName(blatt, zeile);
      if (lost.get(name)?.stand !== "wartet") lost.set(name, urteil);
    }
  }
  return { summen: kept, zeilen: zeilen.map((zeile) => endeOf(zeile, lost, stay)) };
}

function endeOf(zeile: Zeile, lost: ReadonlyMap<string, Urteil>, stay: ReadonlySet<string>): Zeile {
  const name = zeilenName(zeile.blatt, zeile.zeile);
  const urteil = lost.get(name);
  if (zeile.stand !== "uebernommen" || zeile.beratung !== null || urteil === undefined) return zeile;
  const problem: Problem = { spalte: "Zeitraum und Kommune", buchstabe: null, wert: "", grund: urteil.grund };
  if (stay.has(name)) return { ...zeile, hinweise: [...zeile.hinweise, problem] };
  const probleme = urteil.stand === "wartet" ? [{ ...problem, doch: true as const }] : zeile.probleme;
  return { ...zeile, ...urteil, probleme };
}
