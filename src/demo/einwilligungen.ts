import {
  Absage,
  Erlaeuterung,
  Erteilung,
  NeueEinwilligung,
  VORSCHLAG,
  type Zweck,
  draftEinwilligung,
  endEinwilligung,
  explainEinwilligung,
  giveEinwilligung,
  passOn,
  releaseText,
  writeText,
} from "../domains/einwilligungen/index.ts";
import { actorOf } from "../domains/zugang/index.ts";
import type { Actor } from "../platform/actor.ts";
import { writeAs } from "../platform/db.ts";
import { today } from "../platform/clock.ts";
import type { DemoPerson } from "./beratungen.ts";
import { daysBefore } from "./kalender.ts";

type Leitung = { readonly kreis: string; readonly traegerId: string; readonly kontoId: string };

/** What the demo's Leitung has released: one text with its Ukrainian translation, and a draft. */
const UKRAINISCH =
  "Мій консультант може передати названій установі названі відомості, щоб вона могла мені допомогти. Інші відомості не передаються. Це добровільно. Якщо я скажу «ні», мене все одно консультуватимуть. Я можу будь-коли відкликати згоду.";

/** Releases texts for the people of a Träger, so that its counsellors can ask for consents. */
export async function loadTexte(leitung: Leitung): Promise<void> {
  const actor = actorOf(leitung, ["traeger_leitung"]);
  const write = (zweck: Zweck, sprache: "de" | "uk", wortlaut: string, frei: boolean) =>
    writeAs(actor, async (tx) => {
      const id = await writeText(tx, actor, { zweck, sprache }, { wortlaut });
      if (frei) await releaseText(tx, actor, { id, version: 1 });
    });
  for (const zweck of ["begleitung", "weitergabe", "behoerde", "uebergabe", "konferenz"] as const) {
    await write(zweck, "de", VORSCHLAG[zweck], true);
  }
  await write("weitergabe", "uk", UKRAINISCH, true);
  await write("konferenz", "de", `${VORSCHLAG.konferenz} Ich bekomme das Protokoll.`, false);
}

/** Releases the words that the cases of a Träger need that has no Leitung in the demo. */
export async function loadBegleitung(wer: Leitung): Promise<void> {
  const actor = actorOf(wer, ["traeger_leitung"]);
  for (const zweck of ["begleitung", "konferenz"] as const)
    await writeAs(actor, async (tx) => {
      const text = await writeText(tx, actor, { zweck, sprache: "de" }, { wortlaut: VORSCHLAG[zweck] });
      await releaseText(tx, actor, { id: text, version: 1 });
    });
}

const BEGLEITUNG = {
  zweck: "begleitung",
  empfaenger_art: "eigener_traeger",
  kategorien: ["kontakt", "familie", "sprache", "verlauf"],
};

/** A person agreed on a day to be accompanied. */
export const begleitet = (actor: Actor, person: string, am: string): Promise<string> =>
  agreed(actor, person, NeueEinwilligung.parse(BEGLEITUNG), am);

/** What a conference by name may talk about, and with whom. */
export const JUGENDAMT = {
  empfaenger_art: "amt",
  empfaenger: "Jugendamt",
  kategorien: ["kontakt", "familie", "verlauf"],
} as const;

/** A person agreed that the Jugendamt hears of her by name in a conference. Returns the consent. */
export const inKonferenz = (actor: Actor, person: string): Promise<string> =>
  agreed(actor, person, NeueEinwilligung.parse({ zweck: "konferenz", ...JUGENDAMT }), today());

async function agreed(actor: Actor, person: string, neu: NeueEinwilligung, am: string): Promise<string> {
  const id = await writeAs(actor, (tx) => draftEinwilligung(tx, actor, person, neu));
  const erklaert = Erlaeuterung.parse({ am, sprache: "de" });
  await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, erklaert));
  const gegeben = Erteilung.parse({ am, durch: "person", form: "papier" });
  await writeAs(actor, (tx) => giveEinwilligung(tx, actor, { id, version: 2 }, gegeben));
  return id;
}

const AUF_PAPIER = { form: "papier" };
/** A name, drawn in two strokes. */
const STRICHE = "30,140 70,40 110,140 150,70 190,150 230,80;260,50 265,100 270,150 330,150";

const KITA = { zweck: "weitergabe", empfaenger_art: "kita_schule" } as const;

/** Some consents of a counsellor's persons, in every state that there is. */
export async function loadEinwilligungen(actor: Actor, personen: readonly DemoPerson[]): Promise<void> {
  const [erste, zweite, dritte] = personen;
  if (erste === undefined || zweite === undefined || dritte === undefined) return;
  const draft = (person: string, empfaenger: string) =>
    writeAs(actor, (tx) => {
      const typed = { ...KITA, empfaenger, kategorien: ["kontakt", "familie", "sprache"] };
      return draftEinwilligung(tx, actor, person, NeueEinwilligung.parse(typed));
    });
  const explained = async (person: string, empfaenger: string) => {
    const id = await draft(person, empfaenger);
    const typed = Erlaeuterung.parse({ am: daysBefore(today(), 20), sprache: "uk", verstaendigung: "sprachmittlung" });
    await writeAs(actor, (tx) => explainEinwilligung(tx, actor, { id, version: 1 }, typed));
    return id;
  };
  const given = async (person: string, empfaenger: string, wie: Readonly<Record<string, string>> = AUF_PAPIER) => {
    const id = await explained(person, empfaenger);
    const typed = Erteilung.parse({ am: today(), durch: "person", ...wie });
    await writeAs(actor, (tx) => giveEinwilligung(tx, actor, { id, version: 2 }, typed));
    return id;
  };
  await draft(zweite.id, "Grundschule Beispielweg");
  await explained(zweite.id, "Kita Musterhain");
  await given(erste.id, "Familienzentrum Beispielwiese");
  await given(zweite.id, "Sprachschule Wortreich", { form: "bildschirm", unterschrift: STRICHE });
  const zurueck = await given(erste.id, "Kita Musterbach");
  const vorhaben = { zweck: "weitergabe", empfaengerArt: "kita_schule", empfaenger: "Kita Musterbach" } as const;
  await writeAs(actor, (tx) => passOn(tx, actor, erste.id, { ...vorhaben, kategorien: ["kontakt"] }, "verweis"));
  const at = { id: zurueck, version: 3 };
  await writeAs(actor, (tx) => endEinwilligung(tx, actor, at, "widerrufen", Absage.parse({ am: today() })));
  const nein = await explained(dritte.id, "Kita Beispielgarten");
  await writeAs(actor, (tx) =>
    endEinwilligung(tx, actor, { id: nein, version: 2 }, "abgelehnt", Absage.parse({ am: today() })),
  );
}
