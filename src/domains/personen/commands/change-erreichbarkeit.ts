import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { erreichbarkeitValues } from "../model/form-values.ts";
import { type ErreichbarEingabe, kontaktzeilen, zeile } from "../model/teile.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { KONTAKT_HINWEIS, KONTAKT_WERT } from "../queries/sealed.ts";
import { writeTokens } from "../rows/search-tokens.ts";
import { type TeilBefehl, changeTeil } from "./change-teil.ts";

const NO_ART = "Wählen Sie, was das ist: Mobil, Telefon, E-Mail, Messenger oder über jemanden.";
const NO_WERT = "Geben Sie die Nummer, die Adresse oder den Namen an, oder leeren Sie die Zeile.";

const ERREICHBARKEIT: TeilBefehl<ErreichbarEingabe> = {
  values: erreichbarkeitValues,
  refuse: (_tx, eingabe) => {
    const problems = kontaktzeilen(eingabe).flatMap(({ zeile: n, art, wert }) => {
      if (wert === null) return [{ field: zeile("kontakt", n, "wert"), message: NO_WERT }];
      return art === null ? [{ field: zeile("kontakt", n, "art"), message: NO_ART }] : [];
    });
    return problems.length > 0 ? Promise.reject(new Refused(problems)) : Promise.resolve();
  },
  write: async (tx, { owner, row, key, before }, eingabe) => {
    // one row: those that were merged keep their own.
    await tx.deleteFrom("kim.person_kontakt").where("person_id", "=", row.id).execute();
    const file = { kreis: row.kreis, traeger_id: owner.traegerId, konto_id: owner.kontoId, person_id: row.id };
    const rows = kontaktzeilen(eingabe).flatMap(({ art, wert, hinweis, keinBand }, i) => {
      if (art === null || wert === null) return [];
      const at = { kreis: row.kreis, id: randomUUID() };
      const sealed = {
        wert: sealText(key, at, KONTAKT_WERT, wert),
        hinweis: sealText(key, at, KONTAKT_HINWEIS, hinweis),
      };
      return [{ ...file, ...at, ...sealed, rang: i + 1, art, kein_band: keinBand }];
    });
    if (rows.length > 0) await tx.insertInto("kim.person_kontakt").values(rows).execute();
    // one row: as above.
    await tx.deleteFrom("kim.person_token").where("person_id", "=", row.id).execute();
    const { name, geburtsdatum, geburtsjahr } = before;
    const kontakte = kontaktzeilen(eingabe).map(({ art, wert }) => ({ art: art ?? "", wert: wert ?? "" }));
    await writeTokens(tx, owner, [{ id: row.id, name, geburtsdatum, geburtsjahr, kontakte }]);
  },
};

/** Changes how somebody is reached. @throws NotFound, Stale, Refused as `changeTeil` does */
export const changeErreichbarkeit = (tx: Tx, actor: Actor, at: At, eingabe: ErreichbarEingabe): Promise<void> =>
  changeTeil(tx, actor, at, ERREICHBARKEIT, eingabe);
