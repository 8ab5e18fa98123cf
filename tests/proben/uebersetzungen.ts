import { eigenePunkte, translateListe } from "../../src/domains/dokumente/index.ts";
import {
  releaseFormular,
  releaseUebersetzung,
} from "../../src/domains/uebersetzungen/commands/release-uebersetzung.ts";
import { pruefsummeOf } from "../../src/domains/uebersetzungen/queries/freigaben.ts";
import { writeAs } from "../../src/platform/db.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const leitung = besuch("leitung");

/** One form is released, one was and reads differently by now, and a list has lines of the Träger's own in Turkish. */
async function make({ ids, actorOf }: Ort): Promise<Ids> {
  const actor = actorOf("leitung");
  const liste = ids["mitbringliste"] ?? "";
  await writeAs(actor, async (tx) => {
    for (const formular of ["brief", "zettel"] as const) await releaseFormular(tx, actor, formular, "uk");
    await tx
      .updateTable("kim.uebersetzung_freigabe")
      .set({ pruefsumme: "0".repeat(64) })
      .where("formular", "=", "zettel")
      .execute();
    const at = { id: liste, version: 1 };
    await translateListe(tx, actor, at, { sprache: "tr", zeilen: "Ev sahibinden kira belgesi\nİki avro" });
    const worte = (await eigenePunkte(tx, actor)).find(({ id }) => id === liste)?.worte.get("tr") ?? [];
    const eigene = { formular: "liste", gegenstand: liste, sprache: "tr" } as const;
    await releaseUebersetzung(tx, actor, eigene, worte, { pruefsumme: pruefsummeOf(worte), zurueck: false });
  });
  return {};
}

export const probe: Probe = {
  wege: {
    "/uebersetzungen": [leitung("/uebersetzungen")],
    "/uebersetzungen/text": [
      leitung("/uebersetzungen/text"),
      nur("leitung", "/uebersetzungen/text?formular=brief&sprache=uk&getan=freigegeben"),
      nur("leitung", "/uebersetzungen/text?formular=zettel&sprache=uk"),
      nur("leitung", "/uebersetzungen/text?formular=liste&liste=:mitbringliste&sprache=tr"),
    ],
  },
  after: ["dokumente"],
  make,
};
