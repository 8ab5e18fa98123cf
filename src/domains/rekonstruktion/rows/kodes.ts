import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { KopfEingabe, StationEingabe } from "../model/eingabe.ts";
import type { Rekonstruktion, Station } from "../model/rekonstruktion.ts";

const chosen = (code: string | null): string[] => (code === null ? [] : [code]);

/** @throws Refused where a code of the starting situation is not to be chosen (any more) */
export async function refuseKopfKodes(tx: Tx, input: KopfEingabe, kept?: Rekonstruktion): Promise<void> {
  const listen = await codelisten(tx);
  const am = today();
  refuseClosed(
    {
      name: "altersgruppe",
      label: "Alter",
      list: wahlAm(listen.altersgruppe, am),
      chosen: chosen(input.altersgruppe),
      kept: [kept?.altersgruppe],
    },
    {
      name: "familienform",
      label: "Familie",
      list: wahlAm(listen.familienform, am),
      chosen: chosen(input.familienform),
      kept: [kept?.familienform],
    },
    {
      name: "rechtskreis",
      label: "Rechtskreis",
      list: wahlAm(listen.rechtskreis, am),
      chosen: chosen(input.rechtskreis),
      kept: [kept?.rechtskreis],
    },
  );
}

/** @throws Refused where a code of a station is not to be chosen (any more) */
export async function refuseStationKodes(tx: Tx, input: StationEingabe, kept?: Station): Promise<void> {
  const listen = await codelisten(tx);
  const am = today();
  refuseClosed(
    {
      name: "handelnd_art",
      label: "Wer handelte?",
      list: wahlAm(listen.netzwerkart, am),
      chosen: [input.handelnd_art],
      kept: [kept?.handelndArt],
    },
    {
      name: "bruchgruende",
      label: "Woran brach es?",
      list: wahlAm(listen.bruchgrund, am),
      chosen: input.bruchgruende,
      kept: kept?.bruchgruende ?? [],
    },
  );
}
