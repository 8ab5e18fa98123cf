import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { At } from "../../../platform/held.ts";
import { nameValues } from "../model/form-values.ts";
import { namePartsOf } from "../model/person.ts";
import type { NameEingabe } from "../model/teile.ts";
import { Refused } from "../../../platform/form.ts";
import { wirdBenannt } from "../model/ja.ts";
import { hatBeratungen } from "../queries/fruehere.ts";
import { noteJa } from "./note-ja.ts";
import { ageBand, refuseProblem, refuseWahl } from "../rows/person.ts";
import { writeTokens } from "../rows/search-tokens.ts";
import type { Person } from "../queries/person.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { GEBURTSJAHR, sealBirth, sealName } from "../queries/sealed.ts";
import { type TeilBefehl, changeTeil } from "./change-teil.ts";

const JA_FEHLT =
  "Bisher stand hier nur ein Kürzel oder ein Teil des Namens. Fragen Sie die Person, ob ihre früheren Beratungen unter ihrem Namen stehen dürfen. Sagt sie Nein, legen Sie sie unter ihrem Namen neu an.";

/** Whether contacts under a pseudonym would stand under a whole name. */
const joins = async (tx: Tx, eingabe: NameEingabe, before: Person): Promise<boolean> =>
  wirdBenannt(before.name, namePartsOf(eingabe)) && hatBeratungen(tx, before.id);

const NAME = (actor: Actor): TeilBefehl<NameEingabe> => ({
  values: nameValues,
  refuse: async (tx, eingabe, before) => {
    refuseProblem(eingabe);
    await refuseWahl(tx, today(), before, { person_altersgruppe: [eingabe.person_altersgruppe] });
    if (eingabe.ja === undefined && (await joins(tx, eingabe, before))) throw new Refused(JA_FEHLT, "ja");
  },
  write: async (tx, { owner, row, key, before }, eingabe) => {
    const { geburtsjahr, person_geburtsdatum: geburtsdatum } = eingabe;
    const name = namePartsOf(eingabe);
    await tx
      .updateTable("kim.person")
      .set({
        name: sealName(key, row, name),
        geburtsdatum: sealBirth(key, row, geburtsdatum),
        geburtsjahr: sealText(key, row, GEBURTSJAHR, geburtsjahr),
        geburt_geschaetzt: eingabe.geburt_geschaetzt && (geburtsdatum ?? geburtsjahr) !== null,
        geschlecht: eingabe.geschlecht,
        // The age band stays that of the day of recording: the figures ask how old somebody was then.
        altersgruppe: await ageBand(tx, eingabe, before.erfasstAm),
      })
      .where("id", "=", row.id)
      .execute();
    // one row: those that were merged keep their own.
    await tx.deleteFrom("kim.person_token").where("person_id", "=", row.id).execute();
    await writeTokens(tx, owner, [{ id: row.id, name, geburtsdatum, geburtsjahr, kontakte: before.kontakte }]);
    if (eingabe.ja !== undefined && (await joins(tx, eingabe, before)))
      await noteJa(tx, actor, row.id, { art: eingabe.ja, was: "name" });
  },
});

/** Changes name, birth and gender. @throws NotFound, Stale, Refused as `changeTeil` does */
export const changePerson = (tx: Tx, actor: Actor, at: At, eingabe: NameEingabe): Promise<void> =>
  changeTeil(tx, actor, at, NAME(actor), eingabe);
