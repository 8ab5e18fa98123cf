import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { BriefEingabe, writeBrief } from "../src/domains/dokumente/index.ts";
import type { EmpfaengerArt, Zweck } from "../src/domains/einwilligungen/index.ts";
import { NeuerFall, openFall } from "../src/domains/faelle/index.ts";
import { NeueBesprechung, addBesprechung } from "../src/domains/fallbesprechung/index.ts";
import { acceptAngebot } from "../src/domains/freigaben/commands/accept-angebot.ts";
import { openLink } from "../src/domains/freigaben/commands/use-link.ts";
import { ANGEBOT, MODUL_III } from "../src/domains/freigaben/commands/receive-kopie.ts";
import { sendVerweis } from "../src/domains/freigaben/commands/send-verweis.ts";
import { VerweisLink } from "../src/domains/freigaben/model/eingabe.ts";
import { today } from "../src/platform/clock.ts";
import { writeAs } from "../src/platform/db.ts";
import { NotFound, Refused } from "../src/platform/form.ts";
import { daysFrom } from "../src/platform/span.ts";
import { testDatabase } from "./support/db.ts";
import { nimmtZurueck } from "./support/einwilligungen.ts";
import { eingewilligt, freigegeben, vorbereitet } from "./support/freigaben.ts";
import { isTest, readSource, sourceFiles } from "./support/import-graph.ts";
import { type Buehne, buehne } from "./support/kopien-buehne.ts";
import { organisation, verweis } from "./support/verweise.ts";

/**
 * Every way by which something leaves the program, and what checks it. A file that sends, prints, seals for somebody else or shows
 * something to whoever is not signed in stands here, or the first test fails: so nobody builds a way out and forgets the consent.
 */
const db = testDatabase();
let b: Buehne;
let kita = "";
beforeAll(async () => {
  b = await buehne(db);
  kita = await organisation(b.cm, "Kita Wiese", { art: "kita_schule" });
});

/** What makes a file one that lets something out: mail, a file, a page without an account, a key for others, the network, paper. */
const AUSGANG =
  /\bsendMail\(|new Response\(|new FileAs\(|\bpublicPage\(|\bsealFor(?:Recipient|Link)\(|\bfetch\(|\bcreateConnection\(|does="print"/;

/** Built on a consent: the file calls `passOn`, or makes nothing but what a file that does has made. */
const MIT_EINWILLIGUNG = [
  "fallbesprechung/pages/show.tsx",
  "freigaben/commands/release-freigabe.ts",
  "freigaben/pages/link.tsx",
] as const;

/** Without one, and why that is right. Where nobody is named, a test says so. */
const OHNE: Readonly<
  Record<
    string,
    readonly [warum: "nennt niemanden" | "eigene Akte" | "an die Person" | "ans eigene Konto", haelt?: string]
  >
> = {
  "assessment/pages/map.tsx": ["eigene Akte"],
  "assessment/pages/show.tsx": ["eigene Akte"],
  "beratungen/pages/list.tsx": ["eigene Akte", "src/domains/beratungen/tests/mitnehmen.pages.test.ts"],
  "dokumente/pages/datei.ts": ["eigene Akte", "src/domains/dokumente/tests/dokumente.pages.test.ts"],
  "faelle/pages/verlauf.tsx": ["eigene Akte"],
  "rekonstruktion/documents/dateien.ts": [
    "nennt niemanden",
    "src/domains/rekonstruktion/tests/rekonstruktion.access.test.ts",
  ],
  "rekonstruktion/parts/kopf.tsx": [
    "nennt niemanden",
    "src/domains/rekonstruktion/tests/rekonstruktion.access.test.ts",
  ],
  "termine/pages/woche.tsx": ["eigene Akte"],
  "neuzuweisungen/pages/annehmen.tsx": ["eigene Akte", "src/domains/neuzuweisungen/tests/waende.test.ts"],
  "uebernahme/pages/pruefen.tsx": ["eigene Akte", "src/domains/uebernahme/tests/uebernahme.access.test.ts"],
  "einbuergerung/pages/blatt.ts": ["an die Person"],
  "einwilligungen/pages/blatt.ts": ["an die Person", "src/domains/einwilligungen/documents/blatt.test.ts"],
  "hilfeplan/pages/print.tsx": ["an die Person", "src/domains/hilfeplan/documents/kopie.test.ts"],
  "hilfeplan/parts/kopf.tsx": ["an die Person"],
  "verweise/pages/zettel.ts": ["an die Person", "src/domains/verweise/documents/zettel.test.ts"],
  "auswertung/pages/show.tsx": ["nennt niemanden", "src/domains/auswertung/tests/auswertung.access.test.ts"],
  "berichte/pages/download.ts": ["nennt niemanden", "src/domains/berichte/tests/kleine-zahlen.test.ts"],
  "fristen/jobs/remind.ts": ["nennt niemanden", "src/domains/fristen/jobs/remind.test.ts"],
  "gremien/documents/dateien.ts": ["nennt niemanden", "src/domains/gremien/tests/vorlage.test.ts"],
  "gremien/jobs/invite.ts": ["nennt niemanden", "src/domains/gremien/jobs/invite.test.ts"],
  "gremien/jobs/remind.ts": ["nennt niemanden", "src/domains/gremien/jobs/remind.test.ts"],
  "hilfe/pages/kapitel.tsx": ["nennt niemanden"],
  "konzept/documents/dateien.ts": ["nennt niemanden", "src/domains/konzept/tests/konzept.test.ts"],
  "konzept/pages/fassung.tsx": ["nennt niemanden", "src/domains/konzept/tests/konzept.test.ts"],
  "konzept/pages/offen.tsx": ["nennt niemanden", "src/domains/konzept/tests/konzept.test.ts"],
  "luecken/jobs/mail-schritt.ts": ["nennt niemanden", "src/domains/luecken/jobs/mail-schritt.test.ts"],
  "luecken/pages/list.tsx": ["nennt niemanden", "src/domains/luecken/tests/luecken.test.ts"],
  "luecken/pages/show.tsx": ["nennt niemanden", "src/domains/luecken/tests/luecken.test.ts"],
  "massnahmen/pages/kette.tsx": ["nennt niemanden"],
  "massnahmen/pages/ketten.tsx": ["nennt niemanden"],
  "massnahmen/parts/kopf.tsx": ["nennt niemanden"],
  "termine/pages/feed.ts": ["nennt niemanden", "src/domains/termine/tests/abo.test.ts"],
  "uebernahme/pages/entschiedene-woerter.tsx": ["nennt niemanden"],
  "uebernahme/pages/so-liest-kim.tsx": ["nennt niemanden"],
  "verstaendigung/pages/abrechnung.tsx": ["nennt niemanden", "src/domains/verstaendigung/tests/sprachmittlung.test.ts"],
  "verstaendigung/pages/satzbuch.tsx": ["nennt niemanden"],
  "verweise/pages/einlesen.tsx": ["nennt niemanden", "src/domains/verweise/tests/einlesen.test.ts"],
  "verwaltung/pages/einrichten.tsx": ["ans eigene Konto"],
  "zustaendigkeit/jobs/remind.ts": ["nennt niemanden", "src/domains/zustaendigkeit/jobs/remind.test.ts"],
  "zugang/jobs/mail-invitation.ts": ["ans eigene Konto", "src/domains/zugang/jobs/jobs.test.ts"],
  "zugang/pages/anmelden.tsx": ["ans eigene Konto"],
  "zugang/pages/code.tsx": ["ans eigene Konto"],
  "zugang/pages/demo.tsx": ["ans eigene Konto"],
  "zugang/pages/einladung.tsx": ["ans eigene Konto"],
  "zugang/pages/einrichten.tsx": ["ans eigene Konto"],
  "zugang/pages/entwuerfe.tsx": ["ans eigene Konto"],
  "zugang/pages/sperre.tsx": ["ans eigene Konto"],
  "zugang/parts/recovery-codes.tsx": ["ans eigene Konto"],
};

const inRooms = (what: RegExp): string[] =>
  sourceFiles("src/domains")
    .filter((file) => !isTest(file) && !file.includes("/tests/") && what.test(readSource(file)))
    .map((file) => file.replace("src/domains/", ""))
    .toSorted();

describe("every way out", () => {
  test("stands in the table with what checks it", () => {
    expect(inRooms(AUSGANG)).toEqual([...MIT_EINWILLIGUNG, ...Object.keys(OHNE)].toSorted());
    const fehlt = Object.values(OHNE).filter(([, haelt]) => haelt !== undefined && !existsSync(haelt));
    expect(fehlt).toEqual([]);
  });

  test("that needs a consent asks for it by the one function, and is tried below", () => {
    const callers = inRooms(/\bpassOn\(/).filter((file) => !file.startsWith("einwilligungen/"));
    expect([...new Set(WEGE.map(({ durch }) => durch))].toSorted()).toEqual(callers);
    // Neither an entry nor a copy is written anywhere else.
    expect(inRooms(/insertInto\("kim\.weitergabe"\)/)).toEqual(["einwilligungen/commands/pass-on.ts"]);
    expect(inRooms(/insertInto\("kim\.freigabe(?:_inhalt)?"\)/)).toEqual(["freigaben/commands/release-freigabe.ts"]);
  });
});

type Weg = {
  readonly name: string;
  readonly durch: string;
  readonly an: { readonly zweck: Zweck; readonly art: EmpfaengerArt; readonly empfaenger?: string };
  readonly eintrag: string;
  /**
   * Lets something about a person out, on a consent where it needs to know which. Returns what whoever got it can do with it: the
   * first opens it.
   */
  readonly geht: (person: string, einwilligung: string) => Promise<readonly (() => Promise<unknown>)[]>;
};

const KITA = { zweck: "weitergabe", art: "kita_schule", empfaenger: "Kita Wiese" } as const;
const CM = { kontakt: "cm", kategorien: ["kontakt"] };
const EIN_JAHR = daysFrom(today(), 30);

async function kopieAn(person: string, art: "abh" | "ebh") {
  const id = await vorbereitet(b.cm, person, { art, an: b.kreis });
  await freigegeben(b.cm, id);
  const wer = await b.konto(b.kreis, art === "abh" ? "abh_fachkraft" : "ebh_fachkraft");
  return [() => b.opened(wer, id, MODUL_III)];
}

const WEGE: readonly Weg[] = [
  {
    name: "a referral by whoever counsels",
    durch: "verweise/rows/weitergeben.ts",
    an: KITA,
    eintrag: "verweis",
    geht: (person) => verweis(b.cm, person, `organisation:${kita}`, CM).then(() => []),
  },
  {
    name: "the link of a referral",
    durch: "freigaben/commands/release-freigabe.ts",
    an: KITA,
    eintrag: "verweis",
    geht: async (person) => {
      const id = await verweis(b.cm, person, `organisation:${kita}`);
      const typed = { anliegen: "Platz", angaben: ["name"], worte_kategorien: [], gueltig_bis: EIN_JAHR };
      const at = { id, version: 1 };
      const link = await writeAs(b.cm, (tx) => sendVerweis(tx, b.cm, at, VerweisLink.parse(typed)));
      return [() => openLink(link.token, link.code)];
    },
  },
  {
    name: "a copy for the foreigners' authority",
    durch: "freigaben/commands/release-freigabe.ts",
    an: { zweck: "behoerde", art: "auslaenderbehoerde" },
    eintrag: "kopie",
    geht: (person) => kopieAn(person, "abh"),
  },
  {
    name: "a copy for the naturalisation authority",
    durch: "freigaben/commands/release-freigabe.ts",
    an: { zweck: "behoerde", art: "einbuergerungsbehoerde" },
    eintrag: "kopie",
    geht: (person) => kopieAn(person, "ebh"),
  },
  {
    name: "an offer to another Träger",
    durch: "freigaben/commands/release-freigabe.ts",
    an: { zweck: "uebergabe", art: "traeger", empfaenger: "Beratung Nebenan" },
    eintrag: "kopie",
    geht: async (person) => {
      const id = await vorbereitet(b.cm, person, { art: "traeger", an: b.anderer });
      await freigegeben(b.cm, id, { angaben: ["name"], bedarf: "Sucht einen Sprachkurs" });
      const version = async () =>
        Number((await db.admin("select version from kim.freigabe where id = $1", [id]))[0]?.["version"]);
      const nehmen = (at: { id: string; version: number }) =>
        writeAs(b.andere, (tx) => acceptAngebot(tx, b.andere, at));
      return [() => b.opened(b.andere, id, ANGEBOT), async () => nehmen({ id, version: await version() })];
    },
  },
  {
    name: "a letter to somebody else",
    durch: "dokumente/commands/write-brief.ts",
    an: KITA,
    eintrag: "ausgabe",
    geht: async (person) => {
      const typed = { vorlage: "anschreiben", text: "Bitte um einen Platz.", empfaenger_art: KITA.art };
      const brief = BriefEingabe.parse({ ...typed, empfaenger: KITA.empfaenger, kategorien: ["kontakt"] });
      await writeAs(b.cm, (tx) => writeBrief(tx, b.cm, person, brief));
      return [];
    },
  },
  {
    name: "a conference by name",
    durch: "fallbesprechung/rows/weitergeben.ts",
    an: { ...KITA, zweck: "konferenz" },
    eintrag: "konferenz",
    geht: async (person, einwilligung) => {
      const neu = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
      const fall = await writeAs(b.cm, (tx) => openFall(tx, b.cm, neu));
      const typed = { art: "konferenz", am: today(), frage: "Was nun?", namentlich: "ja", kategorien: ["kontakt"] };
      const einwilligungen = [einwilligung].filter((one) => one !== "");
      const runde = NeueBesprechung.parse({ fall, ...typed, einwilligungen });
      await writeAs(b.cm, (tx) => addBesprechung(tx, b.cm, runde));
      return [];
    },
  },
];

describe("without a consent nothing goes, with one it does, and a withdrawal closes it", () => {
  test.each(WEGE)("$name", async ({ an, eintrag, geht }) => {
    const person = await b.person();
    await expect(geht(person, "")).rejects.toThrow(Refused);
    const id = await eingewilligt(b.cm, b.leitung, person, { ...an, kategorien: ["kontakt"] });
    const [oeffnen, ...mehr] = await geht(person, id);
    await oeffnen?.();
    const hinaus = () => db.admin("select art from kim.weitergabe where einwilligung_id = $1", [id]);
    expect(await hinaus()).toEqual([{ art: eintrag }]);
    await nimmtZurueck(b.cm, id);
    await expect(geht(person, id)).rejects.toThrow(Refused);
    for (const one of oeffnen === undefined ? [] : [oeffnen, ...mehr])
      await expect(one()).rejects.toSatisfy((error) => error instanceof NotFound || error instanceof Refused);
    expect(await hinaus()).toHaveLength(1);
  });
});
