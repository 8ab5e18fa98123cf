import { type Tx, anyOf } from "../../../platform/db.ts";
import type { Anlass, Bewertung } from "../model/ziele.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { RUECKBLICK } from "../rows/sealed.ts";
import type { FallAkte } from "./akte.ts";

/** So many looks back a page shows: a plan that was reviewed every month for years has them all in the case's history. */
const MOST = 24;

const ANLAESSE = ["ueberpruefung", "abschluss"] as const satisfies readonly Anlass[];

/** When both looked back, the last first, with what was reached of each goal. */
export async function bewertungenOf(tx: Tx, { id, key }: FallAkte): Promise<Bewertung[]> {
  const rows = await tx
    .selectFrom("kim.hilfeplan_bewertung")
    .select(["kreis", "id", "anlass", "am", "naechste_am", "bemerkung"])
    .where("fall_id", "=", id)
    .orderBy("folge", "desc")
    .limit(MOST)
    .execute();
  if (rows.length === 0) return [];
  const werte = await tx
    .selectFrom("kim.zielerreichung")
    .select(["bewertung_id", "ziel_faden", "wert"])
    .where("bewertung_id", "=", anyOf(rows.map((row) => row.id)))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    anlass: ANLAESSE.find((one) => one === row.anlass) ?? "ueberpruefung",
    am: row.am,
    naechsteAm: row.naechste_am,
    bemerkung: openText(key, row, RUECKBLICK, row.bemerkung),
    werte: new Map(
      werte.filter((one) => one.bewertung_id === row.id).map(({ ziel_faden, wert }) => [ziel_faden, wert]),
    ),
  }));
}
