import { expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../../tests/support/codes.ts";
import { xlsx } from "../../../../tests/support/listen-datei.ts";
import { readDatei } from "../../../listen/leser/read-datei.ts";
import { zellText } from "../../../listen/leser/zelle.ts";
import { type Wortart, liesListe, wortOptionen } from "../../../listen/index.ts";
import { VORLAGE, VORLAGE_FAELLE } from "../model/vorlage.ts";
import { vorlage, vorlagenWoerter } from "./vorlage.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
const auswahl = vorlagenWoerter((art) => wortOptionen(codes, kommunen, art));

/** What somebody writes: each word of each list once, and an example where there is none. */
const words = (art: Wortart | "janein" | null, beispiel: string, i: number): string => {
  const list = art === null ? [beispiel] : art === "janein" ? ["ja", "nein"] : auswahl(art);
  return list[i % list.length] ?? "";
};

test("a list kept in the template is taken over without a question, whatever word of it is chosen", async () => {
  const [sheet, hidden] = await readDatei(vorlage(auswahl), "Vorlage");
  expect(sheet?.zeilen.map(({ zellen }) => zellen.map(zellText))).toEqual([VORLAGE.map(({ kopf }) => kopf)]);
  expect(hidden).toMatchObject({ name: "Auswahl", versteckt: true });
  const most = Math.max(
    ...VORLAGE.map(({ auswahl: art }) => (art === null || art === "janein" ? 0 : auswahl(art).length)),
  );
  const rows = Array.from({ length: most }, (_, i) =>
    VORLAGE.map(({ kopf, auswahl: art, beispiel }) => {
      if (kopf === "Datum") return `${(i % 28) + 1}.${(i % 12) + 1}.2024`;
      if (kopf === "Notiz") return `Zeile ${i}`;
      // Three columns of themes with the same word would be one theme.
      return /[23]$/u.test(kopf) ? null : words(art, beispiel, i);
    }),
  );
  const bytes = xlsx([
    { name: "Beratungen", rows: [VORLAGE.map(({ kopf }) => kopf), ...rows] },
    {
      name: "Auswahl",
      hidden: true,
      rows: (hidden?.zeilen ?? []).map(({ zellen }) => zellen.map((z) => zellText(z) || null)),
    },
  ]);
  const { zahlen, beleg, woerter, zeilen } = await liesListe(bytes, { datei: "Vorlage.xlsx", kommunen, codes });
  expect(woerter.filter(({ grund }) => grund === "unbekannt").map(({ wort }) => wort)).toEqual([]);
  expect([zahlen.uebernommen, zahlen.beratungen, beleg.wartet]).toEqual([most, most, 0]);
  expect(zeilen.flatMap(({ hinweise }) => hinweise)).toEqual([]);
  const themen = zeilen.flatMap(({ beratung }) => beratung?.themen ?? []);
  expect(themen.slice(0, codes.handlungsfeld.length)).toEqual(codes.handlungsfeld.map(({ code }) => code));
});

test("a list of cases kept in the template is taken over without a question, whatever word of it is chosen", async () => {
  const [sheet] = await readDatei(vorlage(auswahl, "faelle"), "Vorlage");
  expect(sheet?.zeilen.map(({ zellen }) => zellen.map(zellText))).toEqual([VORLAGE_FAELLE.map(({ kopf }) => kopf)]);
  const most = Math.max(
    ...VORLAGE_FAELLE.map(({ auswahl: art }) => (art === null || art === "janein" ? 0 : auswahl(art).length)),
  );
  const rows = Array.from({ length: most }, (_, i) =>
    VORLAGE_FAELLE.map(({ kopf, auswahl: art, beispiel }) => {
      if (kopf === "Name") return `Muster${i}`;
      if (kopf === "Altersgruppe") return null;
      return words(art, beispiel, i);
    }),
  );
  const bytes = xlsx([{ name: "Fälle", rows: [VORLAGE_FAELLE.map(({ kopf }) => kopf), ...rows] }]);
  const { zahlen, beleg, woerter, art } = await liesListe(bytes, { datei: "Vorlage.xlsx", kommunen, codes });
  expect(woerter.filter(({ grund }) => grund === "unbekannt").map(({ wort }) => wort)).toEqual([]);
  expect([art, zahlen.uebernommen, zahlen.personen, zahlen.faelle, beleg.wartet]).toEqual([
    "faelle",
    most,
    most,
    most,
    0,
  ]);
});
