import { type Actor, may } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type Values, first } from "../../../platform/form.ts";
import { type Codelisten, codelisten } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { type Aehnlich, type Vergleichbar, aehnliche } from "../model/aehnlich.ts";
import { type Zeile, uebersicht } from "./uebersicht.ts";

/** A gap that may say the same, with its weight and why. */
export type AehnlicheLuecke = Aehnlich & { readonly zeile: Zeile };

const textOf = ({ luecke, meldungen, gewicht }: Zeile): Vergleichbar => ({
  id: luecke.id,
  handlungsfeld: luecke.handlungsfeld,
  rechtskreis: luecke.rechtskreis,
  kommunen: gewicht.kommunen,
  text: [luecke.satz, luecke.thema ?? "", ...meldungen.map(({ beispiel }) => beispiel ?? "")].join(" "),
});

function among(one: Vergleichbar, others: readonly Zeile[]): AehnlicheLuecke[] {
  const byId = new Map(others.map((zeile) => [zeile.luecke.id, zeile]));
  return aehnliche(one, others.map(textOf)).flatMap((found) => {
    const zeile = byId.get(found.id);
    return zeile === undefined ? [] : [{ ...found, zeile }];
  });
}

/** Other open gaps that may say the same, with the reason. */
export const aehnlicheZu = (zeile: Zeile, alle: readonly Zeile[]): AehnlicheLuecke[] =>
  among(
    textOf(zeile),
    alle.filter(({ luecke }) => luecke.id !== zeile.luecke.id),
  );

/** Similar gaps with the words for why they are. */
export type Bekannt = {
  readonly aehnlich: readonly AehnlicheLuecke[];
  readonly listen: Codelisten;
  readonly towns: ReadonlyMap<string, string>;
};

/** Open gaps that may say what is being typed into the form of a report; none for whoever may not read them. */
export async function schonGemeldet(tx: Tx, actor: Actor, values: Values): Promise<Bekannt> {
  const [satz, beispiel] = [first(values, "satz"), first(values, "beispiel")];
  const typed = {
    id: "",
    handlungsfeld: first(values, "handlungsfeld"),
    rechtskreis: first(values, "rechtskreis") || null,
    kommunen: values["kommunen"] ?? [],
    text: `${satz} ${beispiel}`,
  };
  const asks = may(actor, "luecke.lesen") && satz.trim() !== "";
  return {
    aehnlich: asks ? among(typed, await uebersicht(tx, actor, {})) : [],
    listen: await codelisten(tx),
    towns: new Map((await kommunen(tx)).map(({ value, name }) => [value, name])),
  };
}
