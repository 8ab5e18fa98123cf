import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { At } from "../../../platform/held.ts";
import { verstaendigungValues } from "../model/form-values.ts";
import { type VerstaendigungEingabe, sprachzeilen, zeile } from "../model/teile.ts";
import { refuseWahl } from "../rows/person.ts";
import { type TeilBefehl, changeTeil } from "./change-teil.ts";

const VERSTAENDIGUNG: TeilBefehl<VerstaendigungEingabe> = {
  values: verstaendigungValues,
  refuse: async (tx, eingabe, before) => {
    const rows = sprachzeilen(eingabe).map(({ code, zeile: n }) => [zeile("sprache", n, "code"), [code]]);
    await refuseWahl(tx, today(), before, {
      verstaendigungssprache: [eingabe.verstaendigungssprache],
      ...Object.fromEntries(rows),
    });
  },
  write: async (tx, { owner, row }, eingabe) => {
    await tx
      .updateTable("kim.person")
      .set({ verstaendigungssprache: eingabe.verstaendigungssprache, sprachmittlung: eingabe.sprachmittlung })
      .where("id", "=", row.id)
      .execute();
    // one row: those that were merged keep their own.
    await tx.deleteFrom("kim.person_sprache").where("person_id", "=", row.id).execute();
    const file = { kreis: row.kreis, traeger_id: owner.traegerId, konto_id: owner.kontoId, person_id: row.id };
    const rows = sprachzeilen(eingabe).map(({ code, erstsprache, basis, hoeren, sprechen, lesen, schreiben }) => {
      const levels = { basis, hoeren, sprechen, lesen, schreiben };
      return { ...file, sprache: code, erstsprache, ...levels };
    });
    if (rows.length > 0) await tx.insertInto("kim.person_sprache").values(rows).execute();
  },
};

/** Changes languages and how one talks with somebody. @throws NotFound, Stale, Refused as `changeTeil` does */
export const changeVerstaendigung = (tx: Tx, actor: Actor, at: At, eingabe: VerstaendigungEingabe): Promise<void> =>
  changeTeil(tx, actor, at, VERSTAENDIGUNG, eingabe);
