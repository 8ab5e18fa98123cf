import { faelleOhneNamen } from "../domains/faelle/index.ts";
import { TagesordnungEingabe, addTops, sitzungen } from "../domains/gremien/index.ts";
import { NeueLuecke, uebersicht } from "../domains/luecken/index.ts";
import {
  KopfEingabe,
  MitgliedEingabe,
  SchrittEingabe,
  StationEingabe,
  ZuordnungEingabe,
  addFall,
  addMitglied,
  addStation,
  beginRekonstruktion,
  joinStation,
  moveRekonstruktion,
  rekonstruktionOf,
  reportStation,
} from "../domains/rekonstruktion/index.ts";
import { kommunen } from "../domains/verwaltung/index.ts";
import type { Actor } from "../platform/actor.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { Refused } from "../platform/form.ts";
import { emailOf } from "./anmeldungen.ts";

type More = Readonly<Record<string, string | readonly string[]>>;
/** Invented words that look like a name of somebody invented are none. */
const KEINE = { kein_name: "ja" };

const SCHULE: readonly More[] = [
  {
    wann: "am Anfang",
    geschehen: "Eine Familie zieht in eine Unterkunft; drei Kinder sind schulpflichtig.",
    handelnd_art: "behoerde",
    handelnd: "Sozialamt",
    gelungen: "Die Unterkunft war vorbereitet.",
    bruch: "nein",
  },
  {
    wann: "nach 3 Wochen",
    geschehen: "Die nächste Schule ist voll und nennt keine andere.",
    handelnd_art: "schule_kita",
    gebraucht: "Jemand, der alle freien Plätze kennt.",
    bruch: "ja",
    bruchgruende: ["zustaendigkeit", "information"],
    bruch_text: "Freie Schulplätze im Kreis kennt keine Stelle.",
    offen: "Wer darf die Zahlen zusammenführen?",
  },
  {
    wann: "nach 3 Monaten",
    geschehen: "Zwei Kinder haben einen Platz, das älteste wartet auf eine Klasse mit Deutschförderung.",
    handelnd_art: "behoerde",
    handelnd: "Schulamt",
    gelungen: "Das Schulamt rief selbst zurück.",
    bruch: "ja",
    bruchgruende: ["wartezeit", "kein_angebot"],
  },
];
const KURS: readonly More[] = [
  {
    wann: "im Frühjahr",
    geschehen: "Der Sprachkurs ist bewilligt, die Kita beginnt erst im Sommer.",
    handelnd_art: "kurs",
    gebraucht: "Betreuung während der Kurszeit.",
    bruch: "ja",
    bruchgruende: ["betreuung"],
  },
  {
    wann: "ein Monat später",
    geschehen: "Der Kursplatz verfällt, die Bewilligung läuft weiter.",
    handelnd_art: "kurs",
    bruch: "ja",
    bruchgruende: ["unterlagen", "uebergabe"],
  },
];
const ERGEBNIS = {
  ergebnis:
    "Jede Stelle tat das Ihre, und keine wusste von der anderen.\n\n- Freie Plätze stehen in zwei Listen.\n- Niemand sagt der Familie, wer die nächste Stelle ist.",
  befund: "Eine Systemlücke: Freie Plätze kennt keine Stelle. Dass ein Brief zurückkam, lag an diesem Fall.",
};

/** Somebody who takes part, and whose address it is. */
type Teil = { readonly actor: Actor; readonly email: string };

async function beginne(leitet: Actor, teile: readonly Teil[], more: More): Promise<string> {
  const id = await writeAs(leitet, (tx) => beginRekonstruktion(tx, leitet, KopfEingabe.parse({ ...KEINE, ...more })));
  const tisch: More[] = [
    { organisation: "Schulamt", funktion: "Beratung für Neuzugewanderte" },
    { organisation: "Jobcenter" },
    ...teile.map(({ email }) => ({ organisation: "Case Management", email: emailOf(email) })),
  ];
  for (const one of tisch)
    await writeAs(leitet, (tx) => addMitglied(tx, leitet, id, MitgliedEingabe.parse({ ...KEINE, ...one })));
  return id;
}

const schritt = (leitet: Actor, id: string, more: More): Promise<void> =>
  writeAs(leitet, async (tx) => {
    const { version } = await rekonstruktionOf(tx, leitet, id);
    await moveRekonstruktion(tx, leitet, { id, version }, SchrittEingabe.parse({ ...KEINE, ...more }));
  });

/** Stations of a reconstruction; their ids. */
async function stationen(actor: Actor, id: string, alle: readonly More[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of alle)
    ids.push(await writeAs(actor, (tx) => addStation(tx, actor, id, StationEingabe.parse({ ...KEINE, ...one }))));
  return ids;
}

/** Each adds a case of her own: the first whose people are called by no word of the texts. */
async function faelle(id: string, teile: readonly Teil[]): Promise<void> {
  for (const { actor } of teile)
    for (const fall of (await readAs(actor, (tx) => faelleOhneNamen(tx))).slice(0, 5))
      try {
        await writeAs(actor, (tx) => addFall(tx, actor, id, fall.id));
        break;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
}

/** A break that is nothing new: it speaks for the heaviest gap of its field. */
async function bekannt(leitet: Actor, station: string, ags: string): Promise<void> {
  const [zeile] = await readAs(leitet, (tx) => uebersicht(tx, leitet, { handlungsfeld: "sprache" }));
  if (zeile === undefined) return;
  const input = ZuordnungEingabe.parse({ ...KEINE, luecke: zeile.luecke.id, kommunen: [ags] });
  await writeAs(leitet, (tx) => joinStation(tx, leitet, station, input));
}

/** The Lenkungsgruppe reads a closed one at its next meeting. */
async function vorgelegt(leitet: Actor, id: string): Promise<void> {
  const next = (await readAs(leitet, (tx) => sitzungen(tx))).find(
    ({ art, stand }) => art === "lenkungsgruppe" && stand === "geplant",
  );
  if (next === undefined) return;
  const input = TagesordnungEingabe.parse({ ...KEINE, luecken: [], auftraege: [], punkte: [], rekonstruktionen: [id] });
  await writeAs(leitet, (tx) => addTops(tx, leitet, next.id, input));
}

/** Reconstructions in each state; a break of the closed one became a gap that counts cases of two Träger. */
export async function loadRekonstruktionen(leitet: Actor, teile: readonly Teil[]): Promise<void> {
  const schule = await beginne(leitet, teile, {
    frage: "Warum dauerte es vom Zuzug bis zum Schulplatz so lange?",
    familienform: "familie",
    rechtskreis: "schulg",
    ausgangslage: "Eine Familie mit drei Kindern im Schulalter, zugewiesen im Herbst, mit wenig Deutsch.",
  });
  await schritt(leitet, schule, { nach: "in_arbeit" });
  const [, bruch = ""] = await stationen(leitet, schule, SCHULE);
  await faelle(schule, teile);
  const [ort] = await readAs(leitet, (tx) => kommunen(tx));
  const luecke = NeueLuecke.parse({
    ...KEINE,
    handlungsfeld: "schule",
    satz: "Freie Schulplätze im Kreis kennt keine Stelle.",
    kommunen: [ort?.value ?? ""],
    rechtskreis: "schulg",
  });
  await writeAs(leitet, (tx) => reportStation(tx, leitet, bruch, luecke));
  await schritt(leitet, schule, { nach: "abgeschlossen", ...ERGEBNIS });
  const kurs = await beginne(leitet, teile, {
    frage: "Warum verfiel der Kursplatz, obwohl er bewilligt war?",
    altersgruppe: "27-44",
    familienform: "alleinerziehend",
    rechtskreis: "integration",
  });
  await schritt(leitet, kurs, { nach: "in_arbeit" });
  const brueche = await stationen(leitet, kurs, KURS);
  await faelle(kurs, teile.slice(0, 1));
  await bekannt(leitet, brueche.at(-2) ?? "", ort?.value ?? "");
  const post = await beginne(leitet, teile.slice(0, 1), { frage: "Warum kam kein Bescheid an?" });
  await schritt(leitet, post, { nach: "in_arbeit" });
  await stationen(leitet, post, SCHULE.slice(0, 2));
  await schritt(leitet, post, { nach: "abgeschlossen", ...ERGEBNIS });
  await schritt(leitet, post, { nach: "wieder_offen", grund: "Die Meldebehörde möchte noch etwas beitragen." });
  await vorgelegt(leitet, schule);
  await beginne(leitet, [], { frage: "Wie kam es von der Anerkennung bis zur ersten Stelle?", rechtskreis: "sgb3" });
}
