import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { codelisten } from "../../codelisten/index.ts";
import { STAENDE } from "../../luecken/index.ts";
import type { Papier } from "../../papier/index.ts";
import { gezaehltText } from "../model/anteile.ts";
import { rekonstruktionPapier } from "../model/papier.ts";
import { ausgangsAngaben, bruchText, mitgliedText, werHandelte } from "../model/worte.ts";
import { eineRekonstruktion } from "../queries/eine.ts";
import { hausOf } from "./dateien.ts";

/** A reconstruction as a paper of today, as this person may read it. @throws NotFound */
export async function alsPapier(tx: Tx, actor: Actor, id: string): Promise<Papier> {
  const eine = await eineRekonstruktion(tx, actor, id);
  const listen = await codelisten(tx);
  return rekonstruktionPapier(await hausOf(tx, actor), {
    rekonstruktion: eine.rekonstruktion,
    ausgang: ausgangsAngaben(eine.rekonstruktion, listen),
    gruppe: eine.gruppe.map(mitgliedText),
    faelle: gezaehltText(eine.faelle),
    stationen: eine.stationen.map((station) => ({
      station,
      wer: werHandelte(station, listen),
      bruch: station.bruch ? bruchText(station, listen) : "",
    })),
    luecken: eine.luecken.map(({ wurzel }) => `${wurzel.thema ?? wurzel.satz} (${STAENDE[wurzel.stand]})`),
  });
}

const NIEMANDES = "00000000-0000-0000-0000-000000000000";

/**
 * A closed reconstruction as a body reads it, the same for everybody: few cases are not told, whoever puts it on the agenda.
 * @throws NotFound where there is none, or it is still worked on
 */
export async function fuerGremium(tx: Tx, actor: Actor, id: string): Promise<Papier> {
  const { rekonstruktion } = await eineRekonstruktion(tx, actor, id);
  if (rekonstruktion.stand !== "abgeschlossen") throw new NotFound();
  return alsPapier(tx, { ...actor, traegerId: NIEMANDES }, id);
}
