import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import type { KapitelEingabe } from "../model/eingabe.ts";
import { kapitelValues } from "../model/form-values.ts";
import { type Kapitel, ausZahlen } from "../model/kapitel.ts";
import { unbekannte } from "../model/text.ts";
import { type Zahlen, falscherName, zahlenOf } from "../model/zahlen.ts";
import { halbjahresberichtOf } from "../queries/berichte.ts";
import { heldKapitel } from "../queries/kapitel-akte.ts";
import { countChange } from "../rows/kapitel.ts";

/** @throws Refused (field `text`) with the line of the first name that no figure has, and the one that may be meant */
function refuseUnknown(text: string, zahlen: Zahlen): void {
  const [first] = unbekannte(text, zahlen);
  if (first === undefined) return;
  throw new Refused(falscherName(first, zahlen), "text");
}

/**
 * What is stored of a typed text. In a chapter that follows the figures the suggestion that was seen, left as it was, is no text
 * of somebody; what was written stays with the suggestion it was written against, so that it is told when figures change.
 */
function writtenOf(before: Kapitel, { text, gesehen, nehmen }: KapitelEingabe): Pick<Kapitel, "text" | "vorschlag"> {
  if (!ausZahlen(before.art)) return { text: text === "" ? null : text, vorschlag: before.vorschlag };
  if (nehmen || text === gesehen) return { text: null, vorschlag: "" };
  return { text, vorschlag: before.text === text ? before.vorschlag : gesehen };
}

/**
 * Saves the heading and the text of one chapter of a draft. Others may write other chapters meanwhile.
 * @throws NotFound for one of a released report
 * @throws Stale when it was changed since `at.version`
 * @throws Refused (field `text`) when it names a figure that does not exist or has a character without a picture
 */
export async function changeKapitel(tx: Tx, actor: Actor, { id, version }: At, input: KapitelEingabe): Promise<string> {
  const { akte, kapitel } = await heldKapitel(tx, actor, id);
  const { grundlage } = await halbjahresberichtOf(tx, actor.kreis, akte, today());
  held(kapitel, version, (row) => kapitelValues(grundlage, row));
  refuseUnknown(input.text, zahlenOf(grundlage, akte.kopf.sitzung));
  refuseUnprintable([input.titel], "titel");
  refuseUnprintable([input.text], "text");
  await tx
    .updateTable("kim.bericht_kapitel")
    .set({ titel: input.titel, ...writtenOf(kapitel, input), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await countChange(tx, akte.id);
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id: akte.id } });
  return akte.id;
}
