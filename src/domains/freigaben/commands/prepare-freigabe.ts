import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { Refused } from "../../../platform/form.ts";
import { keepOpen, lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { faelleOf, refuseGesperrt } from "../../faelle/index.ts";
import { akteWithKey } from "../../personen/index.ts";
import { type EmpfaengerArt, empfaengerZu } from "../../einwilligungen/index.ts";
import type { NeueFreigabe } from "../model/eingabe.ts";
import type { Art } from "../model/stand.ts";
import { ANLIEGEN, EMPFAENGER_NAME } from "../queries/sealed.ts";
import { traegerNamen } from "../queries/schritte.ts";
import { ziele } from "../queries/ziele.ts";

type Ziel = {
  readonly art: Art;
  readonly an: string | null;
  readonly empfaengerArt: EmpfaengerArt;
  readonly empfaenger: string | null;
};

/** What the field is called on the page. */
export const BEI_WEM = {
  abh: "Bei wem ist die Behörde?",
  ebh: "Bei wem ist die Behörde?",
  traeger: "Wer soll übernehmen?",
} as const;

const BEHOERDE = { abh: "auslaenderbehoerde", ebh: "einbuergerungsbehoerde" } as const;

/**
 * Writes down that something is to go to an authority, to another Träger, or by a link to a place without an account. Nothing has
 * gone out yet. Returns the new id.
 * @throws NotFound for a foreign person as for none; Refused naming the field that has to be put right
 */
export async function prepareFreigabe(tx: Tx, actor: Actor, personId: string, eingabe: NeueFreigabe): Promise<string> {
  return write(tx, actor, personId, await ziel(tx, actor, eingabe), eingabe);
}

/** What a referral is prepared with: it knows its place, its case and itself. */
export type ZuVerweis = {
  readonly personId: string;
  readonly verweis: string;
  readonly fall: string | null;
  readonly empfaengerArt: EmpfaengerArt;
  readonly empfaenger: string;
  readonly anliegen: string;
};

/** The same for a referral, by a link to its place. @throws NotFound, Refused */
export const prepareLink = (tx: Tx, actor: Actor, { personId, empfaengerArt, empfaenger, ...of }: ZuVerweis) =>
  write(tx, actor, personId, { art: "link", an: null, empfaengerArt, empfaenger }, of);

async function ziel(tx: Tx, actor: Actor, { art, an, empfaenger_art, empfaenger }: NeueFreigabe): Promise<Ziel> {
  if (art === "link") {
    if (empfaenger_art === null || !empfaengerZu("weitergabe").includes(empfaenger_art)) {
      throw new Refused("Wählen Sie, was für eine Stelle es ist.", "empfaenger_art");
    }
    return { art, an: null, empfaengerArt: empfaenger_art, empfaenger };
  }
  refuseClosed({ name: "an", label: BEI_WEM[art], list: await ziele(tx, actor, art), chosen: [an ?? ""] });
  if (an === null || !(await keepOpen(tx, "kim.traeger", an))) throw new Refused("Wählen Sie, bei wem.", "an");
  if (art !== "traeger") return { art, an, empfaengerArt: BEHOERDE[art], empfaenger: null };
  return { art, an, empfaengerArt: "traeger", empfaenger: (await traegerNamen(tx, [an])).get(an) ?? "" };
}

async function write(
  tx: Tx,
  actor: Actor,
  personId: string,
  { art, an, empfaengerArt, empfaenger }: Ziel,
  { fall, anliegen, verweis }: Pick<NeueFreigabe, "fall" | "anliegen"> & { readonly verweis?: string },
): Promise<string> {
  await lockRow(tx, "kim.person", personId);
  const { akte, key } = await akteWithKey(tx, actor, personId);
  if (fall !== null) {
    const chosen = (await faelleOf(tx, personId)).find((one) => one.id === fall);
    if (chosen === undefined) throw new Refused("Wählen Sie einen Fall dieser Person.", "fall");
    refuseGesperrt(chosen);
  }
  const row = { kreis: actor.kreis, id: randomUUID() };
  await tx
    .insertInto("kim.freigabe_akte")
    .values({
      ...akte,
      ...row,
      person_id: personId,
      fall_id: fall,
      verweis_id: verweis ?? null,
      art,
      an_traeger_id: an,
      empfaenger_art: empfaengerArt,
      empfaenger: sealText(key, row, EMPFAENGER_NAME, empfaenger),
      anliegen: sealText(key, row, ANLIEGEN, anliegen),
      angelegt_am: today(),
    })
    .execute();
  await recordEvent(tx, actor, {
    art: "freigabe.vorbereitet",
    gegenstand: { art: "freigabe", id: row.id },
    zweck: art,
  });
  return row.id;
}
