import { beschluesse } from "../domains/gremien/index.ts";
import { AntwortEingabe, answerLuecke, luecken, nameVon } from "../domains/luecken/index.ts";
import {
  ArbeitEingabe,
  BefundEingabe,
  IndikatorEingabe,
  MassnahmeEingabe,
  MesswertEingabe,
  PrueftagEingabe,
  SchrittEingabe,
  WirkungEingabe,
  addArbeit,
  addIndikator,
  addMassnahme,
  addMesswert,
  addPrueftag,
  changeMassnahme,
  checkWirkung,
  finishArbeit,
  finishPrueftag,
  moveMassnahme,
} from "../domains/massnahmen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";

type Schritt = Readonly<Record<string, string>>;
type Erfunden = {
  /** What the gap is called that it is for. */
  readonly luecke: string;
  readonly titel: string;
  readonly ziel: string;
  readonly budget?: string;
  /** What was said differently later. */
  readonly geaendert?: Schritt;
  readonly weg: readonly Schritt[];
  readonly indikator?: Schritt;
  /** Typed values, as days before today and number. */
  readonly werte?: readonly (readonly [number, string])[];
  readonly wirkung?: Schritt;
  readonly danach?: readonly Schritt[];
};

const BESCHLOSSEN = { nach: "beschlossen" };
const LAEUFT = [BESCHLOSSEN, { nach: "laeuft" }];
const UMGESETZT = [...LAEUFT, { nach: "umgesetzt" }];
const JAHRE = 365;

/** Measures in every state, some bound to figures of KIM, for gaps as far as bodies have taken them. */
const MASSNAHMEN: readonly Erfunden[] = [
  {
    luecke: "Schulplatz nach dem Zuzug",
    titel: "Eine Stelle für alle Schulplätze",
    ziel: "Jedes Kind hat vier Wochen nach dem Zuzug einen Platz.",
    weg: [],
    indikator: { name: "Wochen bis zum Schulplatz", einheit: "Wochen", anfang: "12", richtung: "weniger", ziel: "4" },
  },
  {
    luecke: "Schulplatz nach dem Zuzug",
    titel: "Ein Bus zu den freien Schulen",
    ziel: "Kinder erreichen Schulen, die Plätze haben.",
    weg: [{ nach: "verworfen", grund: "Zu teuer für die wenigen Plätze." }],
  },
  {
    luecke: "DELFIN 4",
    titel: "Zwei Gruppen im Familienzentrum",
    ziel: "Jedes Kind mit Bedarf hat einen Platz der Sprachförderung.",
    budget: "48.500",
    geaendert: { titel: "Drei Gruppen in Familienzentren", budget: "61.000" },
    weg: LAEUFT,
    indikator: { zahl: "delfin_plaetze", richtung: "mehr", ziel: "60" },
  },
  {
    luecke: "DELFIN 4",
    titel: "Einladung zum Test in zehn Sprachen",
    ziel: "Mehr Kinder mit Bedarf werden gefunden und gefördert.",
    budget: "3.200",
    weg: [...LAEUFT, { nach: "ruht", grund: "Die Übersetzung wartet auf die amtliche Prüfung." }],
    indikator: { zahl: "delfin_besucht", richtung: "mehr", ziel: "80" },
  },
  {
    luecke: "DELFIN 4",
    titel: "Vorlesen in der Kita",
    ziel: "Kinder hören jede Woche Geschichten auf Deutsch und in ihrer Sprache.",
    weg: [BESCHLOSSEN],
  },
  {
    luecke: "DELFIN 4",
    titel: "Plätze in Tagespflege",
    ziel: "Auch kleine Orte haben Plätze.",
    weg: [...LAEUFT, { nach: "abgebrochen", grund: "Es fanden sich keine Räume." }],
  },
  {
    luecke: "Post vom Amt",
    titel: "Briefe in einfacher Sprache",
    ziel: "Menschen verstehen, was das Amt von ihnen will.",
    budget: "9.800",
    weg: UMGESETZT,
    indikator: { zahl: "kein_angebot", richtung: "weniger", ziel: "8" },
  },
  {
    luecke: "Fahrten zum Kurs",
    titel: "Sammeltaxi zum Abendkurs",
    ziel: "Wer keinen Bus hat, kommt abends nach Hause.",
    budget: "15.000",
    weg: UMGESETZT,
    indikator: { name: "Abbrüche im Kurs", einheit: "je Kurs", anfang: "6", richtung: "weniger", ziel: "2" },
    werte: [
      [120, "5"],
      [60, "3"],
      [10, "3"],
    ],
    wirkung: { urteil: "etwas", text: "Die Abbrüche haben sich halbiert; das Ziel ist noch nicht erreicht." },
  },
  {
    luecke: "Kurs mit Kinderbetreuung",
    titel: "Zwei Kurse mit Kinderbetreuung",
    ziel: "Mütter mit kleinen Kindern können einen Kurs besuchen.",
    budget: "22.000",
    weg: UMGESETZT,
    indikator: { name: "Plätze mit Betreuung", einheit: "Plätze", anfang: "0", richtung: "mehr", ziel: "24" },
    werte: [
      [200, "12"],
      [90, "24"],
    ],
    wirkung: { urteil: "besser", text: "Beide Kurse sind voll, die Warteliste ist halb so lang." },
    danach: [{ nach: "geschlossen" }],
  },
];

/** Measures in every state, as far as there are decisions for them; and what those say who reported the gaps. */
export async function loadMassnahmen(leitet: Actor, melden: readonly Actor[]): Promise<void> {
  const gaps = await readAs(leitet, (tx) => luecken(tx));
  const decided = await readAs(leitet, (tx) => beschluesse(tx));
  const accepted = decided.filter(({ ergebnis }) => ergebnis === "angenommen");
  for (const one of MASSNAHMEN) {
    const gap = gaps.find((g) => nameVon(g) === one.luecke);
    if (gap === undefined) continue;
    // Of several decisions about a gap each has its measures.
    const about = accepted.filter(({ lueckeId }) => lueckeId === gap.id);
    const nth = MASSNAHMEN.filter((other) => other.luecke === one.luecke).indexOf(one);
    const beschluss = about[nth % Math.max(1, about.length)];
    const id = await vorschlag(leitet, one, gap.id, one.weg.length === 0 ? undefined : beschluss?.id);
    let version = one.geaendert === undefined ? 1 : 2;
    for (const schritt of beschluss === undefined ? [] : one.weg)
      await writeAs(leitet, (tx) =>
        moveMassnahme(tx, leitet, { id, version: version++ }, SchrittEingabe.parse(schritt)),
      );
    if (one.wirkung === undefined || beschluss === undefined) continue;
    await antworten(melden, gap.id);
    const wirkung = WirkungEingabe.parse(one.wirkung);
    await writeAs(leitet, (tx) => checkWirkung(tx, leitet, { id, version: version++ }, wirkung));
    for (const schritt of one.danach ?? [])
      await writeAs(leitet, (tx) =>
        moveMassnahme(tx, leitet, { id, version: version++ }, SchrittEingabe.parse(schritt)),
      );
  }
}

/** The measure with its indicator, what has to be done, and when somebody looks. */
async function vorschlag(leitet: Actor, one: Erfunden, luecke: string, beschluss: string | undefined): Promise<string> {
  const heute = today();
  const von = daysFrom(heute, -JAHRE);
  const typed = {
    titel: one.titel,
    ziel: one.ziel,
    luecken: [luecke],
    organisationen: [],
    verantwortlich: "Kommunales Integrationszentrum, Koordination",
    von,
    ...(one.budget === undefined ? {} : { budget: one.budget, quelle: "KIM, Mittel des Landes" }),
    ...(beschluss === undefined ? {} : { beschluss }),
    kein_name: "ja",
  };
  return writeAs(leitet, async (tx) => {
    const id = await addMassnahme(tx, leitet, MassnahmeEingabe.parse(typed));
    if (one.geaendert !== undefined)
      await changeMassnahme(tx, leitet, { id, version: 1 }, MassnahmeEingabe.parse({ ...typed, ...one.geaendert }));
    if (one.indikator !== undefined) {
      const goal = { anfang_am: von, ziel_am: daysFrom(heute, JAHRE), ...one.indikator };
      const indikator = await addIndikator(tx, leitet, id, IndikatorEingabe.parse(goal));
      for (const [back, wert] of one.werte ?? [])
        await addMesswert(tx, leitet, indikator, MesswertEingabe.parse({ am: daysFrom(heute, -back), wert }));
    }
    await addArbeit(tx, leitet, id, ArbeitEingabe.parse({ was: "Räume klären", wer: "Stadt, Liegenschaften" }));
    await addArbeit(tx, leitet, id, ArbeitEingabe.parse({ was: "Träger ansprechen", bis: daysFrom(heute, 30) }));
    await addPrueftag(tx, leitet, id, PrueftagEingabe.parse({ am: heute }));
    await addPrueftag(tx, leitet, id, PrueftagEingabe.parse({ am: daysFrom(heute, 90) }));
    if (one.weg.length > 1) {
      const [arbeit, tag] = [
        await tx
          .selectFrom("kim.massnahme_arbeit")
          .select("id")
          .where("massnahme_id", "=", id)
          .executeTakeFirstOrThrow(),
        await tx
          .selectFrom("kim.massnahme_prueftag")
          .select("id")
          .where("massnahme_id", "=", id)
          .where("am", "=", heute)
          .executeTakeFirstOrThrow(),
      ];
      await finishArbeit(tx, leitet, arbeit.id, true);
      await finishPrueftag(
        tx,
        leitet,
        tag.id,
        BefundEingabe.parse({ befund: "Die Räume stehen, es fehlt noch Personal." }),
      );
    }
    return id;
  });
}

/** Whoever reported it says whether it is better. */
async function antworten(melden: readonly Actor[], luecke: string): Promise<void> {
  const said = ["besser", "etwas", "gleich"];
  let n = 0;
  for (const actor of melden) {
    const own = await readAs(actor, (tx) =>
      tx
        .selectFrom("kim.luecke_melder")
        .select("luecke_id")
        .where("konto_id", "=", actor.kontoId)
        .where("luecke_id", "=", luecke)
        .executeTakeFirst(),
    );
    const antwort = said[n];
    if (own === undefined || antwort === undefined) continue;
    n += 1;
    await writeAs(actor, (tx) => answerLuecke(tx, actor, luecke, AntwortEingabe.parse({ antwort })));
  }
}
