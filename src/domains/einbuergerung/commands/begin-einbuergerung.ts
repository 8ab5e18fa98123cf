import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { NeueEinbuergerung } from "../model/eingabe.ts";
import { STAENDE } from "../model/stand.ts";
import { behoerden } from "../queries/behoerden.ts";
import { laufendeOf } from "../queries/einbuergerungen.ts";
import { perspektiven, wegeAm } from "../queries/regeln.ts";
import { writeSchritt } from "../rows/schritt.ts";

/**
 * Begins a naturalisation of a person of one's own with its Vor-Check. Returns the new id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused where one is under way, and naming the field that has to be put right
 */
export async function beginEinbuergerung(
  tx: Tx,
  actor: Actor,
  person: string,
  input: NeueEinbuergerung,
): Promise<string> {
  await lockRow(tx, "kim.person", person);
  const of = await akteWithKey(tx, actor, person);
  const laeuft = await laufendeOf(tx, person);
  if (laeuft !== undefined) {
    throw new Refused(`Es läuft schon eine Einbürgerung („${STAENDE[laeuft.stand]}“). Führen Sie diese weiter.`);
  }
  refuseLater("am", input.am);
  refuseClosed({
    name: "perspektive",
    label: "Nach welchem Paragrafen?",
    list: wegeAm(await perspektiven(tx), input.am),
    chosen: [input.perspektive],
  });
  if (!(await behoerden(tx)).includes(input.ebh)) {
    throw new Refused("Wählen Sie eine Einbürgerungsbehörde aus der Liste.", "ebh");
  }
  const id = randomUUID();
  const { am, notiz, perspektive, ebh, nachfragen_am } = input;
  await tx
    .insertInto("kim.einbuergerung")
    .values({ ...of.akte, id, person_id: person, perspektive, ebh, stand: "vorcheck", stand_seit: am, nachfragen_am })
    .execute();
  await writeSchritt(tx, actor, of, { einbuergerungId: id, folge: 1, nach: "vorcheck", am, bis: null, notiz });
  await recordEvent(tx, actor, { art: "einbuergerung.angelegt", gegenstand: { art: "einbuergerung", id } });
  return id;
}
