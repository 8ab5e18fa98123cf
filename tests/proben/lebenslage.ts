import {
  AUFENTHALT,
  AufenthaltEingabe,
  LEISTUNG,
  LeistungEingabe,
  SCHUTZBEDARF,
  SchutzEingabe,
  WERDEGANG,
  WerdegangEingabe,
  changeEintrag,
  recordEintrag,
} from "../../src/domains/lebenslage/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const person = ids["personLang"] ?? "";
  const titel = (more: object) => AufenthaltEingabe.parse({ status: "duldung", ...more });
  const vorher = { vorher: "asylblg", vorher_bis: daysFrom(today(), -40) };
  return writeAs(actor, async (tx) => {
    const aufenthalt = await recordEintrag(tx, actor, AUFENTHALT, person, titel({ von: "2026-01-01" }));
    const bald = { von: "2026-02-01", gueltig_bis: daysFrom(today(), 30), notiz: "Termin erbeten" };
    await changeEintrag(tx, actor, AUFENTHALT, { id: aufenthalt, version: 1 }, { falsch: false, e: titel(bald) });
    const wartet = { art: "sgb2", beantragt_am: daysFrom(today(), -50), unterlagen: "Mietvertrag", ...vorher };
    const leistung = await recordEintrag(tx, actor, LEISTUNG, person, LeistungEingabe.parse(wartet));
    const kurs = { art: "integrationskurs", stand: "abgebrochen", abbruch: "kinderbetreuung" };
    const werdegang = await recordEintrag(tx, actor, WERDEGANG, person, WerdegangEingabe.parse(kurs));
    const bedarf = SchutzEingabe.parse({
      arten: ["kindeswohl", "behinderung"],
      hinweis: "Nur mit der Mutter sprechen",
    });
    const schutzbedarf = await recordEintrag(tx, actor, SCHUTZBEDARF, person, bedarf);
    return { aufenthalt, leistung, werdegang, schutzbedarf };
  });
}

export const probe: Probe = {
  wege: {
    "/personen/:id/lebenslage": [
      beraterin("/personen/:personLang/lebenslage"),
      nur("beraterin", "/personen/:person/lebenslage?getan=eingetragen"),
    ],
    "/personen/:id/schutzbedarf": [
      beraterin("/personen/:personLang/schutzbedarf"),
      nur("beraterin", "/personen/:person/schutzbedarf"),
    ],
    "/personen/:id/aufenthalt/neu": [beraterin("/personen/:person/aufenthalt/neu")],
    "/personen/:id/leistung/neu": [beraterin("/personen/:person/leistung/neu")],
    "/personen/:id/werdegang/neu": [beraterin("/personen/:person/werdegang/neu")],
    "/personen/:id/schutzbedarf/neu": [beraterin("/personen/:person/schutzbedarf/neu")],
    "/lebenslage/aufenthalt/:id": [beraterin("/lebenslage/aufenthalt/:aufenthalt")],
    "/lebenslage/leistung/:id": [beraterin("/lebenslage/leistung/:leistung")],
    "/lebenslage/werdegang/:id": [beraterin("/lebenslage/werdegang/:werdegang")],
    "/lebenslage/schutzbedarf/:id": [beraterin("/lebenslage/schutzbedarf/:schutzbedarf")],
  },
  arten: {
    "/lebenslage/aufenthalt/": "aufenthalt",
    "/lebenslage/leistung/": "leistung",
    "/lebenslage/werdegang/": "werdegang",
    "/lebenslage/schutzbedarf/": "schutzbedarf",
  },
  akten: ["/lebenslage/"],
  after: ["personen"],
  make,
};
