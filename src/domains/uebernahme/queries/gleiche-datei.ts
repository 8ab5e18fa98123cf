import { type Tx, sql } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { Ergebnis, Problem, Zeile } from "../../../listen/index.ts";
import type { SchonUebernommen } from "../model/schon-uebernommen.ts";
import { Zaehlung } from "../model/uebernahme.ts";
import { DATEI, vomNamen } from "../model/umbenannt.ts";
import type { Gespeichert } from "./gespeichert.ts";
import { openDatei } from "./siegel.ts";

const NO_ID = "00000000-0000-0000-0000-000000000000";

type Gesucht = Pick<Gespeichert, "actor" | "abdruck" | "entscheidungen"> & { readonly id: string | null };

/** `schon`: the same file was taken over. `umbenannt`: the same bytes were, but their name says another Kommune or time. */
type Gleiche = { readonly schon: SchonUebernommen } | { readonly umbenannt: string } | { readonly keine: true };

/** The same bytes of the same Träger, where they were taken over before and brought something. */
export async function gleicheDatei(tx: Tx, gesucht: Gesucht, ergebnis: Ergebnis): Promise<Gleiche> {
  // Somebody said what the name does not: then each row tells by itself whether it is there.
  const chosen = gesucht.entscheidungen.tabellen?.some(({ kommune, jahr }) => (kommune ?? jahr) !== undefined);
  if (chosen === true) return { keine: true };
  const rows = await tx
    .selectFrom("kim.uebernahme")
    .select(["id", "am", "datei", sql`coalesce(bisher, zahlen)`.as("zahlen")])
    .where("traeger_id", "=", gesucht.actor.traegerId)
    .where("abdruck", "=", gesucht.abdruck)
    .where("id", "<>", gesucht.id ?? NO_ID)
    .where((eb) => eb.or([eb("stand", "in", ["uebernommen", "nimmt_zurueck"]), eb("bisher", "is not", null)]))
    .where(sql<number>`(coalesce(bisher, zahlen) ->> 'uebernommen')::int`, ">", 0)
    .orderBy("am")
    .execute();
  const [first] = rows;
  if (first === undefined) return { keine: true };
  const { kreis } = gesucht.actor;
  const keys = await subjectKeys(
    tx,
    kreis,
    rows.map(({ id }) => id),
  );
  const nameOf = ({ id, datei }: typeof first): string | null => {
    const key = keys.get(id);
    return key === undefined ? null : openDatei(key, { kreis, id }, datei);
  };
  const { tabellen, datei: now } = ergebnis;
  const byName = tabellen.some(({ kontext: { woher } }) => vomNamen(woher.kommune, now) || vomNamen(woher.zeit, now));
  const same = byName ? rows.find((row) => isSelberName(nameOf(row), now)) : first;
  if (same === undefined) return { umbenannt: umbenannt(nameOf(first)) };
  const { beratungen, personen, faelle, wartend, doppelt, fehlerhaft } = Zaehlung.parse(same.zahlen);
  return { schon: { am: same.am, beratungen, personen, faelle, wartend: wartend + doppelt + fehlerhaft } };
}

/** Without its name nobody can tell: then it is the same. */
const isSelberName = (before: string | null, now: string): boolean =>
  before === null || before.normalize("NFC").toLowerCase() === now.normalize("NFC").toLowerCase();

const umbenannt = (before: string | null): string =>
  `Derselbe Inhalt ist schon als „${before ?? ""}“ übernommen. Sind es andere Beratungen, sagen Sie es bei „Prüfen und übernehmen“.`;

/** Every row waits until somebody says whether the file was only renamed. */
export function alleWarten(ergebnis: Ergebnis, grund: string): Ergebnis {
  const probleme: Problem[] = [{ spalte: DATEI, buchstabe: null, wert: ergebnis.datei, grund }];
  const held = (zeile: Zeile): Zeile =>
    zeile.stand === "uebernommen" ? { ...zeile, stand: "wartet", grund, probleme } : zeile;
  return { ...ergebnis, zeilen: ergebnis.zeilen.map(held), summen: [] };
}
