import { addListe, translateListe } from "../domains/dokumente/index.ts";
import { releaseFormular } from "../domains/uebersetzungen/index.ts";
import { actorOf } from "../domains/zugang/index.ts";
import { writeAs } from "../platform/db.ts";

type Leitung = { readonly kreis: string; readonly traegerId: string; readonly kontoId: string };

/** What a Leitung has had read so far: letters in Ukrainian, and a list with a line of its own that waits to be read. */
export async function loadUebersetzungen(leitung: Leitung): Promise<void> {
  const actor = actorOf(leitung, ["traeger_leitung"]);
  await writeAs(actor, async (tx) => {
    for (const formular of ["hilfeplan", "brief", "mitbringen"] as const)
      await releaseFormular(tx, actor, formular, "uk");
    const liste = await addListe(tx, actor, {
      anlass: "Wohngeld",
      arten: ["ausweis", "einkommen", "wohnung"],
      weiteres: "Mietbescheinigung der Vermieterin",
    });
    const uk = { sprache: "uk", zeilen: "Довідка про оренду від орендодавця" } as const;
    await translateListe(tx, actor, { id: liste, version: 1 }, uk);
  });
}
