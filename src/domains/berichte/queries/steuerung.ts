import type { Tx } from "../../../platform/db.ts";
import { daysFrom, tagDanach, tagText } from "../../../platform/span.ts";
import type { Zeitraum } from "../../auswertung/index.ts";
import { beschluesse, folgenAm, getagt, kurz, offeneAuftraege } from "../../gremien/index.ts";
import { standAm } from "../../luecken/index.ts";
import { type AusBeschluss, ausBeschluessen, massnahmenBericht } from "../../massnahmen/index.ts";
import type { Steuerung } from "../model/steuerung.ts";

/**
 * The day after the last released paper that ends before this one, or its own first day where that comes before: one of a whole year tells
 * what its first half told already.
 */
async function seit(tx: Tx, { von, bis }: Zeitraum): Promise<string> {
  const row = await tx
    .selectFrom("kim.bericht")
    .select((eb) => eb.fn.max("bis").as("bis"))
    .where("stand", "=", "freigegeben")
    .where("bis", "<", bis)
    .executeTakeFirst();
  const danach = row === undefined || row.bis === null ? von : tagDanach(row.bis);
  return danach < von ? danach : von;
}

/** For so long (days) a paper goes on telling what became of a decision, or that nothing did. */
const EIN_JAHR = 365;

const massnahmeText = ({ titel, stand, seit, urteil }: AusBeschluss): string =>
  `Maßnahme „${titel}“: ${stand} seit ${tagText(seit)}${urteil === null ? "" : ` (${urteil})`}`;

/** Decisions that were taken before these days, the earliest first, and what became of them by the last one. */
async function frueher(
  tx: Tx,
  zwischen: { readonly von: string; readonly bis: string },
): Promise<Steuerung["frueher"]> {
  const { von, bis } = zwischen;
  const decided = (await beschluesse(tx, { bis: daysFrom(von, -1) })).filter((one) => one.ergebnis === "angenommen");
  const massnahmen = await ausBeschluessen(tx, zwischen);
  const sonst = await folgenAm(tx, bis);
  return decided.toReversed().flatMap(({ id, nummer, gefasstAm, wortlaut }) => {
    const own = massnahmen.filter(({ beschlussId }) => beschlussId === id);
    const more = sonst.get(id);
    const recent = gefasstAm >= daysFrom(von, -EIN_JAHR);
    if (!recent && more?.offen !== true && !own.some(({ offen }) => offen)) return [];
    return [
      { nummer, am: gefasstAm, wortlaut: kurz(wortlaut), daraus: [...own.map(massnahmeText), ...(more?.worte ?? [])] },
    ];
  });
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
    frueher: await frueher(tx, { von, bis }),
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
