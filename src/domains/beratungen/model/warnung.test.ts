import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifying } from "./warnung.ts";
import { cpuMs } from "../../../../tests/support/cpu.ts";

const AM = "2026-11-22";
const kinds = (text: string) => findIdentifying(text, AM).map((fund) => fund.art);

describe("finds what makes a person recognisable", () => {
  test.each([
    "12.03.1985",
    "geb. 12.03.1985",
    "geboren am 1.2.1999 in Musterstadt",
    "Kind (12.03.2024) braucht Kita-Platz",
    "Geburtsdatum: 03.11.2026",
    "geb. am 5.6.19",
    "12.3.85",
    "12/03/1985",
    "12-03-1985",
    "1985-03-12",
    "12. März 1985",
    "12 Mai 1985",
    "1. Jän. 1990",
    "12. 03. 1985",
    "geb. 1985",
    "Jahrgang 1985",
    "Jg. 85",
    "* 12.03.1985",
    "Mutter, 12031985, fragt nach",
    "١٢.٠٣.١٩٨٥",
    "۱۲.۰۳.۱۹۸۵",
    "Vater vom 12.03.1985",
  ])("birth date: %s", (text) => {
    expect(kinds(text)).toEqual(["geburtsdatum"]);
  });

  test.each([
    "0171 1234567",
    "0171/1234567",
    "0171-123 45 67",
    "01711234567",
    "+49 171 1234567",
    "+491711234567",
    "0049 171 1234567",
    "(0228) 123456",
    "02241 / 13 25 48",
    "0 22 41 / 13 25 48",
    "02241-132548",
    "+380 67 123 45 67",
    "+90 (532) 123 45 67",
    "+963 11 123 4567",
    "00963 944 123 456",
    "171 1234567",
    "Tel. 132548",
    "Handy: 1325 48",
    "WhatsApp 132548",
    "Rückruf unter 0228/123456 bitte",
    "Telefonnummer ist 132548",
    "٠١٧١ ١٢٣٤٥٦٧",
  ])("telephone: %s", (text) => {
    expect(kinds(text)).toEqual(["telefon"]);
  });

  test.each([
    "mira@beispiel.example",
    "mira.beispiel+kurs@post.beispiel.example",
    "mira (at) beispiel.example",
    "mira[at]beispiel[dot]example",
    "mira @ beispiel.example",
    "Bitte an müller@beispiel.example schreiben.",
  ])("e-mail: %s", (text) => {
    expect(kinds(text)).toEqual(["email"]);
  });

  test.each(["DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "Konto: AT61 1904 3002 3457 3201"])(
    "IBAN: %s",
    (text) => {
      expect(kinds(text)).toEqual(["iban"]);
    },
  );

  test.each([
    "AZR 123456789012",
    "123456789012",
    "123 456 789 012",
    "Pass FH123456",
    "C 1234567",
    "12 010185 M 123",
    "Kundennummer 355A123456",
    "BG-Nummer: 35502//0012345",
    "Az. 33.1-4711",
    "Aktenzeichen 3456/25",
  ])("number: %s", (text) => {
    expect(kinds(text)).toEqual(["nummer"]);
  });

  test("several, in the order of the text, with their places", () => {
    const text = "Ruft an: 0171 1234567, mira@beispiel.example, geb. 12.03.1985";
    const found = findIdentifying(text, AM);
    expect(found.map(({ stelle }) => text.slice(stelle.start, stelle.end))).toEqual(found.map((fund) => fund.text));
    expect(found.map((fund) => fund.text)).toEqual(["0171 1234567", "mira@beispiel.example", "geb. 12.03.1985"]);
    expect(found[0]?.satz).toBe(
      "Im Text steht etwas, das wie eine Telefonnummer aussieht. Streichen Sie es, wenn die Beratung anonym bleiben soll.",
    );
  });
});

describe("leaves alone what belongs to the Beratung", () => {
  test.each([
    "",
    "8 Uhr",
    "Sprechstunde 08:30–12:00 Uhr",
    "08.30-12.00 Uhr",
    "Mo–Fr 8.00 - 16.30 Uhr",
    "10:30",
    "§ 25a",
    "§ 25a Abs. 1 AufenthG",
    "§§ 25a, 25b AufenthG",
    "§ 60a Abs. 2 Satz 3",
    "SGB II, SGB XII und AsylbLG",
    "§ 16.3.2 der Richtlinie",
    "B1",
    "Sprachkurs A2.1, danach B1",
    "3 Kinder",
    "drei Kinder, 4, 7 und 12 Jahre",
    "2023",
    "2023/2024",
    "seit 2015 in Deutschland",
    "Schuljahr 2026/27",
    "30 Minuten",
    "53721",
    "53721 Siegburg",
    "PLZ 01067",
    "1.234,56 Euro",
    "1.200 € Miete, 450,00 € Nebenkosten",
    "10 000 Euro",
    "Termin am 15.12.2026 im Rathaus",
    "Titel gültig bis 04.03.2027",
    "Bescheid vom 03.11.2026",
    "Frist bis 30.11.2026",
    "eingereist am 05.03.2022",
    "Kurs ab 07.09.2026",
    "am 12.11. um 9 Uhr",
    "nächster Termin 3.12.",
    "Raum 0815, 2. Etage",
    "Linie 66 bis Haltestelle 12",
    "Wohnung mit 65,50 m²",
    "Wartezeit 6-8 Wochen",
    "0-3 Jahre und 3-6 Jahre",
    "Bildung 0–6",
    "Familie mit 5 Personen, 2 Zimmer, 48 qm",
    "Warteliste Platz 12 von 140",
    "Version 1.2.3",
    "Neuzuweisung KW 47",
    "Formular KG 1 und Anlage KI",
    "50 % Stelle, 19,5 Stunden",
    "Gebühr 255 Euro (Einbürgerung)",
    "Gebärdensprache gewünscht",
    "ca. 100.000 Einwohner",
    "Integrationskurs mit 700 Stunden",
    "das 1x1 der Formulare",
    "PLZ 53721-53757",
    "Antrag 2024-00123",
    "Kurs 1.2.24-31.8.24",
    "Bewilligung 01.09.2025 bis 28.02.2026",
    "Notruf 112, Behördennummer 115, Bereitschaft 116 117",
    "gebucht 2024, Gebühr 2024",
  ])("%s", (text) => {
    expect(findIdentifying(text, AM)).toEqual([]);
  });
});

/** What Word makes of a space or a hyphen while somebody types, and what comes along with a pasted text. */
const DASHES = ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\u00AD", "\uFF0D"];
const SPACES = ["\u00A0", "\u202F", "\u2009", "\u2007", "\u2002", "\u3000", "\u200B", "\u2060", "\t"];

describe("reads what Word makes of it, at the same places", () => {
  const found = (text: string) => findIdentifying(`Ruft an, ${text} bitte`, AM).map((f) => [f.art, f.text]);

  test.each(DASHES.map((dash) => [`U+${dash.charCodeAt(0).toString(16)}`, dash]))("dash %s", (_name, dash) => {
    for (const [art, text] of [
      ["telefon", "0176-1234567"],
      ["telefon", "0228-123456"],
      ["geburtsdatum", "1985-03-12"],
      ["geburtsdatum", "12-03-1985"],
    ] as const) {
      const typed = text.replaceAll("-", dash);
      expect(found(typed), text).toEqual([[art, typed]]);
    }
  });

  test.each(SPACES.map((space) => [`U+${space.charCodeAt(0).toString(16)}`, space]))("space %s", (_name, space) => {
    for (const [art, text] of [
      ["telefon", "0176 123 45 67"],
      ["telefon", "+49 171 1234567"],
      ["geburtsdatum", "12. März 1985"],
      ["geburtsdatum", "12. 03. 1985"],
      ["iban", "DE89 3704 0044 0532 0130 00"],
      ["nummer", "Kundennummer 355A123456"],
      ["email", "mira @ beispiel.example"],
    ] as const) {
      const typed = text.replaceAll(" ", space);
      expect(found(typed), text).toEqual([[art, typed]]);
    }
  });

  test.each([
    ["geburtsdatum", "１２．０３．１９８５"],
    ["telefon", "＋49 171 1234567"],
    ["email", "mira＠beispiel.example"],
    ["geburtsdatum", "12⁄03⁄1985"],
  ])("%s: %s", (art, text) => {
    expect(found(text)).toEqual([[art, text]]);
  });

  test("a span of hours or of years with Word's dash is left alone as before", () => {
    for (const text of [
      "08:30\u201312:00 Uhr",
      "0\u20133 Jahre",
      "PLZ 53721\u201353757",
      "01.09.2025\u00A0bis\u00A028.02.2026",
    ])
      expect(findIdentifying(text, AM), text).toEqual([]);
  });
});

test("in any text: the places lie within it, in order, and none overlaps another", () => {
  const bit = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d .+/()@-]{0,30}$/));
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 8 }), (bits) => {
      const text = bits.join(" ");
      let end = 0;
      for (const { stelle } of findIdentifying(text, AM)) {
        expect(stelle.start).toBeGreaterThanOrEqual(end);
        expect(stelle.end).toBeGreaterThan(stelle.start);
        end = stelle.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("a long text without spaces holds nobody up", () => {
  const started = cpuMs();
  for (const unit of ["0", "1 ", "a@", "a.", "0-", "DE12", "ab", "geb "]) findIdentifying(unit.repeat(10_000), AM);
  expect(cpuMs() - started).toBeLessThan(2000);
});
