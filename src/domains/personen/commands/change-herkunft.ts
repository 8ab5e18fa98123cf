import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { herkunftValues } from "../model/form-values.ts";
import type { HerkunftEingabe } from "../model/teile.ts";
import { refuseWahl } from "../rows/person.ts";
import { sealAnschrift } from "../queries/sealed.ts";
import { type TeilBefehl, changeTeil } from "./change-teil.ts";

const LATER = "Das liegt in der Zukunft. Prüfen Sie Monat und Jahr.";
const ORDER = "Im Kreis kann niemand länger sein als in Deutschland. Prüfen Sie beide Angaben.";

/** Nationalities, each once, the first one counts. */
const staatenOf = ({ staaten }: HerkunftEingabe): string[] => [...new Set(staaten.filter((staat) => staat !== ""))];

function refuseTimes({ in_deutschland_seit: land, im_kreis_seit: kreis }: HerkunftEingabe): void {
  const now = today();
  const isLater = (seit: string | null) => seit !== null && seit > now.slice(0, seit.length);
  if (isLater(land)) throw new Refused(LATER, "in_deutschland_seit");
  if (isLater(kreis)) throw new Refused(LATER, "im_kreis_seit");
  if (land === null || kreis === null) return;
  const length = Math.min(land.length, kreis.length);
  if (kreis.slice(0, length) < land.slice(0, length)) throw new Refused(ORDER, "im_kreis_seit");
}

const HERKUNFT: TeilBefehl<HerkunftEingabe> = {
  values: herkunftValues,
  refuse: async (tx, eingabe, before) => {
    refuseTimes(eingabe);
    await refuseWahl(tx, today(), before, {
      person_kommune: [eingabe.person_kommune],
      unterkunftsart: [eingabe.unterkunftsart],
      staaten: staatenOf(eingabe),
      geburtsland: [eingabe.geburtsland],
    });
  },
  write: async (tx, { owner, row, key }, eingabe) => {
    const [first = null, ...others] = staatenOf(eingabe);
    const { strasse, plz, ort, bei } = eingabe;
    await tx
      .updateTable("kim.person")
      .set({
        ags: eingabe.person_kommune,
        anschrift: sealAnschrift(key, row, { strasse, plz, ort, bei }),
        unterkunftsart: eingabe.unterkunftsart,
        staatsangehoerigkeit: first,
        geburtsland: eingabe.geburtsland,
        in_deutschland_seit: eingabe.in_deutschland_seit,
        im_kreis_seit: eingabe.im_kreis_seit,
      })
      .where("id", "=", row.id)
      .execute();
    // one row: those that were merged keep their own.
    await tx.deleteFrom("kim.person_staat").where("person_id", "=", row.id).execute();
    if (others.length === 0) return;
    const file = { kreis: row.kreis, traeger_id: owner.traegerId, konto_id: owner.kontoId, person_id: row.id };
    await tx
      .insertInto("kim.person_staat")
      .values(others.map((staat) => ({ ...file, staat })))
      .execute();
  },
};

/** Changes where somebody comes from and lives. @throws NotFound, Stale, Refused as `changeTeil` does */
export const changeHerkunft = (tx: Tx, actor: Actor, at: At, eingabe: HerkunftEingabe): Promise<void> =>
  changeTeil(tx, actor, at, HERKUNFT, eingabe);
