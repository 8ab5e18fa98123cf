import { refuseLater } from "../../../platform/not-later.ts";
import { akteWithKey } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { NeuerFall } from "../model/fall.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { ANLIEGEN } from "../queries/sealed.ts";
import { refuseEnded, writeSchritt } from "../rows/fall.ts";

/**
 * Begins a case about a person of one's own; it starts as a request. Its number is the next of the Kreis and of the year in
 * which it began. Returns the new id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused naming the field that has to be put right
 */
export async function openFall(tx: Tx, actor: Actor, eingabe: NeuerFall): Promise<string> {
  refuseLater("begonnen", eingabe.begonnen);
  if (eingabe.art === "mukis" && !may(actor, "muki.schreiben")) throw new Refused(NUR_MUKIS, "art");
  await lockRow(tx, "kim.person", eingabe.person);
  const { akte, key } = await akteWithKey(tx, actor, eingabe.person);
  await refuseEnded(tx, "zugangsweg", eingabe.zugangsweg, eingabe.begonnen);
  const id = randomUUID();
  const jahr = Number(eingabe.begonnen.slice(0, 4));
  await tx
    .insertInto("kim.fall")
    .values({
      ...akte,
      id,
      person_id: eingabe.person,
      art: eingabe.art,
      jahr,
      nummer: await naechsteNummer(tx, actor.kreis, jahr),
      begonnen: eingabe.begonnen,
      zugangsweg: eingabe.zugangsweg,
      dringlichkeit: eingabe.dringlichkeit,
      anliegen: sealText(key, { kreis: actor.kreis, id }, ANLIEGEN, eingabe.anliegen),
      phase: "anfrage",
      phase_seit: eingabe.begonnen,
    })
    .execute();
  await writeSchritt(tx, actor, { akte, key }, { ...ERSTER, fallId: id, am: eingabe.begonnen });
  await recordEvent(tx, actor, { art: "fall.angelegt", gegenstand: { art: "fall", id } });
  return id;
}

const NUR_MUKIS = "Fälle von MuKi-S legt das Team MuKi-S an. Wählen Sie „Case Management“.";

const ERSTER = { folge: 1, von: null, nach: "anfrage", grund: null, abschlussgrund: null } as const;

/** The row of the year is held until the case is stored, or not: so there is neither a gap nor a number twice. */
async function naechsteNummer(tx: Tx, kreis: string, jahr: number): Promise<number> {
  const { letzte } = await tx
    .insertInto("kim.aktenzeichen")
    .values({ kreis, jahr, letzte: 1 })
    .onConflict((c) => c.columns(["kreis", "jahr"]).doUpdateSet({ letzte: sql`aktenzeichen.letzte + 1` }))
    .returning("letzte")
    .executeTakeFirstOrThrow();
  return letzte;
}
