import type { Tx } from "../../../platform/db.ts";
import { tagDanach } from "../../../platform/span.ts";
import type { Zeitraum } from "../../auswertung/index.ts";
import { beschluesse, getagt, offeneAuftraege } from "../../gremien/index.ts";
import { standAm } from "../../luecken/index.ts";
import { massnahmenBericht } from "../../massnahmen/index.ts";
import type { Steuerung } from "../model/steuerung.ts";

/** The day after the last released paper that ends before this one; its own first day where there is none. */
async function seit(tx: Tx, { von, bis }: Zeitraum): Promise<string> {
  const row = await tx
    .selectFrom("kim.bericht")
    .select((eb) => eb.fn.max("bis").as("bis"))
    .where("stand", "=", "freigegeben")
    .where("bis", "<", bis)
    .executeTakeFirst();
  return row === undefined || row.bis === null ? von : tagDanach(row.bis);
}

/**
 * What became of gaps up to the end of a period, or today while it lasts: where they stand, what was decided since the last paper,
 * what is done and measured, who met, what is still to be done.
 * @param heute ISO day
 */
export async function steuerungOf(tx: Tx, zeitraum: Zeitraum, heute: string): Promise<Steuerung> {
  const bis = zeitraum.bis < heute ? zeitraum.bis : heute;
  const von = await seit(tx, zeitraum);
  const decided = await beschluesse(tx, { von, bis });
  return {
    von,
    bis,
    luecken: await standAm(tx, bis),
    beschluesse: decided
      .map((one) => ({
        nummer: one.nummer,
        am: one.gefasstAm,
        gremium: one.gremium,
        wortlaut: one.wortlaut,
        ergebnis: one.ergebnis,
      }))
      .toReversed(),
    massnahmen: (await massnahmenBericht(tx, { von: zeitraum.von, bis })).map((one) => ({
      ...one,
      luecken: [...one.luecken],
      indikatoren: [...one.indikatoren],
    })),
    gremien: (await getagt(tx, { von: zeitraum.von, bis })).map(({ gremium, art, tage }) => ({
      name: gremium,
      art,
      tage: [...tage],
    })),
    auftraege: (await offeneAuftraege(tx, bis)).map(({ was, wer, faelligAm, gremium }) => ({
      was,
      wer,
      faellig: faelligAm,
      gremium,
      ueberfaellig: faelligAm < bis,
    })),
  };
}
