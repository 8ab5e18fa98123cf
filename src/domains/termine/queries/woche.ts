import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import type { Eintrag } from "../model/eintrag.ts";
import { tageDer } from "../model/serie.ts";
import { ueberschnitten } from "../model/termin.ts";
import { type TerminRow, opened, termine } from "./termin.ts";
import { type Sprechstunde, sprechstundenOf } from "./sprechstunden.ts";

const MOST = 300;
const ortText = (standort: string | null, raum: string | null) =>
  [standort, raum].filter((part) => part !== null).join(", ");

type Tage = readonly [von: string, bis: string];

/** Appointments of some calendars from one day to another (ISO, both included), in their order, as rows. */
export const termineAn = (tx: Tx, konten: readonly string[], [von, bis]: Tage) =>
  termine(tx)
    .where("t.konto_id", "=", anyOf(konten))
    .where("t.tag", ">=", von)
    .where("t.tag", "<=", bis)
    .orderBy("t.tag")
    .orderBy("t.beginn")
    .orderBy("t.id")
    .limit(MOST);

/** Everything of some calendars from one day to another (ISO, both included), in its order. */
export const eintraege = async (tx: Tx, actor: Actor, konten: readonly string[], tage: Tage): Promise<Eintrag[]> =>
  zusammen(tx, actor, await termineAn(tx, konten, tage).execute(), await sprechstundenOf(tx, konten), tage);

/** What was read of a calendar, opened and in its order. */
export async function zusammen(
  tx: Tx,
  actor: Actor,
  found: readonly TerminRow[],
  series: readonly Sprechstunde[],
  [von, bis]: Tage,
): Promise<Eintrag[]> {
  const all = (await opened(tx, actor, found)).map((t) => ({ ...t, ende: t.beginn + t.dauer }));
  // Two people may well have appointments at the same time.
  const planned = Map.groupBy(
    all.filter(({ stand }) => stand === "geplant"),
    ({ kontoId }) => kontoId,
  );
  const twice = new Set([...planned.values()].flatMap((of) => [...ueberschnitten(of)]));
  const hours = series.flatMap((s) =>
    tageDer(s, von, bis).map((tag): Eintrag => ({
      art: "sprechstunde",
      id: s.id,
      kontoId: s.kontoId,
      tag,
      beginn: s.beginn,
      ende: s.ende,
      wer: null,
      ort: ortText(s.standort, s.raum),
      stand: s.ausnahmen.includes(tag) ? "ausfall" : "geplant",
      gleichzeitig: false,
    })),
  );
  const appointments = all.map((t): Eintrag => ({
    art: "termin",
    id: t.id,
    kontoId: t.kontoId,
    tag: t.tag,
    beginn: t.beginn,
    ende: t.ende,
    wer: t.person ?? t.betreff,
    ort: ortText(t.standort, t.raum),
    stand: t.stand,
    gleichzeitig: twice.has(t.id),
  }));
  return [...hours, ...appointments].toSorted((a, b) => a.tag.localeCompare(b.tag) || a.beginn - b.beginn);
}

/** The days of a week, from its Monday. */
export const tageAb = (montag: string): string[] => Array.from({ length: 7 }, (_, i) => daysFrom(montag, i));
