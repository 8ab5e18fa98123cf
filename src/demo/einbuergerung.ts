import {
  NeueEinbuergerung,
  STAND,
  SchrittEingabe,
  type Stand,
  beginEinbuergerung,
  moveEinbuergerung,
  undoSchritt,
} from "../domains/einbuergerung/index.ts";
import {
  AUFENTHALT,
  AufenthaltEingabe,
  LEISTUNG,
  LeistungEingabe,
  WERDEGANG,
  WerdegangEingabe,
  recordEintrag,
} from "../domains/lebenslage/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import type { DemoPerson } from "./beratungen.ts";

/** How somebody comes to each state. */
const WEGE: Readonly<Record<Stand, readonly Stand[]>> = {
  vorcheck: [],
  antrag: ["antrag"],
  anhoerung: ["antrag", "anhoerung"],
  zusicherung: ["antrag", "anhoerung", "zusicherung"],
  eingebuergert: ["antrag", "anhoerung", "zusicherung", "eingebuergert"],
  abgelehnt: ["antrag", "anhoerung", "abgelehnt"],
  zurueckgezogen: ["antrag", "zurueckgezogen"],
};
/** So many days ago it began, and so many pass from step to step. */
const BEGAN = 480;
const STEP = 110;
const PARAGRAF = ["p10", "p10", "p9", "p10", "p10", "p8", "p10"] as const;

/** The last persons of a counsellor: what was recorded of the others stays as it is. */
export async function loadEinbuergerungen(actor: Actor, personen: readonly DemoPerson[]): Promise<void> {
  const letzte = personen.slice(-STAND.length - 2);
  const [jung, geduldet] = letzte.slice(STAND.length);
  for (const [i, stand] of STAND.entries()) {
    const person = letzte[i]?.id;
    if (person !== undefined) await begin(actor, person, i, stand);
  }
  if (jung !== undefined)
    await lage(
      actor,
      jung.id,
      [
        ["gestattung", -1500, -700],
        ["duldung", -699, null],
      ],
      "asylblg",
    );
  if (geduldet !== undefined)
    await lage(
      actor,
      geduldet.id,
      [
        ["duldung", -2600, -600],
        ["p104c", -599, null],
      ],
      "lohn",
    );
}

async function begin(actor: Actor, person: string, i: number, stand: Stand): Promise<void> {
  const titel = i % 2 === 0 ? "fluechtling" : "familie";
  await lage(
    actor,
    person,
    [
      ["gestattung", -2700, -2300],
      [titel, -2299, null],
    ],
    i === 5 ? "sgb2" : "lohn",
  );
  const typed = NeueEinbuergerung.parse({
    perspektive: PARAGRAF[i] ?? "p10",
    ebh: i === 3 ? "Troisdorf" : "Kreis",
    am: daysFrom(today(), -BEGAN),
    nachfragen_am: stand === "vorcheck" ? daysFrom(today(), 5) : "",
    notiz: "Unterlagen für den Vor-Check besprochen.",
  });
  await writeAs(actor, async (tx) => {
    const id = await beginEinbuergerung(tx, actor, person, typed);
    const move = (version: number, nach: Stand, am: string) =>
      moveEinbuergerung(
        tx,
        actor,
        { id, version },
        SchrittEingabe.parse({
          nach,
          am,
          bis: nach === "zusicherung" ? daysFrom(today(), 45) : "",
          nachfragen_am: daysFrom(today(), 14 + i),
        }),
      );
    for (const [n, nach] of WEGE[stand].entries()) {
      await move(n + 1, nach, daysFrom(today(), (n + 1) * STEP - BEGAN));
    }
    if (stand !== "antrag") return;
    // A slip of the hand.
    await move(2, "anhoerung", today());
    await undoSchritt(tx, actor, { id, version: 3 });
  });
}

type Zeit = readonly [status: string, von: number, bis: number | null];

/** What the checklist compares: statuses without a gap, what somebody lives on, a course. Days count from today. */
async function lage(actor: Actor, person: string, zeiten: readonly Zeit[], geld: string): Promise<void> {
  await writeAs(actor, async (tx) => {
    for (const [status, von, bis] of zeiten) {
      const typed = { status, von: daysFrom(today(), von), bis: bis === null ? "" : daysFrom(today(), bis) };
      await recordEintrag(tx, actor, AUFENTHALT, person, AufenthaltEingabe.parse(typed));
    }
    const seit = daysFrom(today(), -300);
    await recordEintrag(tx, actor, LEISTUNG, person, LeistungEingabe.parse({ art: geld, von: seit }));
    const kurs = { art: "integrationskurs", stand: "bestanden_b1", von: daysFrom(today(), -900), bis: seit };
    await recordEintrag(tx, actor, WERDEGANG, person, WerdegangEingabe.parse(kurs));
  });
}
