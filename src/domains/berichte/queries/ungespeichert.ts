import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Zeitraum } from "../../auswertung/index.ts";
import { dateiOf } from "../documents/dateien.ts";
import { grundlageOf } from "./grundlage.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { ERSTE_KAPITEL } from "../model/kapitel.ts";
import { LEERER_KOPF, TITEL } from "../model/kopf.ts";
import { type Format, stand } from "./berichte.ts";

type Wish = { readonly kreis: string; readonly zeitraum: Zeitraum; readonly sitzung: string };

/** A draft with the texts that the figures suggest; nothing of it is stored. */
async function ungespeichert(tx: Tx, wish: Wish): Promise<Halbjahresbericht> {
  const grundlage = await grundlageOf(tx, { ...wish, heute: today() });
  return {
    titel: TITEL,
    grundlage,
    kopf: {
      ...LEERER_KOPF,
      sitzung: wish.sitzung,
    },
    kapitel: ERSTE_KAPITEL,
    nummer: undefined,
    berichtigt: undefined,
    ...stand(grundlage),
  };
}

/** The same as a file. @throws Error when the period is no whole months (`unbrauchbar` of auswertung tells people) */
export const ungespeicherteDatei = async (tx: Tx, wish: Wish, format: Format): Promise<Buffer> =>
  dateiOf(await ungespeichert(tx, wish), format);
