import { kleinesPdf, kleinesPng } from "../../src/demo/dateien.ts";
import {
  NeuesDokument,
  addDokument,
  addListe,
  keepVorlage,
  withdrawDokument,
} from "../../src/domains/dokumente/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { wordDateiMit } from "./word-vorlage.ts";
import type { Checked } from "../../src/platform/files/check.ts";

export const PDF: Checked = { kind: "pdf", bytes: kleinesPdf(["Erfundener Bescheid"]) };

/** Puts a file of a person down; its id. */
export const legeAb = (actor: Actor, person: string, file: Checked, more: Readonly<Record<string, string>> = {}) =>
  writeAs(actor, (tx) =>
    addDokument(
      tx,
      actor,
      NeuesDokument.parse({ person, art: "behoerde", quelle: "behoerde", am: today(), titel: "Bescheid", ...more }),
      file,
    ),
  );

/** A document in each state; their ids. */
export async function dokumenteIn(actor: Actor, person: string): Promise<Readonly<Record<string, string>>> {
  const dokumentWeg = await legeAb(actor, person, PDF);
  await writeAs(actor, (tx) => withdrawDokument(tx, actor, { id: dokumentWeg, version: 1 }));
  const bild: Checked = { kind: "png", bytes: kleinesPng(60, 40) };
  return {
    dokument: await legeAb(actor, person, bild, { art: "ausweis", gueltig_bis: today() }),
    dokumentPdf: await legeAb(actor, person, PDF),
    dokumentWeg,
  };
}

/** A Word file and a list of a Träger; their ids. */
export async function vorlagenIn(leitung: Actor): Promise<Readonly<Record<string, string>>> {
  const word = await wordDateiMit(["Guten Tag {name},", "{text}", "{mitbringen}"], "{traeger}");
  return writeAs(leitung, async (tx) => ({
    briefvorlage: await keepVorlage(tx, leitung, { name: "Hausbrief", empfaenger: "person" }, word),
    mitbringliste: await addListe(tx, leitung, {
      anlass: "Wohngeld",
      arten: ["wohnung", "einkommen"],
      weiteres: "Mietbescheinigung vom Vermieter\nZwei Euro",
    }),
  }));
}
