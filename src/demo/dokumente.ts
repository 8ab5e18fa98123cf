import { BriefEingabe, NeuesDokument, addDokument, withdrawDokument, writeBrief } from "../domains/dokumente/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import type { Checked } from "../platform/files/check.ts";
import type { DemoPerson } from "./beratungen.ts";
import { kleinesPdf, kleinesPng } from "./dateien.ts";
import { daysBefore } from "./kalender.ts";

/** In every paper of the demo, and so in no file of the data folder in the clear. */
export const AUF_PAPIER = "Erfundenes Papier, in keinem Amt ausgestellt";

type Papier = {
  readonly art: string;
  readonly titel: string;
  readonly quelle: "person" | "behoerde";
  readonly vor: number;
  readonly bis?: number;
  readonly bild?: true;
};

const PAPIERE: readonly Papier[] = [
  { art: "ausweis", titel: "Reisepass, Seite mit Bild", quelle: "person", vor: 90, bis: 700, bild: true },
  { art: "aufenthalt", titel: "Karte, Vorderseite", quelle: "person", vor: 60, bis: 40, bild: true },
  { art: "leistung", titel: "Bescheid Herbst, mit Widerspruchsfrist", quelle: "behoerde", vor: 30 },
  { art: "sprache", titel: "Kurszertifikat B1", quelle: "person", vor: 14 },
];

const fileOf = ({ titel, bild }: Papier): Checked =>
  bild === true
    ? { kind: "png", bytes: kleinesPng(640, 420) }
    : { kind: "pdf", bytes: kleinesPdf([AUF_PAPIER, titel]) };

/** Papers of the first of a counsellor's persons and a letter to her; one paper of somebody else was put down by mistake. */
export async function loadDokumente(actor: Actor, personen: readonly DemoPerson[]): Promise<void> {
  const [erste, zweite] = personen;
  if (erste === undefined || zweite === undefined) return;
  const add = (person: string, papier: Papier) => {
    const am = daysBefore(today(), papier.vor);
    const bis = papier.bis === undefined ? {} : { gueltig_bis: daysBefore(today(), -papier.bis) };
    const typed = NeuesDokument.parse({
      person,
      art: papier.art,
      titel: papier.titel,
      quelle: papier.quelle,
      am,
      ...bis,
    });
    return writeAs(actor, (tx) => addDokument(tx, actor, typed, fileOf(papier)));
  };
  for (const papier of PAPIERE) await add(erste.id, papier);
  const einladung = { vorlage: "einladung", termin_am: daysBefore(today(), -7), termin_um: "10:00 Uhr", liste: "kita" };
  await writeAs(actor, (tx) => writeBrief(tx, actor, erste.id, BriefEingabe.parse(einladung)));
  const falsch = await add(zweite.id, { art: "konto", titel: "gehört zu jemand anderem", quelle: "person", vor: 3 });
  await writeAs(actor, (tx) => withdrawDokument(tx, actor, { id: falsch, version: 1 }));
}
