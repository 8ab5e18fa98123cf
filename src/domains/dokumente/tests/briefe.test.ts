import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { legeAb, PDF, vorlagenIn } from "../../../../tests/support/dokumente.ts";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { einwilligungenIn } from "../../../../tests/support/einwilligungen.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { wordDateiMit } from "../../../../tests/support/word-vorlage.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { AufenthaltEingabe, AUFENTHALT, recordEintrag } from "../../lebenslage/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { releaseUebersetzung } from "../../uebersetzungen/commands/release-uebersetzung.ts";
import { worteOf } from "../../uebersetzungen/queries/worte.ts";
import { addListe, changeListe, removeListe } from "../commands/keep-liste.ts";
import { keepVorlage } from "../commands/keep-vorlage.ts";
import { translateListe } from "../commands/translate-liste.ts";
import { writeBrief } from "../commands/write-brief.ts";
import { BriefEingabe } from "../model/brief.ts";
import { ListeEingabe } from "../model/mitbringen.ts";
import { openDatei } from "../queries/datei.ts";
import { lichter } from "../queries/lichter.ts";
import { listenOf } from "../queries/vorlagen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let person: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  const jo = { person_vorname: "Jo", person_nachname: "Muster", person_geburtsdatum: "1990-03-12" };
  person = await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse(jo)));
});

const write = (typed: Readonly<Record<string, unknown>>) =>
  writeAs(mira, (tx) => writeBrief(tx, mira, person, BriefEingabe.parse(typed)));

async function bytesOf(id: string): Promise<Buffer> {
  const { next } = await openDatei(mira, id, "herunterladen");
  const pieces: Buffer[] = [];
  for (let piece = await next(); piece !== undefined; piece = await next()) pieces.push(piece);
  return Buffer.concat(pieces);
}

const tage = (n: number) => daysFrom(today(), n);

test("a list of what to bring has a light for each paper, by what is there and by how long it holds", async () => {
  await legeAb(mira, person, PDF, { art: "ausweis", gueltig_bis: tage(400) });
  await legeAb(mira, person, PDF, { art: "einkommen", gueltig_bis: tage(20) });
  await legeAb(mira, person, PDF, { art: "einkommen", gueltig_bis: tage(-5) });
  await legeAb(mira, person, PDF, { art: "meldung", gueltig_bis: tage(-1) });
  await legeAb(mira, person, PDF, { art: "aufenthalt" });
  const titel = AufenthaltEingabe.parse({ status: "p24", gueltig_bis: tage(30) });
  await writeAs(mira, (tx) => recordEintrag(tx, mira, AUFENTHALT, person, titel));
  const arten = ["ausweis", "einkommen", "meldung", "aufenthalt", "foto", "impfpass"] as const;
  const said = await readAs(mira, (tx) => lichter(tx, person, { key: "x", anlass: "x", arten, weiteres: [] }));
  expect(said.map(({ licht }) => licht)).toEqual(["liegt_vor", "laeuft_ab", "abgelaufen", "laeuft_ab", "fehlt", null]);
});

test("a letter to the person needs no consent, and a copy of it lies with her documents", async () => {
  await expect(write({ vorlage: "einladung" })).rejects.toMatchObject({ errors: [{ field: "termin_am" }] });
  const id = await write({ vorlage: "einladung", termin_am: today(), termin_um: "10:30 Uhr", liste: "erstgespraech" });
  const { text } = pdfText(await bytesOf(id));
  expect(text).toMatch(/Guten Tag Jo Muster/);
  expect(text).toMatch(/10:30 Uhr/);
  expect(text).toMatch(
    /Bitte bringen Sie mit[\s\S]*Meldebescheinigung[\s\S]*Das haben wir schon[\s\S]*Pass oder Ausweis/,
  );
  const [row] = await db.admin("select art, quelle, typ from kim.dokument where id = $1", [id]);
  expect(row).toEqual({ art: "brief", quelle: "haus", typ: "pdf" });
});

test("a letter to anybody else goes out only on a consent that covers what it says, and that is written down", async () => {
  const brief = { vorlage: "anschreiben", text: "Bitte um einen Platz.", empfaenger_art: "kita_schule" };
  const an = (empfaenger: string, kategorien: readonly string[]) => write({ ...brief, empfaenger, kategorien });
  const before = await db.admin("select count(*)::int as n from kim.dokument");
  await expect(an("Familienzentrum Wiese", ["kontakt"])).rejects.toMatchObject({ errors: [{ field: "kategorien" }] });
  await einwilligungenIn(mira, mira, person);
  await expect(an("Familienzentrum Wiese", ["sprache"])).rejects.toThrow("nennt die Person");
  await expect(an("Familienzentrum Wiese", ["kontakt", "gesundheit"])).rejects.toThrow("„Gesundheit“ nicht");
  await expect(an("Kita Regenbogen", ["kontakt"])).rejects.toThrow("gilt heute nicht");
  expect(await db.admin("select count(*)::int as n from kim.dokument")).toEqual(before);
  const id = await an("Familienzentrum Wiese", ["kontakt"]);
  expect(pdfText(await bytesOf(id)).text).toMatch(/Familienzentrum Wiese/);
  const out = await db.admin("select art, kategorien from kim.weitergabe where art = 'ausgabe'");
  expect(out).toEqual([{ art: "ausgabe", kategorien: ["kontakt"] }]);
});

test("a Word file of the Träger is filled; one with a wrong placeholder is refused with its place", async () => {
  const word = await wordDateiMit(["Guten Tag {nmae},"], "{traeger}");
  const bad = writeAs(mira, (tx) => keepVorlage(tx, mira, { name: "Falsch", empfaenger: "person" }, word));
  await expect(bad).rejects.toThrow(/\{nmae\} im Text, Absatz 1 .*Meinten Sie \{name\}\?/);
  const { briefvorlage = "" } = await vorlagenIn(mira);
  const id = await write({ vorlage: briefvorlage, text: "Erste Zeile\nZweite Zeile", liste: "kita" });
  const parts = await docxParts(await bytesOf(id));
  expect(docxText(parts.get("word/document.xml") ?? "")).toMatch(
    /Guten Tag Jo Muster,[\s\S]*Erste Zeile[\s\S]*Impfpass/,
  );
  await expect(write({ vorlage: crypto.randomUUID() })).rejects.toThrow();
});

test("a list of the Träger takes the place of the one that comes with the program, for its own people only", async () => {
  const own = ListeEingabe.parse({
    anlass: "Einbürgerung",
    arten: ["ausweis"],
    weiteres: "Zwei Euro für den Automaten",
  });
  await writeAs(mira, (tx) => addListe(tx, mira, own));
  const lists = (await readAs(mira, (tx) => listenOf(tx, mira))).filter(({ anlass }) => anlass === "Einbürgerung");
  expect(lists.map(({ arten, weiteres }) => [arten, weiteres])).toEqual([
    [["ausweis"], ["Zwei Euro für den Automaten"]],
  ]);
  await expect(writeAs(mira, (tx) => addListe(tx, mira, own))).rejects.toThrow("gibt es schon");
});

test("a Träger's own lines are German in a letter, and say so, until their translation is released; changed ones are German again", async () => {
  const typed = ListeEingabe.parse({ anlass: "Busfahrt", arten: ["ausweis"], weiteres: "Zwei Euro\nEine Decke" });
  const liste = await writeAs(mira, (tx) => addListe(tx, mira, typed));
  const zeilen = "Two euros\nA blanket";
  const translate = (text: string | null, version: number) =>
    writeAs(mira, (tx) => translateListe(tx, mira, { id: liste, version }, { sprache: "en", zeilen: text }));
  const letter = async () => {
    const id = await write({ vorlage: "mitbringen", liste, sprache: "en" });
    return pdfText(await bytesOf(id)).text.replaceAll(/\s+/g, " ");
  };
  await expect(translate("Two euros", 1)).rejects.toThrow("2 Punkte: Schreiben Sie zu jedem eine Zeile");
  await translate(zeilen, 1);
  expect(await letter()).toContain("This is written in German only:");
  expect(await letter()).not.toContain("Two euros");
  const eigene = { formular: "liste", gegenstand: liste, sprache: "en" } as const;
  const release = () =>
    writeAs(mira, async (tx) => {
      const { zeilen: read, pruefsumme } = await worteOf(tx, mira, eigene);
      await releaseUebersetzung(tx, mira, eigene, read, { pruefsumme, zurueck: false });
    });
  await release();
  expect(await letter()).toMatch(/Two euros \(Zwei Euro\).*A blanket \(Eine Decke\)/);
  expect(await letter()).not.toContain("This is written in German only:");
  await expect(translate(zeilen, 1)).rejects.toThrow();
  await translate("Two euros\nOne blanket", 2);
  expect(await letter()).not.toContain("One blanket");
  await release();
  const anders = { ...typed, weiteres: "Zwei Euro\nZwei Decken" };
  await writeAs(mira, (tx) => changeListe(tx, mira, { id: liste, version: 1 }, anders));
  expect(await letter()).toMatch(/This is written in German only:.*Zwei Decken/);
  await writeAs(mira, (tx) => removeListe(tx, mira, { id: liste, version: 2 }));
  expect(await db.admin("select 1 from kim.uebersetzung_freigabe where gegenstand = $1", [liste])).toEqual([]);
});
