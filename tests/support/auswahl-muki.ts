import { today } from "../../src/platform/clock.ts";
import type { Case } from "./auswahl-art.ts";

/** What MuKi-S keeps of lists. */
export const MUKI_CASES: readonly Case[] = [
  {
    column: "kim.telefonsprechstunde_sprache.sprache",
    name: "sprachen",
    label: "Sprachen des Kindes",
    value: ({ code }) => code("sprache"),
    word: ({ word }) => word("sprache"),
    form: () => "/telefonsprechstunde/neu",
    action: () => "/telefonsprechstunde/neu",
    more: ({ stelle }) => ({
      anrufer: "kita",
      frage: "mehrsprachig",
      antwort: "beratung",
      am: today(),
      ort: `kommune:${stelle.ags[0]}`,
      dauer: "15",
    }),
  },
  {
    column: "kim.delfin.ags",
    name: "ags",
    label: "Kommune",
    value: ({ kommune }) => kommune,
    word: () => "Alfter",
    form: ({ ids }) => `/delfin/neu?person=${ids.person}`,
    action: () => "/delfin/neu",
    more: ({ ids }) => ({ person: ids.person, jahr: "2026", am: today() }),
  },
  {
    column: "kim.delfin_platz.ags",
    name: "ags",
    label: "Kommune",
    value: ({ kommune }) => kommune,
    word: () => "Alfter",
    form: () => "/delfin/plaetze",
    action: () => "/delfin/plaetze",
    more: () => ({ jahr: "2026", plaetze: "12" }),
  },
];
