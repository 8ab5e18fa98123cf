import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { blaetterNachgezogen } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { GRUPPEN } from "../../auswertung/model/verweiszahlen.ts";
import { routes } from "../../auswertung/pages/index.ts";
import { setPlaetze } from "../../muki/index.ts";
import { IndikatorEingabe, MassnahmeEingabe, addIndikator, addMassnahme } from "../index.ts";
import { KENNZAHLEN, ZAHL, type Zahl } from "../model/kennzahl.ts";
import { indikatoren } from "../queries/massnahmen.ts";
import { reihen } from "../queries/reihen.ts";

const db = testDatabase();
const room = useRoom(routes);
const JAHR = Number(today().slice(0, 4)) - 1;

/** What is counted of the year before, each number once: feature, code, how often. */
const GEZAEHLT: readonly (readonly [string, string, number])[] = [
  ["kontakte", "", 503],
  ["beratungen", "", 503],
  ["thema", "sprache", 211],
  ["thema", "wohnen", 187],
  ["ergebnis", "kein_angebot", 41],
  ["ergebnis", "beraten", 462],
  ["neuzuweisung", "", 67],
  ["neuzuweisung_grundlage", "", 503],
  ["verweis_feld", "sprache/angekommen", 53],
  ["verweis_feld", "sprache/abgelehnt", 31],
  ["verweis_feld", "sprache/wartet", 29],
  ["verweis_feld", "wohnen/abgelehnt", 17],
  ["delfin_bedarf", "", 73],
  ["delfin_besucht", "", 37],
];
const ERWARTET: Readonly<Record<Zahl, number>> = {
  delfin_bedarf: 73,
  delfin_besucht: 37,
  delfin_plaetze: 59,
  verweis_abgelehnt: 31,
  verweis_angekommen: 53,
  kein_angebot: 41,
  thema: 211,
  neuzuweisungen: 67,
};

/** A number of the evaluation page as a file, by the code of its row and what its words end with. */
const ausCsv = (csv: string, kode: string, ende = ""): number => {
  const rows = csv.split(/\r?\n/).map((line) => line.split(";").map((cell) => cell.replaceAll('"', "")));
  return Number(rows.find((row) => row[1] === kode && row[2]?.endsWith(ende) === true)?.[3]);
};

/** What the pages of the evaluation say of the same period, in the words of each binding. */
async function wieDieAuswertung(actor: Actor): Promise<Readonly<Record<Zahl, number>>> {
  const client = room().as(actor);
  const { html: csv } = await client.get(`/auswertung?von=${JAHR}-01&bis=${JAHR}-06&als=csv`);
  const { html: fragen } = await client.get(`/auswertung/fragen?von=${JAHR}-01&bis=${JAHR}-12`);
  const delfin = fragen.slice(fragen.indexOf('id="delfin"'));
  const sum = (delfin.match(/<tr[\s\S]*?<\/tr>/g) ?? []).find((row) => row.includes("zusammen")) ?? "";
  const [bedarf, plaetze, besucht] = [...sum.matchAll(/>(\d+)</g)].map(([, n]) => Number(n));
  return {
    delfin_bedarf: bedarf ?? Number.NaN,
    delfin_besucht: besucht ?? Number.NaN,
    delfin_plaetze: plaetze ?? Number.NaN,
    verweis_abgelehnt: ausCsv(csv, "sprache", `: ${GRUPPEN.abgelehnt}`),
    verweis_angekommen: ausCsv(csv, "sprache", `: ${GRUPPEN.angekommen}`),
    kein_angebot: ausCsv(csv, "kein_angebot"),
    thema: ausCsv(csv, "sprache"),
    neuzuweisungen: ausCsv(csv, "neuzuweisungen"),
  };
}

test("each figure that an indicator can be bound to is the one of its name, of its period, as it was counted and as the evaluation says it", async () => {
  const stelle = await beratungsstelle();
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] });
  const luecke = await alsThema(stelle.konto.actor, actor, stelle.ags, "Es fehlen Plätze");
  for (const [merkmal, kode, anzahl] of GEZAEHLT) {
    const monat = `${JAHR}-${merkmal.startsWith("delfin") ? "01" : "03"}-01`;
    await db.admin(
      "insert into kim.zaehlung (kreis, traeger_id, monat, ags, merkmal, kode, anzahl) values ($1, $2, $3, $4, $5, $6, $7)",
      [stelle.kreis, stelle.traegerId, monat, stelle.ags[0], merkmal, kode, anzahl],
    );
  }
  await blaetterNachgezogen(db);
  await writeAs(actor, (tx) => setPlaetze(tx, actor, { jahr: JAHR, ags: stelle.ags[0], plaetze: 59 }));
  const typed = { titel: "Zwei Gruppen", ziel: "Plätze", verantwortlich: "Amt", organisationen: [] };
  const massnahme = MassnahmeEingabe.parse({ ...typed, luecken: [luecke], von: `${JAHR}-01-01` });
  // One measure has at most six indicators.
  const ids = [
    await writeAs(actor, (tx) => addMassnahme(tx, actor, massnahme)),
    await writeAs(actor, (tx) => addMassnahme(tx, actor, massnahme)),
  ];
  const goal = { richtung: "mehr", anfang_am: `${JAHR}-01-01`, ziel: "1.000", ziel_am: daysFrom(today(), 300) };
  for (const [i, zahl] of ZAHL.entries()) {
    const about = KENNZAHLEN[zahl].wovon === "handlungsfeld" ? { handlungsfeld: "sprache" } : {};
    const input = IndikatorEingabe.parse({ ...goal, zahl, ...about });
    await writeAs(actor, (tx) => addIndikator(tx, actor, ids[i % 2] ?? "", input));
  }
  const alle = await readAs(actor, async (tx) => reihen(tx, await indikatoren(tx, ids)));
  const seen = alle.map(({ indikator, punkte }) => {
    const [first] = punkte;
    return [indikator.zahl, first?.name, first?.wert === null ? first.warum : (first?.wert ?? 0) / 100];
  });
  const name = (zahl: Zahl) => (KENNZAHLEN[zahl].takt === "jahr" ? String(JAHR) : `1. Halbjahr ${JAHR}`);
  const key = ([zahl]: readonly unknown[]) => String(zahl);
  expect(seen.toSorted((a, b) => key(a).localeCompare(key(b)))).toEqual(
    ZAHL.map((zahl) => [zahl, name(zahl), ERWARTET[zahl]]).toSorted((a, b) => key(a).localeCompare(key(b))),
  );
  expect(await wieDieAuswertung(actor)).toEqual(ERWARTET);
});
