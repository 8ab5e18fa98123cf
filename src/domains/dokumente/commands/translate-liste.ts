import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, type Values } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { zahl } from "../../../platform/words.ts";
import type { Drucksprache } from "../../codelisten/index.ts";
import { type Liste, type PunkteEingabe, zeilen } from "../model/mitbringen.ts";
import { type Uebersetzung, uebersetzungenOf } from "../queries/punkte.ts";
import { listenOf } from "../queries/vorlagen.ts";

type Stand = Pick<Uebersetzung, "zeilen" | "version">;
/** Nothing is written yet: as the first version, so that a form from before is known to be one. */
const KEINE: Stand = { zeilen: [], version: 1 };

/** What the form of a translation is filled with. */
export const punkteValues = ({ zeilen: texte }: Stand): Values => ({ zeilen: [texte.join("\n")] });

/** A list of one's own Träger with its lines in a language, as they are; without any, version 1. @throws NotFound */
export async function punkteIn(
  tx: Tx,
  actor: Actor,
  id: string,
  sprache: Drucksprache,
): Promise<{ readonly liste: Liste; readonly stand: Stand }> {
  const liste = (await listenOf(tx, actor)).find(({ key, version }) => key === id && version !== undefined);
  if (liste === undefined || liste.weiteres.length === 0 || sprache === "de") throw new NotFound();
  const stand = (await uebersetzungenOf(tx, actor, id)).find((one) => one.sprache === sprache) ?? KEINE;
  return { liste, stand };
}

/**
 * Writes the own lines of a list in another language, or takes them away. What was released of them is not any more.
 * @throws NotFound, Stale
 * @throws Refused where there are more or fewer lines than in German: each stands beside one
 */
export async function translateListe(
  tx: Tx,
  actor: Actor,
  at: At,
  { sprache, zeilen: typed }: PunkteEingabe,
): Promise<void> {
  await lockRow(tx, "kim.mitbringliste", at.id);
  const { liste, stand } = await punkteIn(tx, actor, at.id, sprache);
  const now = held(stand, at.version, punkteValues);
  const texte = zeilen(typed);
  const n = liste.weiteres.length;
  if (texte.length > 0 && texte.length !== n) {
    const punkte = n === 1 ? "ein Punkt" : `${zahl(n)} Punkte`;
    throw new Refused(
      `Auf Deutsch ${n === 1 ? "ist es" : "sind es"} ${punkte}: Schreiben Sie zu jedem eine Zeile.`,
      "zeilen",
    );
  }
  await tx
    .deleteFrom("kim.mitbringliste_uebersetzung")
    .where("liste_id", "=", at.id)
    .where("sprache", "=", sprache)
    .execute();
  if (texte.length > 0) {
    await tx
      .insertInto("kim.mitbringliste_uebersetzung")
      .values({
        kreis: actor.kreis,
        traeger_id: actor.traegerId,
        liste_id: at.id,
        sprache,
        zeilen: texte.join("\n"),
        version: now.version + 1,
      })
      .execute();
  }
  const gegenstand = { art: "mitbringliste", id: at.id };
  await recordEvent(tx, actor, { art: "mitbringliste.uebersetzt", gegenstand, zweck: sprache });
}
