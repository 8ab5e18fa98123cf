import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { freigegebener, neuerEntwurf } from "../../../../tests/support/berichte.ts";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { beschlossen } from "../../../../tests/support/beschluss.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { type Zeitraum, halbjahrAm } from "../../auswertung/index.ts";
import { NeueLuecke, reportLuecke } from "../../luecken/index.ts";
import {
  IndikatorEingabe,
  MassnahmeEingabe,
  MesswertEingabe,
  SchrittEingabe,
  WirkungEingabe,
  addIndikator,
  addMassnahme,
  addMesswert,
  checkWirkung,
  moveMassnahme,
} from "../../massnahmen/index.ts";
import { papierOf } from "../model/halbjahresbericht.ts";
import { steuerungOf } from "../queries/steuerung.ts";
import { berichtOf, dokument, halbjahresberichtOf } from "../queries/berichte.ts";

const db = testDatabase();
let actor: Actor;
let massnahme: string;
let indikator: string;
const jetzt: Zeitraum = halbjahrAm(today());

beforeAll(async () => {
  const stelle = await beratungsstelle();
  const mira = stelle.konto.actor;
  actor = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const gap = { handlungsfeld: "sprache", satz: "Es fehlen Kurse mit Betreuung.", kommunen: [stelle.ags[0]] };
  const luecke = await writeAs(mira, (tx) => reportLuecke(tx, mira, NeueLuecke.parse(gap)));
  const { beschluss } = await beschlossen(actor, luecke);
  massnahme = await writeAs(actor, (tx) =>
    addMassnahme(
      tx,
      actor,
      MassnahmeEingabe.parse({
        titel: "Zwei Kurse mit Betreuung",
        luecken: [luecke],
        ziel: "Niemand bricht ab.",
        verantwortlich: "Jugendamt",
        organisationen: [],
        von: jetzt.von,
        beschluss,
      }),
    ),
  );
  const typed = { name: "Plätze im Kurs", einheit: "Plätze", anfang: "12,5", richtung: "mehr", ziel: "40" };
  const goal = { ...typed, anfang_am: daysFrom(today(), -20), ziel_am: daysFrom(today(), 90) };
  indikator = await writeAs(actor, (tx) => addIndikator(tx, actor, massnahme, IndikatorEingabe.parse(goal)));
  await measure("30");
  await counted(db, stelle.kreis);
});

const measure = (wert: string) =>
  writeAs(actor, (tx) => addMesswert(tx, actor, indikator, MesswertEingabe.parse({ am: today(), wert })));

const tabellen = (id: string) =>
  readAs(actor, async (tx) => {
    const bericht = await halbjahresberichtOf(tx, actor.kreis, await berichtOf(tx, actor, id), today());
    return papierOf(bericht).abschnitte.flatMap(({ titel, bloecke }) =>
      bloecke.flatMap((block) => (block.art === "tabelle" ? [{ kapitel: titel, zeilen: block.zeilen }] : [])),
    );
  });
const zeilenVon = async (id: string, kapitel: string) =>
  (await tabellen(id)).find((one) => one.kapitel === kapitel)?.zeilen;

test("a paper tells what became of gaps in chapters of their own, and keeps it as it was when it was released", async () => {
  const id = await freigegebener(actor, jetzt);
  const look = async () => ({
    luecken: await zeilenVon(id, "Systemlücken nach Handlungsfeld und Stand"),
    beschluesse: await zeilenVon(id, "Beschlüsse seit dem letzten Bericht"),
    massnahmen: await zeilenVon(id, "Maßnahmen und ihre Indikatoren"),
    gremien: await zeilenVon(id, "Gremien, die getagt haben"),
  });
  const told = await look();
  expect(told.luecken).toEqual([
    ["Sprache", "1", "0", "0", "0", "1"],
    ["Zusammen", "1", "0", "0", "0", "1"],
  ]);
  expect(told.beschluesse?.map((row) => row.at(-1))).toEqual(["Eine Projektgruppe wird eingesetzt."]);
  expect(told.massnahmen?.[0]?.slice(2)).toEqual(["12,5", "30", "mindestens 40"]);
  expect(told.massnahmen?.[0]?.[1]).toMatch(/^Plätze im Kurs \(Plätze\), Ziel bis .*\. Besser als am Anfang$/);
  expect(told.gremien?.map(([name, , n]) => [name, n])).toEqual([["Lenkungsgruppe 1", "1"]]);
  const text = (await readAs(actor, (tx) => dokument(tx, id, "json"))).toString("utf8");
  const Datei = z.object({ fassung: z.number(), steuerung: z.object({ massnahmen: z.array(z.unknown()) }) });
  const file = Datei.parse(JSON.parse(text));
  expect([file.fassung, file.steuerung.massnahmen.length]).toEqual([3, 1]);
  await measure("38");
  await writeAs(actor, (tx) =>
    moveMassnahme(tx, actor, { id: massnahme, version: 1 }, SchrittEingabe.parse({ nach: "beschlossen" })),
  );
  expect(await look()).toEqual(told);
});

test("a paper about a past period tells measures and what was measured as they were at its end, though they went on", async () => {
  const damals = halbjahrAm(daysFrom(jetzt.von, -1));
  const vorher = daysFrom(damals.bis, -30);
  await db.admin("update kim.massnahme set von = $1 where id = $2", [damals.von, massnahme]);
  await db.admin("update kim.indikator set anfang_am = $1 where id = $2", [vorher, indikator]);
  await db.admin("update kim.massnahme_schritt set am = $1 where massnahme_id = $2 and von is null", [
    vorher,
    massnahme,
  ]);
  const am = async (bis: string) =>
    (await readAs(actor, (tx) => steuerungOf(tx, { von: damals.von, bis }, today()))).massnahmen.map((m) => [
      m.stand,
      m.seit,
      m.indikatoren.map(({ anfang, zuletzt }) => [anfang, zuletzt]),
    ]);
  expect(await am(damals.bis)).toEqual([["vorgeschlagen", vorher, [[12.5, null]]]]);
  expect(await am(jetzt.bis)).toEqual([["beschlossen", today(), [[12.5, 38]]]]);
  expect(await am(daysFrom(vorher, -1)), "the indicator was not there yet").toEqual([["vorgeschlagen", vorher, []]]);
});

test("a measure that was in force and entered only afterwards says so, not that it was proposed after the paper's last day", async () => {
  const damals = halbjahrAm(daysFrom(jetzt.von, -1));
  await db.admin("update kim.massnahme_schritt set am = $1 where massnahme_id = $2 and von is null", [
    jetzt.von,
    massnahme,
  ]);
  const [row] = (await zeilenVon(await neuerEntwurf(actor, damals), "Maßnahmen und ihre Indikatoren")) ?? [];
  expect(row?.[0]).toMatch(new RegExp(`, hier eingetragen am ${tagText(jetzt.von)}$`));
});

test("what a paper told already the next one does not tell as new; one of the whole year does what its halves did", async () => {
  const jahr = { von: `${today().slice(0, 4)}-01-01`, bis: `${today().slice(0, 4)}-12-31` };
  const ganzes = await neuerEntwurf(actor, jahr);
  expect((await zeilenVon(ganzes, "Maßnahmen und ihre Indikatoren"))?.[0]?.at(-2)).toBe("38");
  const next = daysFrom(jetzt.bis, 1);
  const later = daysFrom(jetzt.bis, 184);
  const told = await readAs(actor, (tx) => steuerungOf(tx, { von: next, bis: later }, later));
  expect([told.von, told.beschluesse]).toEqual([next, []]);
});

test("a paper of a longer time tells the decisions of its first half too, though a paper of that half was released", async () => {
  const laenger = { von: jetzt.von, bis: daysFrom(jetzt.bis, 184) };
  const told = await readAs(actor, (tx) => steuerungOf(tx, laenger, laenger.bis));
  expect([told.von, told.beschluesse.length]).toEqual([jetzt.von, 1]);
});

test("the next paper tells what became of the decision that the last one told: its measure, what was concluded, the group", async () => {
  const next = { von: daysFrom(jetzt.bis, 1), bis: daysFrom(jetzt.bis, 184) };
  const danach = async (zeitraum: Zeitraum) => {
    const { frueher, massnahmen } = await readAs(actor, (tx) => steuerungOf(tx, zeitraum, zeitraum.bis));
    return { frueher: frueher.map(({ wortlaut, daraus }) => [wortlaut, daraus]), massnahmen };
  };
  const heute = tagText(today());
  const gruppe = expect.stringMatching(/^Projektgruppe „.*“ eingesetzt$/);
  const titel = "Maßnahme „Zwei Kurse mit Betreuung“";
  const wortlaut = "Eine Projektgruppe wird eingesetzt.";
  const first = await danach(next);
  expect(first.frueher).toEqual([[wortlaut, [`${titel}: beschlossen seit ${heute}`, gruppe]]]);
  expect(first.massnahmen.map(({ beschluss }) => beschluss)).toEqual([expect.stringMatching(/^\d+\/\d{4}$/)]);
  const { version } = await db
    .admin("select version from kim.massnahme where id = $1", [massnahme])
    .then(([row]) => z.object({ version: z.number() }).parse(row));
  const steps = [{ nach: "laeuft" }, { nach: "umgesetzt" }];
  for (const [i, step] of steps.entries())
    await writeAs(actor, (tx) =>
      moveMassnahme(tx, actor, { id: massnahme, version: version + i }, SchrittEingabe.parse(step)),
    );
  const wirkung = WirkungEingabe.parse({ urteil: "etwas", text: "Mehr Frauen bleiben im Kurs.", kein_name: "ja" });
  await writeAs(actor, (tx) => checkWirkung(tx, actor, { id: massnahme, version: version + 2 }, wirkung));
  const seen = `${titel}: Wirkung geprüft seit ${heute} (Es ist etwas besser geworden)`;
  expect((await danach(next)).frueher).toEqual([[wortlaut, [seen, gruppe]]]);
  const [row] = (await zeilenVon(await neuerEntwurf(actor, jetzt), "Maßnahmen und ihre Indikatoren")) ?? [];
  expect(row?.[0]).toMatch(/; Beschluss \d+\/\d{4}\), Wirkung geprüft seit .*\. Es ist etwas besser geworden$/);
  await writeAs(actor, (tx) =>
    moveMassnahme(tx, actor, { id: massnahme, version: version + 3 }, SchrittEingabe.parse({ nach: "geschlossen" })),
  );
  const closed = await danach(next);
  expect(closed.massnahmen, "it was over before the period began").toEqual([]);
  expect(closed.frueher).toEqual([[wortlaut, [expect.stringContaining(`${titel}: geschlossen`), gruppe]]]);
  await db.admin("update kim.beschluss set gefasst_am = $1, jahr = extract(year from $1::date)", [
    daysFrom(next.von, -366),
  ]);
  expect((await danach(next)).frueher, "a year later nothing of it is still to be done").toEqual([]);
});
