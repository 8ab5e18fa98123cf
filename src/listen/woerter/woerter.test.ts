import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { interpretMehrere } from "./mehrere.ts";
import { abstand, schluessel } from "./schluessel.ts";
import { Verzeichnis, type Wortart } from "./verzeichnis.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const verzeichnis = new Verzeichnis(kommunen, codes);

const sicher = (art: Wortart, wort: string) => verzeichnis.sicher(art, wort)?.code;
const ort = (wort: string) => kommunen.find((k) => k.ags === sicher("kommune", wort))?.name;
const staat = (wort: string) => {
  const code = sicher("herkunft", wort);
  return codes.staatsangehoerigkeit.find((s) => s.code === code)?.name ?? code;
};
const themen = (text: string) =>
  interpretMehrere((art, wort) => verzeichnis.sicher(art, wort), "thema", text).map(
    (t) => t.deutung?.code ?? `? ${t.wort}`,
  );

test("keys and distances", () => {
  expect(schluessel(" Türkei ")).toBe("tuerkei");
  expect(schluessel("İzmir-Straße 5")).toBe("izmir strasse 5");
  expect(abstand("eitrof", "eitorf", 1)).toBe(1);
  expect(abstand("windek", "windeck", 2)).toBe(1);
  expect(abstand("haus", "maus", 0)).toBe(1);
  expect(abstand("", "abc", 3)).toBe(3);
});

describe("Kommunen", () => {
  test.each([
    [
      "Sankt Augustin",
      "St. Augustin|St.Augustin|Skt. Augustin|SANKT AUGUSTIN|Augustin|st augustin|Sankt Augustn|53757",
    ],
    ["Hennef (Sieg)", "Hennef|hennef|Henef|Hennef/Sieg|Hennef a.d. Sieg|Stadt Hennef|53773 Hennef|Hennef-Uckerath"],
    [
      "Neunkirchen-Seelscheid",
      "Neunk.-Seelscheid|NK-Seelscheid|Neunkirchen|Seelscheid|Neunkirchen Seelscheid|Nk.-Seelsch.",
    ],
    ["Windeck", "Windek|WINDECK|Gemeinde Windeck|Windeck "],
    ["Eitorf", "Eitrof|Eitorf|Eitorv"],
    ["Ruppichteroth", "Rupichteroth|Ruppichterroth|Ruppicht.|Ruppichtherot"],
    ["Bad Honnef", "B. Honnef|Honnef|Bad Honef|Bad-Honnef"],
    ["Königswinter", "Koenigswinter|Königsw.|Königwinter|KÖNIGSWINTER"],
    ["Much", "much|Much|Gem. Much"],
    ["Niederkassel", "Niederkasel|05382044|Niederkassel-Lülsdorf"],
  ])("%s", (name, words) => {
    for (const wort of words.split("|")) expect(ort(wort), wort).toBe(name);
  });

  test("what is no Kommune of the Kreis is not certain", () => {
    for (const wort of [
      "Köln",
      "Bonn",
      "RSK",
      "Rhein-Sieg-Kreis",
      "Sankt",
      "Bad",
      "x",
      "unbekannt",
      "Rheinland",
      "Buch",
    ]) {
      expect(ort(wort), wort).toBeUndefined();
    }
  });

  test("in titles, sheet and file names", () => {
    const names = (text: string) =>
      verzeichnis.orte.inText(text).map((ags) => kommunen.find((k) => k.ags === ags)?.name);
    expect(names("Beratungen_Siegburg_Lohmar_2023-1.xlsx")).toEqual(["Siegburg", "Lohmar"]);
    expect(names("KIM Doku St. Augustin Jan. 2023")).toEqual(["Sankt Augustin"]);
    expect(names("Strichliste Bad Honnef – 1. Halbjahr")).toEqual(["Bad Honnef"]);
    expect(names("statistik_neunkirchen-seelscheid")).toEqual(["Neunkirchen-Seelscheid"]);
    expect(names("Beratungsdokumentation KIM Rhein-Sieg-Kreis Januar")).toEqual([]);
  });
});

describe("themes", () => {
  test.each([
    ["sprache", "Sprache|Deutschkurs|Integrationskurs|Sprachkurs|Deutsch B1|IK|Dolmetscher"],
    [
      "lebensunterhalt",
      "SGB II|AsylbLG|Leistungen|Jobcenter|Schulden|Kindergeld|Bürgergeld|Lebens-unterhalt|Familienkasse",
    ],
    ["aufenthalt", "ABH|Aufenth.|Aufenthaltsstatus|Asyl|Passbeschaffung|Familiennachzug|Ausländerbehörde"],
    ["wohnen", "Wohnung|Wohnungssuche|Wohnen|Miete|Sozialwohnung|WBS"],
    ["gesundheit", "Arzt|Krankenkasse|Gesundheit|Kinderarzt|Psychotherapie"],
    ["schule", "Bildung 6-18|Schulanmeldung|Schule|OGS|Seiteneinstieg|Bildung 6–18"],
    ["bildung_0_6", "Bildung 0-6|Kita|Kindergarten|Kita / 0-6|Kita-Platz|MuKi-S"],
    ["arbeit", "Jobsuche|Anerkennung|Arbeit Ausbildung|Arbeit/Ausbildung|Arbeit|Ausbildung"],
    ["familie", "Familie|Eheprobleme|Soziales|Gewaltschutz"],
    ["einbuergerung", "Einbürgerung|Einbürgerungstest|EBH"],
    ["alltag", "Post|Formulare|Behörden|Hilfe bei Formularen"],
    ["teilhabe", "Freizeit|Verein|Schwimmkurs|Ehrenamt"],
  ])("%s", (code, words) => {
    for (const wort of words.split("|")) expect([...new Set(themen(wort))], wort).toEqual([code]);
  });

  test.each([
    ["Fr. K. fragt nach Hilfe bei der Suche nach einem Kindergartenplatz", ["bildung_0_6"]],
    ["Tel. mit Jobcenter", ["lebensunterhalt"]],
    ["Dr. M., Wohnung", ["wohnen"]],
    ["Fam. S. Schulplatz", ["schule"]],
    ["Suche", []],
    ["will Deutsche werden", ["einbuergerung"]],
    ["Ausfüllen des Antrags auf Wohngeld", ["lebensunterhalt"]],
  ])("short forms, small words and paper in a sentence are no theme: %s", (text, codes_) => {
    const found = interpretMehrere((art, wort) => verzeichnis.sicher(art, wort), "thema", text);
    expect(found.flatMap(({ deutung }) => deutung?.code ?? [])).toEqual(codes_);
  });

  test("several in one cell", () => {
    expect(themen("Kindergarten/Krankenkasse")).toEqual(["bildung_0_6", "gesundheit"]);
    expect(themen("Sprachkurs, Bildung 6-18, Aufenthaltsstatus")).toEqual(["sprache", "schule", "aufenthalt"]);
    expect(themen("Wohnung + Arzt und Jobcenter\nABH")).toEqual([
      "wohnen",
      "gesundheit",
      "lebensunterhalt",
      "aufenthalt",
    ]);
    expect(themen("1. Sprache; 2. Wohnen")).toEqual(["sprache", "wohnen"]);
    expect(themen("Sprache (Integrationskurs)")).toEqual(["sprache", "sprache"]);
    expect(themen("Wohnen (SGB II)")).toEqual(["wohnen", "lebensunterhalt"]);
    expect(themen("Wohnung Jobcenter")).toEqual(["wohnen", "lebensunterhalt"]);
    expect(themen("Antrag Wohngeld")).toEqual(["lebensunterhalt"]);
    expect(themen("Sonstiges/Wohnen")).toEqual(["? Sonstiges", "wohnen"]);
    expect(themen("Elefantenpflege")).toEqual(["? Elefantenpflege"]);
  });
});

describe("other words", () => {
  test.each([
    ["Syrien", "syrisch|Syrer|Syrerin|SYR|SY|Syria|Syrie|Suriye|syr.|Sirien"],
    ["Afghanistan", "afghanisch|afghan.|Afghane|AFG|afganisch"],
    ["Ukraine", "ukr.|ukrainisch|UKR|Ukrainerin|UA"],
    ["Türkei", "Tuerkei|türkisch|Türke|TR|Turkey|Turquie|Türkiye|Turkei"],
    ["Eritrea", "eritreisch|Eritreer|Eritrea"],
    ["Somalia", "somalisch|Somalier|Somalia"],
    ["Guinea", "guineisch|Guinea"],
    ["Iran", "iranisch|Iranerin|persisch"],
    ["Irak", "irakisch|Iraker|Iraq"],
    ["Nigeria", "nigerianisch|Nigerianer|Nigeria"],
    ["Kosovo", "kosovarisch|Kosovare|Kosova"],
    ["Polen", "polnisch|Polin"],
    ["Russische Föderation", "russisch|Russland|Russin"],
    ["Deutschland", "deutsch|D|DEU"],
    ["staatenlos", "staatenlos|Staatenlose"],
    ["gruppe:westbalkan", "Westbalkan|Balkan"],
  ])("%s", (name, words) => {
    for (const wort of words.split("|")) expect(staat(wort), wort).toBe(name);
  });

  test.each<[Wortart, string, string]>([
    ["sprache", "ar", "Arabisch|arab.|Arabic|arabe|Arapça|العربية"],
    ["sprache", "prs", "Dari"],
    ["sprache", "fa", "Farsi|Persisch"],
    ["sprache", "kmr", "Kurmandschi|Kurmanci"],
    ["sprache", "uk", "Ukrainisch|ukr."],
    ["sprache", "ti", "Tigrinya|Tigrigna"],
    ["sprache", "so", "Somali"],
    ["kontaktweg", "offene_sprechstunde", "offene Sprechstunde|off. Sprechstunde|Sprechstunde"],
    ["kontaktweg", "termin", "Termin|persönlich|pers."],
    ["kontaktweg", "telefon", "Telefon|tel.|Tel|telefonisch|Anruf"],
    ["kontaktweg", "hausbesuch", "Hausbesuch|HB"],
    ["kontaktweg", "email", "Mail|E-Mail|per Mail"],
    ["verstaendigung", "uebersetzungsgeraet", "Vasco|Übersetzungs-App"],
    ["verstaendigung", "nicht_noetig", "keine|Deutsch"],
    ["verstaendigung", "sprachmittlung", "Dolmetscher|Sprachmittlerin|SprInt"],
    ["verstaendigung", "cm_spricht_sprache", "CM spricht Sprache"],
    ["verstaendigung", "angehoerige", "Angehörige|Ehemann|Bekannte"],
    ["verstaendigung", "kind_dolmetscht", "Kind|Tochter"],
    ["ergebnis", "an_mbe", "MBE"],
    ["ergebnis", "an_sprachkurs", "Sprachkursträger|VHS"],
    ["ergebnis", "an_ehrenamt", "Ehrenamt"],
    ["neuzuweisung", "ja", "J|ja|x|X|1|✓|Yes|evet"],
    ["neuzuweisung", "nein", "N|nein|-|0|no"],
    ["alter", "18-26", "18-26|18–26 Jahre|18 bis 26"],
    ["alter", "65+", "65+|Ü65|über 64"],
  ])("%s %s", (art, code, words) => {
    for (const wort of words.split("|")) expect(sicher(art, wort), wort).toBe(code);
  });

  test("a guess is told, but does not count", () => {
    expect(verzeichnis.find("sprache", "Kurdisch")).toMatchObject({ code: "kmr", sicherheit: 0.4 });
    expect(sicher("sprache", "Kurdisch")).toBeUndefined();
    expect(sicher("herkunft", "Timbuktu")).toBeUndefined();
  });

  test("a decision wins, for the word however it is written", () => {
    const decided = new Verzeichnis(kommunen, codes, [
      { spalte: "thema", wort: "Sonstiges", code: "alltag" },
      { spalte: "thema", wort: "Post", code: null },
      { spalte: "sprache", wort: "Kurdisch", code: "ckb" },
    ]);
    expect(decided.sicher("thema", "SONSTIGES.")).toMatchObject({ code: "alltag", grund: "entschieden" });
    expect(decided.sicher("thema", "Post")?.code).toBeNull();
    expect(decided.sicher("sprache", "kurdisch")?.code).toBe("ckb");
  });
});
