import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { daysFrom } from "../../../platform/span.ts";
import { anschlussOf, noteJa, personFiles, shownFor, takeBackJa } from "../../personen/index.ts";
import { type AnschlussEingabe, TAGE_ZURUECK } from "../model/anschluss.ts";
import { nachStufe } from "../model/beratung.ts";
import { fassungenOf } from "../rows/fassung.ts";
import { type Beratung, beratungOf } from "../queries/beratungen.ts";
import { angeschlossene } from "../queries/anschluss.ts";
import { writeBeratung } from "./correct.ts";

const ONLY_OWN =
  "Anschließen kann nur, wer die Akte führt: Wer damals ohne Namen da war, weiß nur, wer das Gespräch geführt hat.";
const NOT_ANY_MORE =
  "Eine der Beratungen ist nicht mehr ohne Namen, oder sie ist älter als zwölf Wochen. Wählen Sie noch einmal.";
const LATER = "Das liegt in der Zukunft. Tragen Sie es ein, wenn sie Ja gesagt hat.";
const NONE = "Wählen Sie aus, welche Beratungen wieder ohne Namen stehen sollen.";
const JOINED = "Mit dem Ja der Person angeschlossen.";
const PARTED = "Die Person hat ihr Ja zurückgenommen.";

/**
 * Lets earlier anonymous consultations of one's own stand under the name of a person who said yes to it. What the stage left out before
 * is kept, so that she can take it back. Returns the id of the yes.
 * @throws NotFound for a foreign person as for none
 * @throws Refused for somebody else's file, and for a consultation that is none of these
 */
export async function joinBeratungen(tx: Tx, actor: Actor, of: string, eingabe: AnschlussEingabe): Promise<string> {
  const person = (await shownFor(tx, [of])).get(of);
  if (person === undefined) throw new NotFound();
  await lockRow(tx, "kim.person", person);
  if ((await personFiles(tx, [person])).get(person) !== actor.kontoId) throw new Refused(ONLY_OWN);
  if (eingabe.am > today()) throw new Refused(LATER, "am");
  const chosen = await heldAll(tx, actor, eingabe.beratungen);
  const earliest = daysFrom(today(), -TAGE_ZURUECK);
  const fits = (b: Beratung) => b.stufe === "1" && !b.zurueckgezogen && b.am >= earliest && b.kontoId === actor.kontoId;
  if (!chosen.every(fits)) throw new Refused(NOT_ANY_MORE, "beratungen");
  const anschluss = await noteJa(tx, actor, person, { art: eingabe.ja, am: eingabe.am, was: "beratungen" });
  for (const before of chosen) {
    const now = nachStufe({ ...before, stufe: "2", personen: [person], notiz: noteOf(before) });
    await writeBeratung(tx, actor, before, now, { grund: JOINED, anschluss });
  }
  return anschluss;
}

const noteOf = ({ notiz }: Beratung): string => (typeof notiz === "object" ? notiz.text : "");

/** All of them, held until the end. @throws NotFound */
async function heldAll(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Beratung[]> {
  const found: Beratung[] = [];
  for (const id of [...new Set(ids)].toSorted()) {
    await lockRow(tx, "kim.beratung", id);
    const one = await beratungOf(tx, actor, id);
    if (one === undefined) throw new NotFound();
    found.push(one);
  }
  return found;
}

/**
 * The person takes her yes back, for all of the consultations or some: they are anonymous again, with what the stage had left out and
 * the note as it was then. What was written into it since goes, because it was written about her. Says what it was a yes to.
 * @throws NotFound, Stale, Refused
 */
export async function partBeratungen(
  tx: Tx,
  actor: Actor,
  at: { readonly id: string; readonly version: number },
  ids: readonly string[],
): Promise<string> {
  const ja = await anschlussOf(tx, at.id);
  if (ja === undefined) throw new NotFound();
  await lockRow(tx, "kim.person", ja.personId);
  const joined = (await angeschlossene(tx, at.id)).map(({ id }) => id);
  const chosen = joined.filter((id) => ids.includes(id));
  if (joined.length > 0 && chosen.length === 0) throw new Refused(NONE, "beratungen");
  for (const before of await heldAll(tx, actor, chosen)) {
    const then = (await fassungenOf(tx, actor, before.id)).find(({ werte }) => werte.stufe !== "2");
    if (then === undefined) throw new NotFound();
    const { stufe, herkunftsgruppe, altersgruppe, personenzahl } = then.werte;
    const as = { stufe, herkunftsgruppe, altersgruppe, personenzahl, personen: [], notiz: then.notiz ?? "" };
    await writeBeratung(tx, actor, before, { ...before, ...as }, { grund: PARTED });
  }
  if (chosen.length === joined.length) await takeBackJa(tx, actor, at);
  return ja.was;
}
