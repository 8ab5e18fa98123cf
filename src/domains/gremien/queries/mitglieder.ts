import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { compareNames } from "../../../platform/words.ts";
import { type Mitglied, ROLLE, mitgliedText } from "../model/gremium.ts";
import { openPerson } from "../rows/mitglied.ts";

/** A member, and whether this person may read its name: `lesbar` is false where another Träger keeps it. */
export type MitgliedAkte = Mitglied & { readonly lesbar: boolean };

type Wish = { readonly gremiumId?: string; readonly ids?: readonly string[] };

/** Members of a body, or some of any: whoever leads it first, then as they are called. */
export async function mitglieder(tx: Tx, { kreis }: { readonly kreis: string }, wish: Wish): Promise<MitgliedAkte[]> {
  const { gremiumId, ids } = wish;
  const rows = await tx
    .selectFrom("kim.gremium_mitglied")
    .selectAll()
    .$if(gremiumId !== undefined, (q) => q.where("gremium_id", "=", gremiumId ?? ""))
    .$if(ids !== undefined, (q) => q.where("id", "=", anyOf(ids ?? [])))
    .execute();
  const keys = await subjectKeys(tx, kreis, [...new Set(rows.flatMap(({ schluessel }) => schluessel ?? []))]);
  const all = rows.map((row) => {
    const key = keys.get(row.schluessel ?? "");
    return {
      id: row.id,
      gremiumId: row.gremium_id,
      organisation: row.organisation,
      funktion: row.funktion,
      rolle: known(ROLLE, row.rolle),
      stimme: row.stimme,
      vertrittId: row.vertritt_id,
      ...openPerson(key, { kreis, id: row.id }, row),
      von: row.von,
      bis: row.bis,
      version: row.version,
      lesbar: row.schluessel === null || key !== undefined,
    };
  });
  const rank = ({ rolle }: Mitglied) => ROLLE.indexOf(rolle);
  return all.toSorted(
    (a, b) => rank(a) - rank(b) || compareNames(mitgliedText(a), mitgliedText(b)) || (a.id < b.id ? -1 : 1),
  );
}

/** One member. @throws NotFound */
export async function mitgliedOf(tx: Tx, actor: { readonly kreis: string }, id: string): Promise<MitgliedAkte> {
  const [found] = isId(id) ? await mitglieder(tx, actor, { ids: [id] }) : [];
  if (found === undefined) throw new NotFound();
  return found;
}
