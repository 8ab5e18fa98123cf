import type { Tx } from "../../../platform/db.ts";
import { type Antworten, antwortenZu, gruppeOf } from "../../luecken/index.ts";
import type { Massnahme } from "../model/massnahme.ts";
import { isAufgegeben } from "../model/stand.ts";
import type { Umstaende } from "../model/wirkung.ts";
import { indikatoren, massnahmen } from "./massnahmen.ts";
import { reihen } from "./reihen.ts";

/** What is known around the effect of a measure: its indicators, what else was done for the same gaps, what those say who reported them. */
export async function umstaendeVon(tx: Tx, massnahme: Massnahme): Promise<Umstaende & { readonly stimmen: Antworten }> {
  const groups = await Promise.all(massnahme.luecken.map((id) => gruppeOf(tx, id)));
  const ids = [...new Set(groups.flatMap((one) => one.ids))];
  const others = (await massnahmen(tx, { luecken: ids })).filter(
    ({ id, stand, von, bis }) =>
      id !== massnahme.id &&
      !isAufgegeben(stand) &&
      stand !== "vorgeschlagen" &&
      (massnahme.bis === null || von <= massnahme.bis) &&
      (bis === null || bis >= massnahme.von),
  );
  const stimmen = await antwortenZu(tx, ids);
  return {
    reihen: await reihen(tx, await indikatoren(tx, [massnahme.id])),
    andere: others.map(({ titel }) => `„${titel}“`),
    antworten: stimmen.alle,
    stimmen,
  };
}
