import { refuseClosed } from "../../../platform/choice.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import type { Massnahme, MassnahmeEingabe } from "../model/massnahme.ts";
import { ohneBeschluss } from "../model/stand.ts";
import { type Wahl, wahl } from "../queries/wahl.ts";

type Kept = Pick<Massnahme, "luecken" | "organisationen" | "beschlussId" | "gruppeId" | "stand">;

/** What was chosen: each once, without what was left open. */
const each = (ids: readonly string[]): string[] => [...new Set(ids.filter((id) => id !== ""))];

/** @throws Refused naming the field: something closed or unknown was chosen, somebody can be recognised, or the Beschluss is missing. Returns what could be chosen */
export async function refuseMassnahme(tx: Tx, input: MassnahmeEingabe, kept?: Kept): Promise<Wahl> {
  const from = await wahl(tx);
  const { luecken, organisationen, beschluesse, gruppen } = from;
  if (each(input.luecken).length === 0)
    throw new Refused("Wählen Sie mindestens eine Lücke, gegen die die Maßnahme hilft.", "luecken");
  const one = (value: string | null) => (value === null ? [] : [value]);
  refuseClosed(
    {
      name: "luecken",
      label: "Gegen welche Lücken?",
      list: luecken,
      chosen: each(input.luecken),
      kept: kept?.luecken ?? [],
    },
    {
      name: "organisationen",
      label: "Welche Organisationen wirken mit?",
      list: organisationen,
      chosen: each(input.organisationen),
      kept: kept?.organisationen ?? [],
    },
    {
      name: "beschluss",
      label: "Aus welchem Beschluss?",
      list: beschluesse,
      chosen: one(input.beschluss),
      kept: [kept?.beschlussId],
    },
    { name: "gruppe", label: "Projektgruppe", list: gruppen, chosen: one(input.gruppe), kept: [kept?.gruppeId] },
  );
  if (kept !== undefined && !ohneBeschluss(kept.stand) && input.beschluss === null)
    throw new Refused("Die Maßnahme ist beschlossen. Wählen Sie, auf welchem Beschluss sie beruht.", "beschluss");
  refuseErkennbar(
    { titel: input.titel, ziel: input.ziel, verantwortlich: input.verantwortlich, quelle: input.quelle },
    input.kein_name,
  );
  return from;
}

export const massnahmeRow = (input: MassnahmeEingabe) => ({
  titel: input.titel,
  ziel: input.ziel,
  verantwortlich: input.verantwortlich,
  budget_cent: input.budget,
  quelle: input.quelle,
  von: input.von,
  bis: input.bis,
  beschluss_id: input.beschluss,
  gremium_id: input.gruppe,
});

/** Which gaps it is for and who takes part, all of them anew. */
export async function writeBezuege(
  tx: Tx,
  at: { readonly kreis: string; readonly id: string },
  input: MassnahmeEingabe,
): Promise<void> {
  const of = { kreis: at.kreis, massnahme_id: at.id };
  await tx.deleteFrom("kim.massnahme_luecke").where("massnahme_id", "=", at.id).execute();
  await tx.deleteFrom("kim.massnahme_organisation").where("massnahme_id", "=", at.id).execute();
  await insertMany(
    tx,
    "kim.massnahme_luecke",
    each(input.luecken).map((luecke_id) => ({ ...of, luecke_id })),
  );
  await insertMany(
    tx,
    "kim.massnahme_organisation",
    each(input.organisationen).map((organisation_id) => ({ ...of, organisation_id })),
  );
}
