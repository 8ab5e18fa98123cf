import {
  FallAngaben,
  KlaerungEingabe,
  NeuerFall,
  PHASE,
  type Phase,
  Schritt,
  ZielgruppeEingabe,
  addZielgruppe,
  answerField,
  cellOf,
  changeFall,
  clarifyFall,
  moveFall,
  openFall,
} from "../domains/faelle/index.ts";
import { type Actor, may } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { schaetzeEin } from "./assessment.ts";
import { begleitet, inKonferenz } from "./einwilligungen.ts";
import { addToFall, closeWhole } from "./fallverlauf.ts";
import type { DemoPerson } from "./beratungen.ts";
import { plane } from "./hilfeplan.ts";
import { daysBefore } from "./kalender.ts";
import type { Zufall } from "./zufall.ts";

const JE_BERATUNG = 4;
const QUIET = 5;
/** So long ago a case began at most: of the last half-year enough are told for a paper to draw, whenever the demo is made. */
const LAENGSTENS = 360;
/** So many days nobody was in touch about a quiet one. */
export const STILL_SEIT = 190;
const GROWN_UP = 365 * 20;
/** Steps through all phases, so that the few cases of one person differ much: with an assessment, closed, in clarification, with a plan. */
const FIRST = 3;
const STRIDE = 5;
const ANLIEGEN = [
  "Sucht eine Wohnung für die Familie",
  "Braucht einen Kitaplatz, bevor der Kurs beginnt",
  "Möchte den Abschluss anerkennen lassen",
  "Findet keine Praxis, die die Sprache spricht",
  "Kommt mit der Post der Ämter nicht zurecht",
];
const GRUND: Partial<Record<Phase, string>> = {
  einwilligung: "Vier Ämter zugleich, allein kommt die Familie nicht weiter",
  ruhend: "Wartet auf den Beginn des Sprachkurses",
  nicht_zustande: "Eine Kurzberatung hat gereicht",
  verweis: "Die Migrationsberatung führt den Fall weiter",
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

const REGEL_SEIT = 700;
const REGEL_KOMMT = 60;
const FRAGEN = [
  {
    frage: "Lebt die Person seit höchstens drei Jahren im Kreis?",
    erwartet: "ja",
    gewicht: "zwingend",
    sonst: "kurzberatung",
  },
  { frage: "Ist eine andere Stelle zuständig?", erwartet: "nein", gewicht: "zwingend", sonst: "verweis" },
  { frage: "Möchte die Person begleitet werden?", erwartet: "ja", gewicht: "zwingend", sonst: "kurzberatung" },
  { frage: "Sind mehrere Stellen beteiligt?", erwartet: "ja", gewicht: "weiteres", sonst: "kurzberatung" },
  { frage: "Geht es um mindestens drei Themen?", erwartet: "ja", gewicht: "weiteres", sonst: "kurzberatung" },
] as const;

let regel = "";

/** The rule of the Kreis for its target group, and the one that follows it. */
export async function loadZielgruppe(actor: Actor): Promise<void> {
  const rule = (gueltig_ab: string, mindestens: string) => {
    const cells = FRAGEN.flatMap((one, i) =>
      (["frage", "erwartet", "gewicht", "sonst"] as const).map((cell) => [cellOf(i + 1, cell), one[cell]]),
    );
    const hinweis = "Beschlossen in der Lenkungsgruppe. Im Zweifel fragen Sie die Koordination.";
    return ZielgruppeEingabe.parse({ gueltig_ab, mindestens, hinweis, ...Object.fromEntries(cells) });
  };
  regel = await writeAs(actor, (tx) => addZielgruppe(tx, actor, rule(daysBefore(today(), REGEL_SEIT), "1")));
  await writeAs(actor, (tx) => addZielgruppe(tx, actor, rule(daysBefore(today(), -REGEL_KOMMT), "2")));
}

/** A grown-up who came first before a quiet case begins: it can begin as early as it has to. */
const longKnown = (personen: readonly DemoPerson[]): DemoPerson | undefined =>
  personen.find(
    ({ seit, geboren }) => seit <= daysBefore(today(), STILL_SEIT) && geboren <= daysBefore(today(), GROWN_UP),
  );

let made = 0;

/** Some cases of a counsellor, over all of them in every phase that there is. Returns whom nobody was in touch with since. */
export async function loadFaelle(
  actor: Actor,
  personen: readonly DemoPerson[],
  zufall: Zufall,
): Promise<ReadonlySet<string>> {
  const quiet = new Set<string>();
  for (const one of personen.slice(0, JE_BERATUNG)) {
    const phase = PHASE[(FIRST + made * STRIDE) % PHASE.length] ?? "anfrage";
    // Every fifth has been quiet since it began, as far as its steps go.
    const still = made++ % QUIET === 2;
    const { id, seit } = (still ? longKnown(personen.slice(JE_BERATUNG)) : undefined) ?? one;
    const weg = wegZu(phase);
    const days = Math.max(weg.length * 3 + 5, still ? STILL_SEIT : 0, Math.floor(zufall.next() * LAENGSTENS));
    const begonnen = [seit, daysBefore(today(), days)].toSorted().at(-1) ?? seit;
    await writeFall(actor, { person: id, begonnen, weg, still, anliegen: zufall.one(ANLIEGEN) });
    if (still) quiet.add(id);
  }
  return quiet;
}

type Erfunden = {
  readonly person: string;
  readonly begonnen: string;
  readonly weg: readonly Phase[];
  readonly still: boolean;
  readonly anliegen: string;
};

const VERWIESEN = {
  weiteres: "ja",
  weiteres_wer: "Migrationsberatung Beispielstadt",
  weiteres_seit: daysBefore(today(), 300),
};

/** What was found for a case that ends or stands in this phase. */
function antworten(phase: Phase): KlaerungEingabe {
  const [neu, andere, will] = [phase !== "nicht_zustande", phase === "verweis", phase !== "klaerung"];
  const given = [neu ? "ja" : "nein", andere ? "ja" : "nein", will ? "ja" : "unklar", "ja", "unklar"];
  const wer = andere ? VERWIESEN : { weiteres: "nein" };
  const answers = Object.fromEntries(given.map((answer, i) => [answerField(i + 1), answer]));
  return KlaerungEingabe.parse({ regel, dringlichkeit: "normal", ...wer, ...answers });
}

async function writeFall(actor: Actor, { person, begonnen, weg, still, anliegen }: Erfunden): Promise<void> {
  if (weg.includes("assessment")) await begleitet(actor, person, begonnen);
  const phase = weg.at(-1) ?? "anfrage";
  const konferenz = phase === "hilfeplan" && !still ? await inKonferenz(actor, person) : undefined;
  await writeAs(actor, async (tx) => {
    const angaben = { begonnen, dringlichkeit: "normal", zugangsweg: "eigenkontakt", anliegen };
    const art = may(actor, "muki.schreiben") ? "mukis" : "cm";
    const id = await openFall(tx, actor, NeuerFall.parse({ person, art, ...angaben }));
    let version = 1;
    for (const nach of weg) {
      const grund = GRUND[nach];
      const am = nach === weg.at(-1) && !still ? daysBefore(today(), 2) : begonnen;
      if (nach === "abgeschlossen") {
        await closeWhole(tx, actor, { id, version: version++ });
        continue;
      }
      const schritt = Schritt.parse({ nach, am, ...(grund === undefined ? {} : { grund }) });
      await moveFall(tx, actor, { id, version: version++ }, schritt);
      await schaetzeEin(tx, actor, { fall: id, nach, begonnen });
      await plane(tx, actor, { fall: id, nach, begonnen, letzte: nach === weg.at(-1) });
      if (nach !== "klaerung") continue;
      await clarifyFall(tx, actor, { id, version: version++ }, antworten(weg.at(-1) ?? nach));
      const wer = weg.includes("verweis") ? VERWIESEN : { weiteres: "nein" };
      const geklaert = { ...angaben, ...wer };
      await changeFall(tx, actor, { id, version: version++ }, FallAngaben.parse(geklaert));
    }
    if (!still) await addToFall(tx, actor, id, { phase, konferenz });
  });
}
