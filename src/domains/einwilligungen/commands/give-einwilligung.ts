import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Erteilung } from "../model/einwilligung.ts";
import { durchProblem, monatOf, sorgeEndet } from "../model/minderjaehrig.ts";
import { isGueltig, sameEmpfaenger } from "../model/stand.ts";
import { isUnterschrift } from "../model/unterschrift.ts";
import { RECHTSRAHMEN, type Rechtsrahmen, bildschirmErlaubt, muendlichErlaubt } from "../model/zwecke.ts";
import { type Einwilligung, einwilligungOf, einwilligungenOf } from "../queries/einwilligungen.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { UNTERSCHRIFT, ZEUGE } from "../queries/sealed.ts";
import { traegerRegel } from "../queries/texte.ts";
import { refuseDay, refuseWeg, writeSchritt } from "../rows/einwilligung.ts";

/**
 * Takes down that a consent was given. One for the same purpose and recipient that held until now is replaced by it.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function giveEinwilligung(tx: Tx, actor: Actor, { id, version }: At, erteilung: Erteilung): Promise<void> {
  const earlier = await heldWithEarlier(tx, actor, id, erteilung.am);
  const now = held(await einwilligungOf(tx, actor, id), version);
  refuseWeg(now.stand, "erteilt");
  await refuseErteilung(tx, actor, now, erteilung);
  const of = await akteWithKey(tx, actor, now.personId);
  await replace(tx, actor, earlier, erteilung.am);
  const { am, gueltig_bis: gueltigBis } = erteilung;
  await tx
    .updateTable("kim.einwilligung")
    .set({
      stand: "erteilt",
      durch: erteilung.durch,
      form: erteilung.form,
      unterschrift: sealText(
        of.key,
        { kreis: actor.kreis, id },
        UNTERSCHRIFT,
        erteilung.form === "bildschirm" ? erteilung.unterschrift : null,
      ),
      zeuge: sealText(
        of.key,
        { kreis: actor.kreis, id },
        ZEUGE,
        erteilung.form === "muendlich" ? erteilung.zeuge : null,
      ),
      gueltig_ab: am,
      gueltig_bis: gueltigBis,
      volljaehrig_monat: monatOf(sorgeEndet(erteilung.durch, now.person)),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  const { kategorien } = now;
  await writeSchritt(tx, actor, of, now, { nach: "erteilt", am, kategorien, gueltigBis, grund: null });
  await recordEvent(tx, actor, {
    art: "einwilligung.erteilt",
    gegenstand: { art: "einwilligung", id },
    zweck: now.zweck,
  });
}

const UNBEKANNT = { geburtsdatum: null, geburtGeschaetzt: false } as const;

async function refuseErteilung(tx: Tx, actor: Actor, now: Einwilligung, erteilung: Erteilung): Promise<void> {
  const { am, durch, form, zeuge, gueltig_bis: bis } = erteilung;
  refuseDay(am, now.schritte.at(-1)?.am);
  const { rahmen, eigenesWortAb } = await traegerRegel(tx, actor);
  const problem = durchProblem(durch, now.person ?? UNBEKANNT, am, eigenesWortAb);
  if (problem !== undefined) throw new Refused(problem, "durch");
  if (form === "muendlich" && !muendlichErlaubt(rahmen)) {
    throw new Refused(
      `Unter der ${RECHTSRAHMEN[rahmen]} wird auf Papier eingewilligt. Drucken Sie den Text aus.`,
      "form",
    );
  }
  refuseUnterschrift(erteilung, rahmen);
  if (form === "muendlich" && zeuge === null) {
    throw new Refused("Schreiben Sie, wer dabei war. Ohne Zeug:in gilt es auf Papier.", "zeuge");
  }
  if (bis !== null && bis < am)
    throw new Refused("Der letzte Tag liegt vor dem ersten. Prüfen Sie das Datum.", "gueltig_bis");
}

/** @throws Refused where it is not signed on the screen though it says so, or where the law does not take that */
function refuseUnterschrift({ form, unterschrift }: Erteilung, rahmen: Rechtsrahmen): void {
  if (form !== "bildschirm") return;
  if (!bildschirmErlaubt(rahmen)) {
    throw new Refused(
      `Unter der ${RECHTSRAHMEN[rahmen]} wird auf Papier unterschrieben. Drucken Sie den Text aus.`,
      "form",
    );
  }
  if (unterschrift === null || !isUnterschrift(unterschrift)) {
    throw new Refused("Lassen Sie im Feld unterschreiben, oder wählen Sie Papier.", "unterschrift");
  }
}

/** Holds a consent together with those that it would replace: one purpose and one recipient have one consent that holds. */
async function heldWithEarlier(tx: Tx, actor: Actor, id: string, am: string): Promise<readonly string[]> {
  const { personId } = await einwilligungOf(tx, actor, id);
  // Whoever gives two at once would otherwise wait for herself in a circle.
  await lockRow(tx, "kim.person", personId);
  const all = await einwilligungenOf(tx, actor, personId);
  const now = all.find((one) => one.id === id);
  const earlier = all
    .filter((one) => one.id !== id && now !== undefined && one.zweck === now.zweck)
    .filter((one) => now !== undefined && sameEmpfaenger(one, now) && isGueltig(one, am))
    .map((one) => one.id);
  for (const one of [...earlier, id].toSorted()) await lockRow(tx, "kim.einwilligung", one);
  return earlier;
}

async function replace(tx: Tx, actor: Actor, earlier: readonly string[], am: string): Promise<void> {
  for (const id of earlier) {
    const one = await einwilligungOf(tx, actor, id);
    const { kategorien, gueltigBis, version } = one;
    const row = tx.updateTable("kim.einwilligung").set({ stand: "ersetzt", version: version + 1 });
    await row.where("id", "=", id).execute();
    const of = await akteWithKey(tx, actor, one.personId);
    await writeSchritt(tx, actor, of, one, { nach: "ersetzt", am, kategorien, gueltigBis, grund: null });
    await recordEvent(tx, actor, { art: "einwilligung.ersetzt", gegenstand: { art: "einwilligung", id } });
  }
}
