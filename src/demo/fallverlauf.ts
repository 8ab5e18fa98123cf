import { NeueBesprechung, addBesprechung } from "../domains/fallbesprechung/index.ts";
import {
  AbschlussEingabe,
  type Phase,
  RueckmeldungEingabe,
  VereinbarungEingabe,
  agree,
  closeFall,
  recordRueckmeldung,
} from "../domains/faelle/index.ts";
import { offeneZiele, wertField } from "../domains/hilfeplan/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import type { Tx } from "../platform/db.ts";
import { JUGENDAMT } from "./einwilligungen.ts";
import { daysBefore } from "./kalender.ts";

const days = (n: number): string => daysBefore(today(), -n);

type Wozu = { readonly phase: Phase; readonly konferenz: string | undefined };

/** What is discussed, agreed and told while a case goes on, by its phase; nothing in the others. `konferenz`: a consent in one. */
export async function addToFall(tx: Tx, actor: Actor, fall: string, { phase, konferenz }: Wozu): Promise<void> {
  if (phase === "umsetzung") {
    const besprechung = await addBesprechung(
      tx,
      actor,
      NeueBesprechung.parse({
        fall,
        art: "besprechung",
        am: daysBefore(today(), 20),
        frage: "Welche Stelle hilft bei Kursen am Abend?",
        beschreibung:
          "Person A arbeitet in Schichten und findet keinen Kurs, der dazu passt. Zwei Anläufe endeten nach Wochen.",
        t1_name: "Dr. Ilka Muster",
        t1_stelle: "Volkshochschule",
        t2_name: "Tim Exempel",
        t2_stelle: "Jobcenter",
        protokoll: "Ein Kurs mit zwei Zeiten soll geprüft werden. Bis dahin hilft das Sprachcafé.",
      }),
    );
    const punkte = [
      { wer: "Volkshochschule", was: "Prüfen, ob ein Kurs mit zwei Zeiten möglich ist", bis: days(10) },
      { wer: "Case Management", was: "Zum Sprachcafé begleiten", bis: daysBefore(today(), 3) },
    ];
    for (const punkt of punkte) await agree(tx, actor, fall, VereinbarungEingabe.parse({ besprechung, ...punkt }));
  }
  if (phase === "hilfeplan") {
    await agree(tx, actor, fall, VereinbarungEingabe.parse({ wer: "Jugendamt", was: "Zur Konferenz einladen" }));
    if (konferenz !== undefined) await addKonferenz(tx, actor, fall, konferenz);
  }
  if (phase === "evaluation") {
    await recordRueckmeldung(tx, actor, fall, RueckmeldungEingabe.parse({ sprache: "ar", wert: "2" }));
  }
}

/** The Jugendamt hears of her by name, as she agreed. */
async function addKonferenz(tx: Tx, actor: Actor, fall: string, einwilligung: string): Promise<void> {
  const konferenz = NeueBesprechung.parse({
    fall,
    art: "konferenz",
    namentlich: "ja",
    einwilligungen: [einwilligung],
    kategorien: JUGENDAMT.kategorien,
    am: days(12),
    frage: "Wer übernimmt welchen Schritt?",
    t1_name: "Ines Beispiel",
    t1_stelle: "Jugendamt, Soziale Dienste",
  });
  await addBesprechung(tx, actor, konferenz);
}

/** Closes a case with all that a closing may say. */
export async function closeWhole(
  tx: Tx,
  actor: Actor,
  at: { readonly id: string; readonly version: number },
): Promise<void> {
  const ziele = await offeneZiele(tx, actor, at.id);
  await closeFall(
    tx,
    actor,
    at,
    AbschlussEingabe.parse({
      am: today(),
      abschlussgrund: "erreicht",
      grund: "Die Wohnung ist bezogen",
      bedarf_felder: ["sprache"],
      bedarf: "Ein Kurs, der zu den Schichten passt",
      luecke_felder: ["sprache", "bildung_0_6"],
      luecke: "Kein Kurs mit Kinderbetreuung am Abend",
      nachsorge_am: days(60),
      ...Object.fromEntries(ziele.map(({ faden }, i) => [wertField(faden), [i === 0 ? "1" : "0"]])),
    }),
  );
}
