import { beschluesse } from "../domains/gremien/index.ts";
import {
  NeuesKonzept,
  type TeilArt,
  addKommentar,
  addMitglied,
  addQuelle,
  addVorschlag,
  adoptKonzept,
  createKonzept,
  decideVorschlag,
  kapitelIn,
  kommentareZu,
  konzeptOf,
  papierFassung,
  saveTeil,
  setErledigt,
  standOf,
  teilOf,
} from "../domains/konzept/index.ts";
import { actorOf } from "../domains/zugang/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { readAs, writeAs } from "../platform/db.ts";
import { emailOf } from "./anmeldungen.ts";
import type { Leute } from "./vertretung.ts";

/** What the group has written so far; nothing yet about what stands in the way. */
const BILDUNG: Readonly<Partial<Record<TeilArt, string>>> = {
  zugang:
    "Familien kommen über die Kita, die Kinderarztpraxis und MuKi-S. Wer neu zugezogen ist, erfährt davon oft erst, wenn die Anmeldefrist vorbei ist.",
  ausgangslage:
    "Im Zeitraum gab es **{beratungen} Beratungen**, {thema_bildung_0_6} davon zu Bildung 0–6 {quelle_1}.\n\nTabelle: Plätze der Sprachförderung\n| Kommune | Plätze | Kinder auf der Liste |\n| Alfter | 12 | 9 |\n| Bornheim | 20 | 26 |\n| Troisdorf | 30 | 41 |",
  ziel: "- Jedes Kind, das nach DELFIN 4 Förderung braucht, hat bis zum Sommer einen Platz.\n- Jede Familie kennt ihre Ansprechperson, bevor die Frist läuft.",
  massnahme:
    "1. Eine Liste freier Plätze für alle Kommunen, jeden Monat neu.\n2. Ein Blatt in zehn Sprachen, das bei der Anmeldung beiliegt.\n3. Zwei Gruppen mehr in Troisdorf.",
};

const SCHULE: Readonly<Partial<Record<TeilArt, string>>> = {
  ausgangslage: "Nach dem Zuzug warten Kinder bis zu drei Monate auf einen Schulplatz.",
  ziel: "Kein Kind wartet länger als vier Wochen.",
  massnahme: "Schulamt und Kommunales Integrationszentrum vergeben die Plätze gemeinsam.",
};

/** Concepts: one that a group writes and talks about, one that was adopted where there are decisions, one just begun. */
export async function loadKonzepte(leute: Leute, leitet: Actor): Promise<void> {
  const jahr = Number(today().slice(0, 4)) - 1;
  const begin = (titel: string, felder: readonly string[]) =>
    writeAs(leitet, (tx) =>
      createKonzept(
        tx,
        leitet,
        NeuesKonzept.parse({ titel, zeitraum: `${jahr}-01-01_${jahr}-12-31`, handlungsfelder: felder }),
      ),
    );
  const bildung = await begin("Bildung 0–6", ["bildung_0_6"]);
  const quelle = { text: `Kreisjugendamt, Bedarfsplanung Kindertagesbetreuung ${jahr}`, adresse: null };
  await writeAs(leitet, (tx) => addQuelle(tx, leitet, { id: bildung }, quelle));
  await schreibe(leitet, bildung, BILDUNG);
  await besprich(leute, leitet, bildung);
  await beschliesse(leitet, await begin("Schule und Bildung", ["schule"]));
  await begin("Ankommen und Wohnen", ["wohnen", "alltag"]);
}

async function teile(actor: Actor, konzept: string) {
  const [kapitel] = await readAs(actor, (tx) => kapitelIn(tx, konzept));
  return kapitel?.teile ?? [];
}

async function schreibe(
  actor: Actor,
  konzept: string,
  texte: Readonly<Partial<Record<TeilArt, string>>>,
): Promise<void> {
  for (const { id, art, version } of await teile(actor, konzept)) {
    const text = texte[art];
    if (text !== undefined) await writeAs(actor, (tx) => saveTeil(tx, actor, { id, version }, { text }));
  }
}

/** Somebody writes along, somebody only proposes; a comment is open, one dealt with, a proposal open, one accepted. */
async function besprich(leute: Leute, leitet: Actor, konzept: string): Promise<void> {
  const gruppe = [
    ["zoe.modellfall", "MuKi-S", true],
    ["toni.vorlage", "Wohlfahrtsverbände", true],
    ["emil.formular", "Einbürgerungsbehörde", false],
  ] as const;
  for (const [email, fuer, schreibt] of gruppe) {
    const wer = { email: emailOf(email), fuer, schreibt };
    await writeAs(leitet, (tx) => addMitglied(tx, leitet, { id: konzept }, wer));
  }
  const emil = leute.get("emil.formular");
  if (emil === undefined) throw new Error("Die Demo kennt die Einbürgerungsbehörde nicht.");
  const actor = actorOf(emil, ["ebh_fachkraft"]);
  const all = await teile(leitet, konzept);
  const [zugang, ziel, massnahme] = (["zugang", "ziel", "massnahme"] as const).map((art) =>
    all.find((t) => t.art === art),
  );
  if (zugang === undefined || ziel === undefined || massnahme === undefined)
    throw new Error("Ein Kapitel ist unvollständig.");
  const frage = { stelle: "MuKi-S", text: "Auch über die Elternberatung der Schulen?" };
  await writeAs(actor, (tx) => addKommentar(tx, actor, { id: zugang.id }, frage));
  await writeAs(actor, (tx) =>
    addKommentar(tx, actor, { id: ziel.id }, { stelle: "", text: "Bis zu welchem Sommer?" }),
  );
  const [fertig] = await readAs(leitet, async (tx) => kommentareZu(tx, leitet, await teilOf(tx, leitet, ziel.id)));
  if (fertig !== undefined) await writeAs(leitet, (tx) => setErledigt(tx, leitet, fertig, true));
  const vorschlaege = [
    {
      at: massnahme,
      text: `${massnahme.text}\n4. Termine zur Anmeldung auch am Abend.`,
      grund: "Viele arbeiten tagsüber.",
    },
    {
      at: zugang,
      text: `${zugang.text}\n\nAuch bei der Einbürgerung fragen Eltern danach.`,
      grund: "Das hören wir jede Woche.",
    },
  ];
  const ids: string[] = [];
  for (const { at, ...input } of vorschlaege)
    ids.push(await writeAs(actor, (tx) => addVorschlag(tx, actor, at, input)));
  const ja = { nach: "angenommen", antwort: "Danke, steht jetzt da." } as const;
  await writeAs(leitet, (tx) => decideVorschlag(tx, leitet, { id: ids[1] ?? "", version: 1 }, ja));
}

/** Adopted by the last two decisions that accepted a concept; a draft where there is none. */
async function beschliesse(leitet: Actor, konzept: string): Promise<void> {
  await schreibe(leitet, konzept, SCHULE);
  const all = await readAs(leitet, (tx) => beschluesse(tx, { bis: today(), wort: "Handlungskonzept" }));
  const taken = all
    .filter(({ ergebnis }) => ergebnis === "angenommen")
    .slice(0, 2)
    .toReversed();
  for (const [i, { id: beschluss }] of taken.entries()) {
    const gelesen = await readAs(leitet, async (tx) =>
      papierFassung(await standOf(tx, leitet, await konzeptOf(tx, leitet, konzept))),
    );
    const aenderung = i === 0 ? null : "Vier Wochen statt drei Monate.";
    await writeAs(leitet, (tx) =>
      adoptKonzept(tx, leitet, { id: konzept }, { gelesen, beschluss, aenderung, oeffentlich: true, geprueft: "ja" }),
    );
    await schreibe(leitet, konzept, {
      ziel: `Kein Kind wartet länger als ${i === 0 ? "vier" : "drei"} Wochen auf die Schule.`,
    });
  }
}
