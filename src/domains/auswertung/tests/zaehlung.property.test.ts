import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { type ListOwner, storedList, storedTally, storedWord } from "../../../../tests/support/strichliste.ts";
import { asWorker, counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { kennzahlen } from "../index.ts";

const db = testDatabase();
const KREIS = "05382";
const LONG_MS = 120_000;
const JAHR = { von: "2023-01-01", bis: "2023-12-31" };
const TAGE = ["2023-01-31", "2023-02-01", "2023-06-30", "2023-07-01", "2022-12-31"] as const;
const THEMEN = ["sprache", "wohnen", "arbeit"] as const;

/** A Träger with two persons, a word and a list. */
type Traeger = ListOwner & {
  readonly stelle: Beratungsstelle;
  readonly personen: readonly string[];
  readonly wort: string;
  readonly liste: string;
};
let traeger: Traeger;
let nachbar: Traeger;
const of = (wer: number): Traeger => (wer === 0 ? traeger : nachbar);

/** What a consultation says, as the test remembers it: the figures are counted from this by hand. */
const satz = fc.record({
  wer: fc.nat(1),
  am: fc.constantFrom(...TAGE),
  stufe: fc.constantFrom("0", "1", "2"),
  ort: fc.constantFrom(0 as const, 1 as const),
  themen: fc.subarray([...THEMEN]),
  personen: fc.subarray([0, 1]),
  neu: fc.boolean(),
  weg: fc.constant<boolean>(false),
});
const summe = fc.record({
  wer: fc.nat(1),
  am: fc.constantFrom(...TAGE),
  beratungen: fc.option(fc.nat(5)),
  wohnen: fc.integer({ min: 1, max: 5 }),
  wort: fc.integer({ min: 1, max: 5 }),
});
type Satz = typeof satz extends fc.Arbitrary<infer T> ? T : never;
type Summe = typeof summe extends fc.Arbitrary<infer T> ? T : never;

const schritt = fc.oneof(
  fc.record({ art: fc.constant("erfassen" as const), satz }),
  fc.record({ art: fc.constant("korrigieren" as const), welche: fc.nat(20), satz }),
  fc.record({ art: fc.constant("zurueckziehen" as const), welche: fc.nat(20) }),
  fc.record({ art: fc.constant("loeschen" as const), welche: fc.nat(20) }),
  fc.record({ art: fc.constant("summe" as const), summe }),
  fc.record({ art: fc.constant("summeWeg" as const), welche: fc.nat(20) }),
  fc.record({ art: fc.constant("wort" as const), stand: fc.constantFrom("offen", "zugeordnet", "ohne_bedeutung") }),
  fc.record({ art: fc.constant("zaehlen" as const) }),
);
type Schritt = typeof schritt extends fc.Arbitrary<infer T> ? T : never;

async function inventTraeger(): Promise<Traeger> {
  const stelle = await beratungsstelle(KREIS);
  const { traegerId, kontoId } = stelle.konto.actor;
  const owner = { kreis: KREIS, traegerId, kontoId };
  const personen = [randomUUID(), randomUUID()];
  for (const id of personen) {
    await db.admin("insert into kim.person (kreis, id, traeger_id, konto_id, name) values ($1, $2, $3, $4, '')", [
      KREIS,
      id,
      traegerId,
      kontoId,
    ]);
  }
  return { ...owner, stelle, personen, wort: await storedWord(db, owner), liste: await storedList(db, owner) };
}

beforeAll(async () => {
  traeger = await inventTraeger();
  nachbar = await inventTraeger();
});

const akte = (t: Traeger) => ({ kreis: KREIS, traeger_id: t.traegerId, konto_id: t.kontoId });
const columns = (t: Traeger, s: Satz) => ({
  am: s.am,
  stufe: s.stufe,
  ags: t.stelle.ags[s.ort],
  neuzuweisung: s.neu,
  zurueckgezogen: s.weg,
});

/** Writes a consultation or writes it anew, as the web role and somebody of its Träger. */
const store = (id: string, s: Satz, there: boolean) =>
  writeAs(of(s.wer).stelle.konto.actor, async (tx) => {
    const t = of(s.wer);
    const { zurueckgezogen, ...coded } = columns(t, s);
    if (!there) {
      const rest = { kontaktweg: "termin", dauer_min: 30 };
      await tx
        .insertInto("kim.beratung")
        .values({ ...akte(t), id, ...rest, ...coded })
        .execute();
    }
    await tx
      .updateTable("kim.beratung")
      .set({ ...coded, zurueckgezogen })
      .where("id", "=", id)
      .execute();
    await tx.deleteFrom("kim.beratung_thema").where("beratung_id", "=", id).execute();
    await tx.deleteFrom("kim.beratung_person").where("beratung_id", "=", id).execute();
    const themen = s.themen.map((handlungsfeld) => ({ ...akte(t), beratung_id: id, handlungsfeld }));
    if (themen.length > 0) await tx.insertInto("kim.beratung_thema").values(themen).execute();
    const personen = s.personen.map((p) => ({ ...akte(t), beratung_id: id, person_id: t.personen[p] ?? "", am: s.am }));
    if (personen.length > 0) await tx.insertInto("kim.beratung_person").values(personen).execute();
  });

/** What is stored, remembered beside the database. */
class Gedaechtnis {
  readonly saetze = new Map<string, Satz>();
  readonly summen = new Map<string, Summe>();
  wort = "offen";
}

const nth = <T>(map: ReadonlyMap<string, T>, n: number) => [...map][map.size === 0 ? 0 : n % map.size];

async function tu(g: Gedaechtnis, s: Schritt): Promise<void> {
  if (s.art === "erfassen") {
    const id = randomUUID();
    await store(id, s.satz, false);
    g.saetze.set(id, s.satz);
  } else if (s.art === "korrigieren" || s.art === "zurueckziehen") {
    const [id, before] = nth(g.saetze, s.welche) ?? [];
    if (id === undefined || before === undefined) return;
    const after = s.art === "korrigieren" ? { ...s.satz, wer: before.wer } : { ...before, weg: !before.weg };
    await store(id, after, true);
    g.saetze.set(id, after);
  } else if (s.art === "loeschen") {
    const [id] = nth(g.saetze, s.welche) ?? [];
    await db.admin("delete from kim.beratung where id = any($1)", [id === undefined ? [] : [id]]);
    if (id !== undefined) g.saetze.delete(id);
  } else if (s.art === "summe") {
    const t = of(s.summe.wer);
    const { am, beratungen, wohnen, wort } = s.summe;
    const tally = { von: am, bis: am, ags: t.stelle.ags[0], beratungen, themen: { wohnen }, worte: { [t.wort]: wort } };
    g.summen.set(await storedTally(db, { ...t, uebernahmeId: t.liste }, tally), s.summe);
  } else if (s.art === "summeWeg") {
    const [id] = nth(g.summen, s.welche) ?? [];
    await db.admin("delete from kim.summe where id = any($1)", [id === undefined ? [] : [id]]);
    if (id !== undefined) g.summen.delete(id);
  } else if (s.art === "wort") {
    const code = s.stand === "zugeordnet" ? "sprache" : null;
    await db.admin("update kim.wort set stand = $1, code = $2", [s.stand, code]);
    g.wort = s.stand;
  } else {
    await counted(db);
  }
}

const forget = async () => {
  await db.admin("delete from kim.beratung");
  await db.admin("delete from kim.summe");
  await db.admin("update kim.wort set stand = 'offen', code = null");
};

const inYear = (am: string) => am.startsWith("2023");
const tally = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, (w) => w)].map(([word, list]) => [word, list.length]));

/** The figures of 2023 as one counts by hand; of one Träger. */
function byHand(g: Gedaechtnis, wer: number) {
  const saetze = [...g.saetze.values()].filter((s) => s.wer === wer && inYear(s.am) && !s.weg);
  const summen = [...g.summen.values()].filter((s) => s.wer === wer && inYear(s.am));
  const beratungen = saetze.filter((s) => s.stufe !== "0");
  const aus = summen.reduce((n, s) => n + (s.beratungen ?? 0), 0);
  const worte = summen.reduce((n, s) => n + s.wort, 0);
  const wort = (stand: string) => (g.wort === stand ? worte : 0);
  const themen = tally([
    ...beratungen.flatMap((s) => s.themen),
    ...summen.flatMap((s) => Array.from({ length: s.wohnen }, () => "wohnen")),
    ...Array.from({ length: wort("zugeordnet") }, () => "sprache"),
  ]);
  const months = [...beratungen, ...summen.flatMap((s) => Array.from({ length: s.beratungen ?? 0 }, () => s))];
  return {
    kontakte: saetze.length + aus,
    beratungen: beratungen.length + aus,
    ausSummen: aus,
    personen: new Set(beratungen.filter((s) => s.stufe === "2").flatMap((s) => s.personen)).size,
    themen,
    nichtZugeordnet: wort("offen"),
    mitThema: beratungen.filter((s) => s.themen.length > 0).length,
    themenEinzeln: tally(beratungen.flatMap((s) => s.themen)),
    monate: tally(months.map((s) => s.am.slice(0, 7))),
    neuzuweisungen: beratungen.filter((s) => s.neu).length,
    // The tallies here do not count them, so only single consultations could say so.
    neuzuweisungGrundlage: beratungen.length,
  };
}

test(
  "whatever happens in which order, the figures are what one counts by hand, and the check finds nothing",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(schritt, { minLength: 1, maxLength: 14 }), async (schritte) => {
        await forget();
        const g = new Gedaechtnis();
        for (const one of schritte) await tu(g, one);
        await counted(db);
        for (const wer of [0, 1]) {
          const wish = { ...JAHR, traegerId: of(wer).traegerId };
          const k = await readAs(systemActor(KREIS), (tx) => kennzahlen(tx, wish));
          expect(k).toEqual({ ...k, ...byHand(g, wer) });
        }
        expect(await asWorker(db, () => checkFigures(KREIS))).toBe(0);
      }),
      runs(5),
    );
  },
  LONG_MS,
);

test("the check finds what somebody spoilt, mends it and says how much it was", async () => {
  await forget();
  await store(
    randomUUID(),
    {
      wer: 0,
      am: "2023-02-01",
      stufe: "2",
      ort: 0,
      themen: ["sprache"],
      personen: [0],
      neu: false,
      weg: false,
    },
    false,
  );
  await counted(db);
  await db.admin("update kim.zaehlung set anzahl = 7 where merkmal = 'beratungen'");
  await db.admin("delete from kim.zaehlung_person");
  expect(await asWorker(db, () => checkFigures(KREIS))).toBe(5);
  const [stand] = await db.admin("select abweichungen, geprueft is not null as geprueft from kim.zaehlung_stand");
  expect(stand).toEqual({ abweichungen: 5, geprueft: true });
  expect(await asWorker(db, () => checkFigures(KREIS))).toBe(0);
  const k = await readAs(systemActor(KREIS), (tx) => kennzahlen(tx, JAHR));
  expect(k).toMatchObject({ beratungen: 1, personen: 1 });
});
