import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import {
  type Luecke,
  MeldungEingabe,
  NeueLuecke,
  STAENDE,
  SchrittEingabe,
  type Unversorgt,
  belegText,
  belegVon,
  joinLuecke,
  lueckeOf,
  luecken,
  moveLuecke,
  nameVon,
  reportLuecke,
  uebersicht,
} from "../index.ts";

testDatabase();
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
});

test("another room brings a gap from a theme to its decision, and reads its weight", async () => {
  const { actor } = stelle.konto;
  const steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const typed = { handlungsfeld: "bildung_0_6", satz: "Kinder mit Förderbedarf warten auf einen Platz." };
  const id = await writeAs(actor, (tx) =>
    reportLuecke(tx, actor, NeueLuecke.parse({ ...typed, kommunen: [stelle.ags[0]] })),
  );
  const more = MeldungEingabe.parse({ kommunen: [stelle.ags[1]], personen: "9" });
  for (let i = 0; i < 2; i += 1) await writeAs(actor, (tx) => joinLuecke(tx, actor, id, more));
  const steps = [
    { nach: "gesichtet" },
    { nach: "validiert", faelle: "5", standorte: "2" },
    { nach: "thema", thema: "DELFIN 4: Plätze" },
    { nach: "vorlage" },
    { nach: "priorisiert", grund: "Beschluss vom 13.09." },
  ];
  for (const [i, step] of steps.entries()) {
    const at = { id, version: i + 1 };
    await writeAs(steuert, (tx) => moveLuecke(tx, steuert, at, SchrittEingabe.parse(step)));
  }
  const luecke: Luecke = await readAs(steuert, (tx) => lueckeOf(tx, id));
  expect([nameVon(luecke), STAENDE[luecke.stand]]).toEqual(["DELFIN 4: Plätze", "priorisiert"]);
  expect(await readAs(steuert, (tx) => luecken(tx, [id]))).toEqual([luecke]);
  const [zeile] = await readAs(steuert, (tx) => uebersicht(tx, steuert, { stand: "priorisiert" }));
  expect(zeile?.gewicht).toMatchObject({ meldungen: 3, menschen: 18, kommunen: [stelle.ags[1], stelle.ags[0]] });
});

test("what met no offer speaks for the gap of its field and Kommune, one kind at a time, and says where more is not told", () => {
  const kommune = "05382060";
  const one = (anzahl: number | null, more: Partial<Unversorgt> = {}): Unversorgt => ({
    handlungsfeld: "sprache",
    ags: kommune,
    grund: "kein_angebot",
    anzahl,
    ...more,
  });
  const luecke = { handlungsfeld: "sprache", kommunen: [kommune] };
  const refused = { grund: "abgelehnt", ags: null } as const;
  const all = [
    one(4),
    one(7, { ags: "05382028" }),
    one(9, { handlungsfeld: "wohnen" }),
    one(6, refused),
    one(2, refused),
  ];
  expect(belegText(belegVon(luecke, all, "kein_angebot"))).toBe("4");
  expect(belegText(belegVon(luecke, all, "abgelehnt"))).toBe("8");
  expect(belegText(belegVon(luecke, [...all, one(null)], "kein_angebot"))).toBe("mindestens 4");
  expect(belegText(belegVon(luecke, [one(null)], "kein_angebot"))).toBe("einzelne");
  expect(belegVon(luecke, [], "abgelehnt")).toEqual({ anzahl: 0, mehr: false });
});
