import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { halbjahrAm } from "../../auswertung/index.ts";
import type { Anrufzeile } from "../../auswertung/model/anrufe.ts";
import { routes as auswertung } from "../../auswertung/pages/index.ts";
import { tafeln } from "../../auswertung/queries/kreuzungen.ts";
import { changeAnruf } from "../commands/change-anruf.ts";
import { recordAnruf } from "../commands/record-anruf.ts";
import { AnrufAngaben, NeuerAnruf } from "../model/anruf.ts";
import { anrufOf } from "../queries/anrufe.ts";

const db = testDatabase();
const KREIS = "05382";
let stelle: Beratungsstelle;
let actor: Actor;
let room: Room;

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS, ["cm_mukis"]);
  actor = stelle.konto.actor;
  room = await openRoom(auswertung);
});
afterAll(() => room.stop());

type Anruf = {
  readonly fach: boolean;
  readonly frage: string;
  readonly sprachen: readonly string[];
  readonly weg: boolean;
};
const FRAGEN = ["spricht_wenig", "aussprache", "angebot"] as const;
const inhalt = fc.record({
  frage: fc.constantFrom(...FRAGEN),
  sprachen: fc.subarray(["ar", "de", "uk"]),
});
const schritt = fc.oneof(
  fc.record({ art: fc.constant("anruf" as const), fach: fc.boolean(), inhalt }),
  fc.record({ art: fc.constant("anders" as const), welcher: fc.nat(9), inhalt }),
  fc.record({ art: fc.constant("weg" as const), welcher: fc.nat(9) }),
  fc.record({ art: fc.constant("zaehlen" as const) }),
);

const typed = ({ fach, frage, sprachen }: Pick<Anruf, "fach" | "frage" | "sprachen">) => ({
  anrufer: fach ? "kita" : "eltern",
  kind_alter: "4",
  frage,
  sprachen: [...sprachen],
  antwort: "beratung",
  am: today(),
  ort: `kommune:${stelle.ags[0]}`,
  dauer: "15",
});

async function tu(da: Map<string, Anruf>, s: typeof schritt extends fc.Arbitrary<infer T> ? T : never) {
  if (s.art === "zaehlen") return void (await counted(db));
  if (s.art === "anruf") {
    const one = { fach: s.fach, ...s.inhalt };
    const id = await writeAs(actor, (tx) => recordAnruf(tx, actor, NeuerAnruf.parse(typed(one))));
    return void da.set(id, { ...one, weg: false });
  }
  const [id, one] = [...da][da.size === 0 ? 0 : s.welcher % da.size] ?? [];
  if (id === undefined || one === undefined) return;
  if (s.art === "anders") {
    const { version } = await readAs(actor, (tx) => anrufOf(tx, id));
    const angaben = AnrufAngaben.parse(typed({ ...one, ...s.inhalt }));
    await writeAs(actor, (tx) => changeAnruf(tx, actor, { id, version }, angaben));
    return void da.set(id, { ...one, ...s.inhalt });
  }
  // As the page does it, without its reason: what counts is the mark.
  await db.admin("update kim.beratung set zurueckgezogen = $2 where id = $1", [id, !one.weg]);
  da.set(id, { ...one, weg: !one.weg });
}

/** Counted out of what the test remembers, without a word of SQL. */
function vonHand(da: ReadonlyMap<string, Anruf>) {
  const all = [...da.values()].filter(({ weg }) => !weg);
  if (all.length === 0) return null;
  const zeilen = (of: (one: Anruf) => readonly string[]) =>
    new Map(
      [...new Set(all.flatMap(of))].map((code) => {
        const mit = (fach: boolean) => all.filter((one) => one.fach === fach && of(one).includes(code)).length;
        return [code, [mit(false), mit(true)]];
      }),
    );
  return {
    alle: [false, true].map((fach) => all.filter((one) => one.fach === fach).length),
    fragen: zeilen(({ frage }) => [frage]),
    sprachen: zeilen(({ sprachen }) => sprachen),
  };
}

const halb = halbjahrAm(today());
const fragenSeite = (who: Actor) =>
  room.as(who).get(`/auswertung/fragen?von=${halb.von.slice(0, 7)}&bis=${halb.bis.slice(0, 7)}`);
const kontoOf = async (rolle: "kim_koordination" | "traeger_leitung") =>
  (await testKonto({ kreis: KREIS, traegerId: stelle.traegerId, rollen: [rolle] })).actor;

test("what is told of calls is what one counts by hand, whatever was recorded, put right and withdrawn in which order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(schritt, { minLength: 2, maxLength: 12 }), async (schritte) => {
      await db.admin("delete from kim.beratung");
      const da = new Map<string, Anruf>();
      for (const one of schritte) await tu(da, one);
      await counted(db);
      const own = { kreis: false, traegerId: stelle.traegerId, verdeckt: new Map(), ab: 1 };
      const { anrufe } = await readAs(actor, (tx) => tafeln(tx, halb, own));
      const zeilen = (rows: readonly Anrufzeile[]) =>
        new Map(rows.map(({ code, familie, fachkraft }) => [code, [familie, fachkraft]]));
      const told =
        anrufe === null || anrufe === undefined
          ? null
          : {
              alle: [anrufe.familie, anrufe.fachkraft],
              fragen: zeilen(anrufe.fragen),
              sprachen: zeilen(anrufe.sprachen),
            };
      expect(told).toEqual(vonHand(da));
    }),
    runs(5),
  );
}, 120_000);

test("it stands on the page of the figures; above the Träger without what is small or would give it away", async () => {
  await db.admin("delete from kim.beratung");
  const da = new Map<string, Anruf>();
  const add = async (n: number, fach: boolean, frage: string, sprachen: readonly string[]) => {
    for (let i = 0; i < n; i += 1)
      await tu(da, {
        art: "anruf",
        fach,
        inhalt: { frage: FRAGEN.find((one) => one === frage) ?? "angebot", sprachen: [...sprachen] },
      });
  };
  await add(12, false, "spricht_wenig", ["ar", "de"]);
  await add(2, false, "aussprache", ["uk"]);
  await add(9, false, "angebot", ["ar"]);
  await add(1, true, "angebot", ["uk"]);
  await counted(db);
  const rowsOf = async (who: Actor) => {
    const { html } = await fragenSeite(who);
    const card = html.slice(html.indexOf('id="telefonsprechstunde"'));
    const row = (name: string) =>
      new RegExp(`<t[hd][^>]*>${name}</t[hd]><td class="num">([^<]*)</td><td class="num">([^<]*)</td>`)
        .exec(card)
        ?.slice(1);
    return ["Aussprache", "spricht wenig oder nicht", "sucht ein Angebot", "Anrufe zusammen", "Ukrainisch"].map(row);
  };
  expect(await rowsOf(await kontoOf("traeger_leitung"))).toEqual([
    ["2", "0"],
    ["12", "0"],
    ["9", "1"],
    ["23", "1"],
    ["2", "1"],
  ]);
  const oben = await rowsOf(await kontoOf("kim_koordination"));
  // The small one, another one so that it does not follow from the sum, and the one call of a professional.
  expect(oben[0]?.[0]).toBe(".");
  expect(oben.slice(1, 3).map((row) => row?.[0])).toContain(".");
  expect(oben.map((row) => row?.[1])).not.toContain("1");
  expect(oben[3]).toEqual(["23", "."]);
  expect(oben[4]?.[0]).toBe(".");
});
