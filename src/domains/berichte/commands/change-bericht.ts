import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { type EntwurfEingabe, zurueckgesetzt } from "../model/eingabe.ts";
import { entwurfValues } from "../model/form-values.ts";
import { type Halbjahresbericht, papierOf } from "../model/halbjahresbericht.ts";
import { NichtSetzbar, pdfOf } from "../documents/pdf.ts";
import { halbjahresberichtOf, heldEntwurf } from "../queries/berichte.ts";
import { BAUSTEINE, type Texte } from "../model/vorschlag.ts";

/**
 * Which blocks somebody wrote: those that differ from the suggestion that was seen, which may be older than that of today.
 * What was written stays with the suggestion it was written against, so that it is told when the figures say something else.
 */
function texteOf(before: Texte, input: EntwurfEingabe): Texte {
  const back = new Set(zurueckgesetzt(input));
  const entries = BAUSTEINE.filter((key) => !back.has(key)).map((key) => {
    const [text, vorschlag, old] = [input[key], input[`gesehen_${key}`], before[key]];
    return [key, old?.text === text ? old : { text, vorschlag }] as const;
  });
  return Object.fromEntries(entries.filter(([, { text, vorschlag }]) => text !== vorschlag));
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
 * @throws Stale when it was changed since `at.version`
 * @throws Refused when a character has no place in a PDF for everybody
 */
export async function changeBericht(tx: Tx, actor: Actor, { id, version }: At, input: EntwurfEingabe): Promise<void> {
  const now = await heldEntwurf(tx, actor, id);
  const before = await halbjahresberichtOf(tx, actor.kreis, now, today());
  held(now, version, () => entwurfValues(before));
  const { titel, gremium, sitzung, vorlage, amt, unterschrift } = input;
  const kopf = { gremium, sitzung, vorlage, amt, unterschrift };
  const texte = texteOf(now.texte, input);
  refuseUnprintable({ ...before, titel, kopf, texte });
  await tx
    .updateTable("kim.bericht")
    .set({ titel, kopf: JSON.stringify(kopf), texte: JSON.stringify(texte), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id } });
}
