import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { type EntwurfEingabe, zurueckgesetzt } from "../eingabe.ts";
import { entwurfValues } from "../form-values.ts";
import { type Halbjahresbericht, papierOf } from "../halbjahresbericht.ts";
import { NichtSetzbar, pdfOf } from "../pdf.ts";
import { type BerichtAkte, halbjahresberichtOf, heldEntwurf } from "../queries.ts";
import { BAUSTEINE, type Texte, vorschlaege } from "../vorschlag.ts";

/**
 * Which blocks somebody wrote: those that differ from the suggestion. One that was left as it was keeps the suggestion it was
 * written against, so that it is still told that the figures have changed since.
 */
function texteOf(b: Halbjahresbericht, before: Texte, input: EntwurfEingabe): Texte {
  const now = vorschlaege(b.grundlage);
  const back = new Set(zurueckgesetzt(input));
  const written = BAUSTEINE.filter((key) => !back.has(key) && input[key] !== now[key]);
  return Object.fromEntries(
    written.map((key) => {
      const old = before[key];
      return [key, old?.text === input[key] ? old : { text: input[key], vorschlag: now[key] }];
    }),
  );
}

/** Refuses what no font has a picture of, before it stands in the way of a release. */
function refuseUnprintable(b: Halbjahresbericht): void {
  try {
    pdfOf(papierOf(b));
  } catch (error) {
    if (!(error instanceof NichtSetzbar)) throw error;
    throw new Refused(`${error.message}. Ersetzen Sie sie durch andere Zeichen.`);
  }
}

/**
 * Saves head and text blocks of a draft.
 * @throws NotFound for a released report
 * @throws Stale when it was changed since `version`
 * @throws Refused when a character has no place in a PDF for everybody
 */
export async function changeBericht(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: EntwurfEingabe,
): Promise<void> {
  const now: BerichtAkte = await heldEntwurf(tx, actor, id);
  const before = await halbjahresberichtOf(tx, actor.kreis, now, today());
  if (now.version !== version) throw new Stale(now.version, entwurfValues(before));
  const { titel, gremium, sitzung, vorlage, amt, unterschrift } = input;
  const kopf = { gremium, sitzung, vorlage, amt, unterschrift };
  const texte = texteOf(before, now.texte, input);
  refuseUnprintable({ ...before, titel, kopf, texte });
  await tx
    .updateTable("kim.bericht")
    .set({ titel, kopf: JSON.stringify(kopf), texte: JSON.stringify(texte), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id } });
}
