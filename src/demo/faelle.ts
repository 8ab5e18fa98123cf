import {
  FallAngaben,
  NeuerFall,
  PHASE,
  type Phase,
  Schritt,
  changeFall,
  moveFall,
  openFall,
} from "../domains/faelle/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import type { DemoPerson } from "./beratungen.ts";
import { daysBefore } from "./kalender.ts";
import type { Zufall } from "./zufall.ts";

const JE_BERATUNG = 4;
const ANLIEGEN = [
  "Sucht eine Wohnung für die Familie",
  "Braucht einen Kitaplatz, bevor der Kurs beginnt",
  "Möchte den Abschluss anerkennen lassen",
  "Findet keine Praxis, die die Sprache spricht",
  "Kommt mit der Post der Ämter nicht zurecht",
];
const GRUND: Partial<Record<Phase, string>> = {
  ruhend: "Wartet auf den Beginn des Sprachkurses",
  nicht_zustande: "Eine Kurzberatung hat gereicht",
  verweis: "Die Migrationsberatung führt den Fall weiter",
  abgeschlossen: "Die Wohnung ist bezogen",
};

const BIS_UMSETZUNG = ["klaerung", "einwilligung", "assessment", "hilfeplan", "umsetzung"] as const;

/** The steps after the request that lead to a phase. */
function wegZu(phase: Phase): readonly Phase[] {
  const at = BIS_UMSETZUNG.findIndex((one) => one === phase);
  if (at >= 0) return BIS_UMSETZUNG.slice(0, at + 1);
  if (phase === "anfrage") return [];
  if (phase === "verweis" || phase === "nicht_zustande") return ["klaerung", phase];
  if (phase === "widerruf") return [...BIS_UMSETZUNG.slice(0, 3), phase];
  return phase === "abgeschlossen" ? [...BIS_UMSETZUNG, "evaluation", phase] : [...BIS_UMSETZUNG, phase];
}

let made = 0;

/** Some cases of a counsellor, over all of them in every phase that there is. */
export async function loadFaelle(actor: Actor, personen: readonly DemoPerson[], zufall: Zufall): Promise<void> {
  for (const { id, seit } of personen.slice(0, JE_BERATUNG)) {
    const phase = PHASE[made++ % PHASE.length] ?? "anfrage";
    const weg = wegZu(phase);
    const days = Math.max(weg.length * 3 + 5, Math.floor(zufall.next() * 200));
    const begonnen = [seit, daysBefore(today(), days)].toSorted().at(-1) ?? seit;
    await writeFall(actor, { person: id, begonnen, weg, anliegen: zufall.one(ANLIEGEN) });
  }
}

type Erfunden = {
  readonly person: string;
  readonly begonnen: string;
  readonly weg: readonly Phase[];
  readonly anliegen: string;
};

const writeFall = (actor: Actor, { person, begonnen, weg, anliegen }: Erfunden): Promise<void> =>
  writeAs(actor, async (tx) => {
    const angaben = { begonnen, dringlichkeit: "normal", zugangsweg: "eigenkontakt", anliegen };
    const id = await openFall(tx, actor, NeuerFall.parse({ person, ...angaben }));
    let version = 1;
    for (const nach of weg) {
      const ende = nach === "abgeschlossen" ? { abschlussgrund: "erreicht" } : {};
      const grund = GRUND[nach];
      const am = nach === weg.at(-1) ? daysBefore(today(), 2) : begonnen;
      const schritt = Schritt.parse({ nach, am, ...ende, ...(grund === undefined ? {} : { grund }) });
      await moveFall(tx, actor, { id, version: version++ }, schritt);
      if (nach !== "klaerung") continue;
      const geklaert = { ...angaben, weiteres: "nein", einwilligung_am: weg.length > 2 ? begonnen : "" };
      await changeFall(tx, actor, { id, version: version++ }, FallAngaben.parse(geklaert));
    }
  });
