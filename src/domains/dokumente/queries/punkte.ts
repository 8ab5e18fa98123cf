import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { DRUCKSPRACHE, type Drucksprache } from "../../codelisten/index.ts";
import { EIGENE, type Zeile, sindFrei } from "../../uebersetzungen/index.ts";
import { type Liste, zeilen } from "../model/mitbringen.ts";
import { listenOf } from "./vorlagen.ts";

/** The translation of a list's own lines into one language, as it was written; `zeilen` one a line, in the order of the German. */
export type Uebersetzung = {
  readonly liste: string;
  readonly sprache: Drucksprache;
  readonly zeilen: readonly string[];
  readonly version: number;
};

/** What one's own Träger has translated of its lists, or of one of them. Bounded by its lists and the languages. */
export async function uebersetzungenOf(tx: Tx, actor: Actor, liste?: string): Promise<readonly Uebersetzung[]> {
  let query = tx
    .selectFrom("kim.mitbringliste_uebersetzung")
    .select(["liste_id", "sprache", "zeilen", "version"])
    .where("traeger_id", "=", actor.traegerId);
  if (liste !== undefined) query = query.where("liste_id", "=", liste);
  return (await query.execute()).flatMap(({ liste_id, sprache: stored, zeilen: text, version }) => {
    const sprache = DRUCKSPRACHE.find((one) => one === stored);
    return sprache === undefined ? [] : [{ liste: liste_id, sprache, zeilen: zeilen(text), version }];
  });
}

/** The German lines, each with its translation beside it; none where the German has other lines by now. */
const nebeneinander = ({ weiteres }: Liste, { zeilen: texte }: Uebersetzung): readonly Zeile[] =>
  texte.length === weiteres.length ? weiteres.map((deutsch, i) => ({ deutsch, text: texte[i] ?? "" })) : [];

/** A Träger's own lines of a list, in German and beside it in each language that it has written them in. */
type EigenePunkte = {
  readonly id: string;
  readonly anlass: string;
  readonly worte: ReadonlyMap<Drucksprache, readonly Zeile[]>;
};

/** The lists of one's own Träger that have lines of its own in another language. */
export async function eigenePunkte(tx: Tx, actor: Actor): Promise<readonly EigenePunkte[]> {
  const alle = await uebersetzungenOf(tx, actor);
  const listen = alle.length === 0 ? [] : await listenOf(tx, actor);
  return listen.flatMap((liste) => {
    const own = alle.filter((one) => one.liste === liste.key);
    const worte = new Map(own.map((one) => [one.sprache, nebeneinander(liste, one)]));
    return own.length === 0 ? [] : [{ id: liste.key, anlass: liste.anlass, worte }];
  });
}

/** The own lines of a list for a letter: with their translation where the Träger has released it, otherwise `text` is "". */
export async function punkteFuer(
  tx: Tx,
  actor: Actor,
  liste: Liste,
  sprache: Drucksprache | null,
): Promise<readonly Zeile[]> {
  const deutsch = liste.weiteres.map((one) => ({ deutsch: one, text: "" }));
  if (sprache === null || sprache === "de" || deutsch.length === 0) return deutsch;
  const own = (await uebersetzungenOf(tx, actor, liste.key)).find((one) => one.sprache === sprache);
  const worte = own === undefined ? [] : nebeneinander(liste, own);
  const stelle = { formular: EIGENE, gegenstand: liste.key, sprache };
  const frei = worte.length > 0 && (await sindFrei(tx, actor.traegerId, stelle, worte));
  return frei ? worte : deutsch;
}
