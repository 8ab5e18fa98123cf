import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { SPRACHE_LABEL, VERSTAENDIGUNG_LABEL, type Verstaendigung } from "../model/angabe.ts";

/** @throws Refused for a code that the lists do not have on that day and the record did not have before */
export async function refuseVerstaendigung(
  tx: Tx,
  { sprache, verstaendigung }: Verstaendigung,
  day: string,
  kept?: Verstaendigung,
): Promise<void> {
  const listen = await codelisten(tx);
  const of = (chosen: string | null) => (chosen === null ? [] : [chosen]);
  refuseClosed(
    {
      name: "sprache",
      label: SPRACHE_LABEL,
      list: wahlAm(listen.sprache, day),
      chosen: of(sprache),
      kept: [kept?.sprache],
    },
    {
      name: "verstaendigung",
      label: VERSTAENDIGUNG_LABEL,
      list: wahlAm(listen.verstaendigung, day),
      chosen: of(verstaendigung),
      kept: [kept?.verstaendigung],
    },
  );
}
