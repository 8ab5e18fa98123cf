import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { beschlossen } from "../../../../tests/support/beschluss.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import {
  AntwortEingabe,
  NeueLuecke,
  SchrittEingabe as LueckeSchritt,
  answerLuecke,
  antwortenZu,
  lueckeOf,
  moveLuecke,
  reportLuecke,
} from "../../luecken/index.ts";
import { setPlaetze } from "../../muki/index.ts";
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
} from "../index.ts";
import { removeIndikator } from "../commands/set-indikator.ts";
import type { Reihe } from "../model/messung.ts";
import type { Stand } from "../model/stand.ts";
import { jahrVon } from "../queries/jahr.ts";
import { indikatoren, massnahmeOf, wirkungen } from "../queries/massnahmen.ts";
import { reihen } from "../queries/reihen.ts";

const db = testDatabase();
const JAHR = today().slice(0, 4);
let stelle: Beratungsstelle;
let mira: Actor;
let steuert: Actor;
let nummer = 0;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});

const WEG = [
  { nach: "gesichtet" },
  { nach: "validiert", faelle: "5", standorte: "2" },
  { nach: "thema", thema: "Betreuung neben dem Kurs" },
  { nach: "vorlage" },
  { nach: "priorisiert", grund: "Viele warten." },
  { nach: "projektgruppe", grund: "Eingesetzt." },
];

/** A gap for which a Projektgruppe works, and the Beschluss that founded it. */
async function luecke() {
  const typed = { handlungsfeld: "sprache", satz: "Es fehlen Kurse mit Betreuung.", kommunen: [stelle.ags[0]] };
  const id = await writeAs(mira, (tx) => reportLuecke(tx, mira, NeueLuecke.parse(typed)));
  for (const [i, step] of WEG.entries())
    await writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id, version: i + 1 }, LueckeSchritt.parse(step)));
  return { id, ...(await beschlossen(steuert, id, ++nummer)) };
}

const propose = (id: string, more: Readonly<Record<string, unknown>> = {}) =>
  writeAs(steuert, (tx) =>
    addMassnahme(
      tx,
      steuert,
      MassnahmeEingabe.parse({
        titel: "Zwei Kurse mit Betreuung",
        luecken: [id, ""],
        ziel: "Niemand bricht ab, weil die Betreuung fehlt.",
        verantwortlich: "Jugendamt, Fachberatung",
        organisationen: [],
        budget: "12.500,50",
        von: `${JAHR}-01-01`,
        ...more,
      }),
    ),
  );
const now = (id: string) => readAs(steuert, (tx) => massnahmeOf(tx, id));
async function move(id: string, nach: Stand, more: Readonly<Record<string, string>> = {}) {
  const { version } = await now(id);
  return writeAs(steuert, (tx) => moveMassnahme(tx, steuert, { id, version }, SchrittEingabe.parse({ nach, ...more })));
}
const check = async (id: string) => {
  const { version } = await now(id);
  const input = WirkungEingabe.parse({
    urteil: "besser",
    text: "Beide Kurse sind voll.",
    unbekannt: "Ob es reicht.",
  });
  return writeAs(steuert, (tx) => checkWirkung(tx, steuert, { id, version }, input));
};
const standOf = async (id: string) => (await readAs(steuert, (tx) => lueckeOf(tx, id))).stand;
const answer = (who: Actor, id: string, antwort: string, satz = "") =>
  writeAs(who, (tx) => answerLuecke(tx, who, id, AntwortEingabe.parse({ antwort, satz })));
const problem = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.errors[0] : error;
};

describe("a measure", () => {
  test("goes from a proposal to a checked effect, and its gap goes along to the end", async () => {
    const { id, beschluss, gruppe } = await luecke();
    const m = await propose(id, { gruppe });
    expect(await now(m)).toMatchObject({ stand: "vorgeschlagen", budget: 1_250_050, beschlussId: null, luecken: [id] });
    expect(await problem(move(m, "beschlossen"))).toMatchObject({ field: "beschluss" });
    await move(m, "beschlossen", { beschluss });
    expect([await standOf(id), (await now(m)).beschlussId]).toEqual(["massnahme", beschluss]);
    await move(m, "laeuft");
    await expect(answer(mira, id, "besser"), "nothing is done yet").rejects.toThrow(Refused);
    await move(m, "umgesetzt");
    expect(await standOf(id)).toBe("umgesetzt");
    expect(await problem(move(m, "wirkung"))).toMatchObject({ field: "nach" });
    await check(m);
    expect(await standOf(id)).toBe("wirkung");
    await move(m, "geschlossen");
    expect(await standOf(id)).toBe("geschlossen");
    const steps = await db.admin("select nach from kim.luecke_schritt where luecke_id = $1 order by nr", [id]);
    expect(steps.map((row) => row["nach"]).slice(-4)).toEqual(["massnahme", "umgesetzt", "wirkung", "geschlossen"]);
  });

  test("of two, the gap is as far as the last; one that is given up holds it no longer; back goes with a reason", async () => {
    const { id, beschluss } = await luecke();
    const [one, two] = [await propose(id, { beschluss }), await propose(id, { beschluss })];
    for (const m of [one, two]) for (const nach of ["beschlossen", "laeuft"] as const) await move(m, nach);
    await move(one, "umgesetzt");
    expect(await standOf(id)).toBe("massnahme");
    await move(two, "abgebrochen", { grund: "Kein Raum." });
    expect(await standOf(id), "what is left is done").toBe("umgesetzt");
    await check(one);
    await move(one, "laeuft", { grund: "Es kommen noch zu wenige." });
    expect(await standOf(id)).toBe("massnahme");
  });

  test("counts in the year in which it was implemented, also when its effect is looked at later, and not while it is back", async () => {
    const { id, beschluss } = await luecke();
    const m = await propose(id, { beschluss });
    for (const nach of ["beschlossen", "laeuft", "umgesetzt"] as const) await move(m, nach);
    const before = Number(JAHR) - 1;
    const done = "update kim.massnahme_schritt set am = $1 where massnahme_id = $2 and nach = 'umgesetzt'";
    await db.admin(done, [`${before}-11-30`, m]);
    await check(m);
    const umgesetzt = async () => (await readAs(steuert, (tx) => jahrVon(tx, steuert, before))).umgesetzt;
    expect(await umgesetzt()).toBe(1);
    await move(m, "laeuft", { grund: "Es kommen noch zu wenige." });
    expect(await umgesetzt()).toBe(0);
  });

  test("says nobody's name, and the database keeps no other state without a Beschluss", async () => {
    const { id } = await luecke();
    expect(await problem(propose(id, { verantwortlich: "Frau Muster" }))).toMatchObject({ field: "verantwortlich" });
    expect(await problem(propose(id, { luecken: [""] }))).toMatchObject({ field: "luecken" });
    const m = await propose(id);
    await expect(db.admin("update kim.massnahme set stand = 'laeuft' where id = $1", [m])).rejects.toThrow(/check/);
  });
});

describe("an indicator", () => {
  const one = async (massnahme: string): Promise<Reihe | undefined> =>
    readAs(steuert, async (tx) => (await reihen(tx, await indikatoren(tx, [massnahme])))[0]);
  const goal = { richtung: "mehr", anfang_am: `${JAHR}-01-01`, ziel: "40", ziel_am: daysFrom(today(), 300) };
  const add = (m: string, more: Readonly<Record<string, string>>) =>
    writeAs(steuert, (tx) => addIndikator(tx, steuert, m, IndikatorEingabe.parse({ ...goal, ...more })));

  test("bound to places of DELFIN 4 follows them by itself; nothing is typed beside", async () => {
    const m = await propose((await luecke()).id);
    const id = await add(m, { zahl: "delfin_plaetze", kommune: stelle.ags[0] });
    expect((await one(m))?.punkte).toMatchObject([{ name: JAHR, wert: null, warum: "nichts", laeuft: true }]);
    const places = { jahr: Number(JAHR), ags: stelle.ags[0], plaetze: 12 };
    await writeAs(steuert, (tx) => setPlaetze(tx, steuert, places));
    expect((await one(m))?.punkte).toMatchObject([{ wert: 1200 }]);
    await writeAs(steuert, (tx) => setPlaetze(tx, steuert, { ...places, plaetze: 30 }));
    expect((await one(m))?.punkte).toMatchObject([{ wert: 3000 }]);
    expect((await one(m))?.indikator.name).toContain("DELFIN 4: Plätze");
    const typed = MesswertEingabe.parse({ am: today(), wert: "13" });
    await expect(writeAs(steuert, (tx) => addMesswert(tx, steuert, id, typed))).rejects.toThrow("folgt einer Zahl");
  });

  test("typed has a start, values and a goal; a check keeps before and after and what cannot be known, whatever comes", async () => {
    const { id, beschluss } = await luecke();
    const m = await propose(id, { beschluss });
    // Not the first day of the year: on that one there would be no day after it.
    const anfang_am = daysFrom(today(), -60);
    expect(await problem(add(m, { name: "Plätze" }))).toMatchObject({ field: "einheit" });
    const indikator = await add(m, { name: "Plätze im Kurs", einheit: "Plätze", anfang: "12,5", anfang_am });
    const measure = (am: string, wert: string) =>
      writeAs(steuert, (tx) => addMesswert(tx, steuert, indikator, MesswertEingabe.parse({ am, wert })));
    expect(await problem(measure(anfang_am, "3"))).toMatchObject({ field: "am" });
    await measure(today(), "30");
    await measure(today(), "38");
    for (const nach of ["beschlossen", "laeuft", "umgesetzt"] as const) await move(m, nach);
    await check(m);
    await measure(today(), "2");
    const [kept] = await readAs(steuert, (tx) => wirkungen(tx, [m]));
    expect(kept?.werte).toMatchObject([{ vorher: 1250, nachher: 3800, nachherAm: today() }]);
    expect(kept?.unbekannt[0]).toContain("ohne die Maßnahme");
    expect(kept?.unbekannt.join(" ")).toContain("Zwei Werte sind noch kein Verlauf");
    expect(kept?.unbekannt.at(-1)).toBe("Ob es reicht.");
    const { version } = (await readAs(steuert, (tx) => indikatoren(tx, [m])))[0] ?? { version: 0 };
    const gone = writeAs(steuert, (tx) => removeIndikator(tx, steuert, { id: indikator, version }));
    await expect(gone, "a check rests on it").rejects.toThrow("Prüfung der Wirkung");
  });
});

test("whoever reported is asked, answers again and again as one, and nobody else reads that it was her", async () => {
  const { id, beschluss } = await luecke();
  const m = await propose(id, { beschluss });
  for (const nach of ["beschlossen", "laeuft", "umgesetzt"] as const) await move(m, nach);
  await expect(answer(steuert, id, "besser")).rejects.toThrow(NotFound);
  await answer(mira, id, "gleich");
  await answer(mira, id, "besser", "Es gibt jetzt zwei Plätze.");
  const told = await readAs(steuert, (tx) => antwortenZu(tx, [id]));
  expect(told).toMatchObject({ alle: 1, saetze: ["Es gibt jetzt zwei Plätze."] });
  expect([told.je.besser, told.je.gleich]).toEqual([1, 0]);
  const rows = JSON.stringify(await db.admin("select * from kim.luecke_antwort"));
  expect(rows).not.toContain(mira.kontoId);
  const seen = await readAs(steuert, (tx) => tx.selectFrom("kim.luecke_melder").selectAll().execute());
  expect(seen, "who reported stands behind the wall of the account").toEqual([]);
});
