import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { NeueLuecke, SchrittEingabe, lueckeOf, moveLuecke, reportLuecke } from "../../luecken/index.ts";
import { decide } from "../commands/decide.ts";
import { moveSitzung } from "../commands/move-sitzung.ts";
import { addAuftrag, moveAuftrag } from "../commands/set-auftrag.ts";
import { addGremium } from "../commands/set-gremium.ts";
import { addMitglied } from "../commands/set-mitglied.ts";
import { planSitzung } from "../commands/set-sitzung.ts";
import { addTops, removeTop } from "../commands/set-tagesordnung.ts";
import { setTeilnahme } from "../commands/set-teilnahme.ts";
import { addVorlage } from "../commands/set-vorlage.ts";
import { writeNotiz } from "../commands/write-notiz.ts";
import {
  AuftragEingabe,
  AuftragSchrittEingabe,
  BeschlussEingabe,
  NotizEingabe,
  SitzungEingabe,
  SitzungSchritt,
  TagesordnungEingabe,
} from "../model/eingabe.ts";
import { MitgliedEingabe, NeuesGremium } from "../model/gremium.ts";
import { auftraege } from "../queries/auftraege.ts";
import { beschluesse } from "../queries/beschluesse.ts";
import { gremien } from "../queries/gremien.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { fassungen } from "../queries/protokoll.ts";
import { sitzungOf, tops } from "../queries/sitzungen.ts";
import { vorlageOf } from "../queries/vorlagen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let fuehrt: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  fuehrt = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});

const write = <R>(work: (tx: Tx, actor: Actor) => Promise<R>, who = fuehrt) => writeAs(who, (tx) => work(tx, who));
const read = <R>(work: (tx: Tx, actor: Actor) => Promise<R>, who = fuehrt) => readAs(who, (tx) => work(tx, who));
const problems = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.errors.map(({ field }) => field) : error instanceof Stale ? ["stale"] : [];
};

async function gremium(more: Readonly<Record<string, string>> = {}) {
  const input = NeuesGremium.parse({
    art: "lenkungsgruppe",
    name: "Lenkungsgruppe KIM",
    rhythmus: "quartal",
    quorum: "mehr_als_haelfte",
    gegruendet_am: "2021-01-01",
    ...more,
  });
  const id = await write((tx, a) => addGremium(tx, a, input));
  const add = (organisation: string, extra: Readonly<Record<string, string>> = {}) =>
    write((tx, a) =>
      addMitglied(tx, a, id, MitgliedEingabe.parse({ organisation, rolle: "mitglied", von: "2021-01-01", ...extra })),
    );
  const jobcenter = await add("Jobcenter", { stimme: "ja", name: "Jo Muster", email: "jo@beispiel.example" });
  const vertritt = await add("Jobcenter", { vertritt: jobcenter, name: "Mira Beispiel" });
  const caritas = await add("Caritas", { stimme: "ja" });
  return { id, jobcenter, vertritt, caritas };
}

const step = async (id: string, nach: string, grund?: string) => {
  const { version } = await read((tx) => sitzungOf(tx, id));
  const input = SitzungSchritt.parse({ nach, ...(grund === undefined ? {} : { grund }) });
  await write((tx, a) => moveSitzung(tx, a, { id, version }, input));
};

async function sitzung(gremiumId: string, tagesordnung: Readonly<Record<string, unknown>>) {
  const input = SitzungEingabe.parse({ tag: today(), beginn: "9:30", ende: "11:00", ort: "Kreishaus, Raum 1" });
  const id = await write((tx, a) => planSitzung(tx, a, gremiumId, input));
  const wish = TagesordnungEingabe.parse({ luecken: [], auftraege: [], punkte: [], ...tagesordnung });
  await write((tx, a) => addTops(tx, a, id, wish));
  await step(id, "eingeladen");
  await step(id, "durchgefuehrt");
  return { id, agenda: await read((tx) => tops(tx, { sitzungId: id })) };
}

const anwesend = async (id: string, ids: readonly string[], all: readonly string[]) => {
  const { version } = await read((tx) => sitzungOf(tx, id));
  const said = Object.fromEntries(
    all.flatMap((m) => [
      [`antwort_${m}`, ["zusage"]],
      [`da_${m}`, ids.includes(m) ? ["ja"] : []],
    ]),
  );
  await write((tx, a) => setTeilnahme(tx, a, { id, version }, said));
};

async function thema(satz: string) {
  const { actor } = stelle.konto;
  const input = NeueLuecke.parse({ handlungsfeld: "bildung_0_6", satz, kommunen: [...stelle.ags] });
  const id = await writeAs(actor, (tx) => reportLuecke(tx, actor, input));
  const steps = [
    { nach: "gesichtet" },
    { nach: "validiert", faelle: "5", standorte: "2" },
    { nach: "thema", thema: satz },
  ];
  for (const [i, one] of steps.entries())
    await write((tx, a) => moveLuecke(tx, a, { id, version: i + 1 }, SchrittEingabe.parse(one)));
  return id;
}

const standOf = async (id: string) => (await read((tx) => lueckeOf(tx, id))).stand;

describe("from a gap to a Projektgruppe", () => {
  test("a Vorlage knows what is known of the gap, and a decision ranks it, founds the group and tells whoever reported", async () => {
    const luecke = await thema("Nach DELFIN 4 fehlen Plätze");
    const vorlage = await write((tx, a) => addVorlage(tx, a, luecke));
    const paper = await read((tx) => vorlageOf(tx, vorlage));
    expect([paper.problem, paper.haeufigkeit, paper.orte]).toEqual([
      "Nach DELFIN 4 fehlen Plätze",
      expect.stringContaining("Bestätigt in 5 Fällen an 2 Standorten."),
      expect.stringMatching(/\p{L}/u),
    ]);
    expect(await standOf(luecke)).toBe("vorlage");
    const g = await gremium();
    const s = await sitzung(g.id, { luecken: [luecke] });
    const [top] = s.agenda;
    expect(top).toMatchObject({ lueckeId: luecke, vorlageId: vorlage });
    await anwesend(s.id, [g.vertritt, g.caritas], [g.jobcenter, g.vertritt, g.caritas]);
    const typed = {
      wortlaut: "Die Projektgruppe DELFIN 4 wird eingesetzt.",
      ergebnis: "angenommen",
      ja: "2",
      nein: "0",
      enthaltung: "0",
      projektgruppe: "DELFIN-4",
    };
    const parse = (more: Readonly<Record<string, string>>) => BeschlussEingabe.parse({ ...typed, ...more });
    const at = top?.id ?? "";
    expect(await problems(write((tx, a) => decide(tx, a, at, parse({ ja: "3" }))))).toEqual(["ja"]);
    const beschluss = await write((tx, a) => decide(tx, a, at, parse({})));
    expect(await standOf(luecke)).toBe("projektgruppe");
    const founded = (await read((tx) => gremien(tx))).find(({ name }) => name === "DELFIN-4");
    expect(founded).toMatchObject({ art: "projektgruppe", gegruendetDurch: beschluss, lueckeId: luecke });
    const told = await db.admin(
      "select nach, grund from kim.luecke_schritt where luecke_id = $1 order by nr desc limit 2",
      [luecke],
    );
    expect(told.map((row) => row["nach"])).toEqual(["projektgruppe", "priorisiert"]);
    expect(String(told[0]?.["grund"])).toContain("Projektgruppe DELFIN 4 wird eingesetzt");
    expect(await read((tx) => beschluesse(tx, { lueckeId: luecke }))).toMatchObject([
      { id: beschluss, lueckeNach: "projektgruppe" },
    ]);
  });

  test("nobody decides where too few voices are there, and a Projektgruppe is founded in no other way", async () => {
    const g = await gremium();
    const s = await sitzung(g.id, { titel: "Bericht" });
    const input = BeschlussEingabe.parse({ wortlaut: "Es bleibt dabei.", ergebnis: "angenommen" });
    const at = s.agenda[0]?.id ?? "";
    await anwesend(s.id, [g.jobcenter, g.vertritt], [g.jobcenter, g.vertritt, g.caritas]);
    expect(await problems(write((tx, a) => decide(tx, a, at, input)))).toEqual(["wortlaut"]);
    await anwesend(s.id, [g.jobcenter, g.caritas], [g.jobcenter, g.vertritt, g.caritas]);
    await write((tx, a) => decide(tx, a, at, input));
    expect(await problems(gremium({ art: "projektgruppe" }))).toEqual(["art"]);
  });
});

describe("minutes", () => {
  test("two who write about one point lose nothing, and a released version stays as it is beside its correction", async () => {
    const g = await gremium({ quorum: "keines" });
    const s = await sitzung(g.id, { titel: "Bericht der Koordination" });
    const id = s.agenda[0]?.id ?? "";
    const say = (notiz: string, version: number) =>
      write((tx, a) => writeNotiz(tx, a, { id, version }, NotizEingabe.parse({ notiz })));
    await say("Die Zahlen liegen vor.", 1);
    expect(await problems(say("Etwas anderes.", 1))).toEqual(["stale"]);
    expect(await problems(say("Der Fall 2025-0137 wird besprochen.", 2))).toEqual(["notiz"]);
    expect(await problems(write((tx, a) => removeTop(tx, a, id)))).toEqual([""]);
    await step(s.id, "entwurf");
    await step(s.id, "freigegeben");
    expect(await problems(say("Nachtrag.", 2))).toEqual([""]);
    await step(s.id, "entwurf", "Ein Wort fehlte.");
    await say("Die Zahlen liegen vor und werden verteilt.", 2);
    await step(s.id, "freigegeben");
    const versions = await read((tx) => fassungen(tx, s.id));
    expect(versions.map(({ fassung, grund, inhalt }) => [fassung, grund, inhalt.punkte[0]?.notiz])).toEqual([
      [1, null, "Die Zahlen liegen vor."],
      [2, "Ein Wort fehlte.", "Die Zahlen liegen vor und werden verteilt."],
    ]);
    await expect(db.admin("update kim.gremium_protokoll set grund = 'x' where fassung = 2")).rejects.toThrow(
      "ändert sich nicht",
    );
  });

  test("an Auftrag has one owner and comes back on the agenda until it is done", async () => {
    const g = await gremium({ quorum: "keines" });
    const s = await sitzung(g.id, { titel: "Plätze" });
    const typed = { was: "Eine Liste der Plätze vorlegen.", faellig_am: daysFrom(today(), 20) };
    expect(AuftragEingabe.safeParse({ ...typed, stelle: "Jugendamt", mitglied: g.caritas }).success).toBe(false);
    const input = AuftragEingabe.parse({ ...typed, mitglied: g.caritas });
    const id = await write((tx, a) => addAuftrag(tx, a, s.agenda[0]?.id ?? "", input));
    const open = () => read((tx, a) => auftraege(tx, a, { gremiumId: g.id, offen: true }));
    expect((await open()).map(({ wer }) => wer)).toEqual(["Caritas"]);
    const next = await sitzung(g.id, { auftraege: [id] });
    expect(next.agenda).toMatchObject([{ auftragId: id }]);
    const done = AuftragSchrittEingabe.parse({ nach: "erledigt" });
    await write((tx, a) => moveAuftrag(tx, a, { id, version: 1 }, done));
    expect(await open()).toEqual([]);
    const again = AuftragSchrittEingabe.parse({ nach: "offen" });
    expect(await problems(write((tx, a) => moveAuftrag(tx, a, { id, version: 2 }, again)))).toEqual(["notiz"]);
  });
});

test("who a member is stands sealed: another Träger reads for whom it is there, the tables show no byte of it", async () => {
  const g = await gremium();
  const other = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const own = await read((tx, a) => mitglieder(tx, a, { gremiumId: g.id }));
  const seen = await read((tx, a) => mitglieder(tx, a, { gremiumId: g.id }), other);
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(["Jo Muster", "Mira Beispiel"]));
  expect(seen.map(({ name, email }) => name ?? email)).toEqual([null, null, null]);
  expect(seen.map(({ organisation }) => organisation)).toContain("Jobcenter");
  const rows = await db.admin("select * from kim.gremium_mitglied");
  expect(JSON.stringify(rows)).not.toMatch(/Muster|Beispiel|jo@/);
});
