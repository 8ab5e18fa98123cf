import { today } from "../../src/platform/clock.ts";
import type { Case } from "./auswahl-art.ts";

/** The one way to be naturalised that ended by itself (db/regeln): the last of the list is none of the ways offered here. */
export const EINBUERGERUNG_CASES: readonly Case[] = [
  {
    column: "kim.einbuergerung.perspektive",
    name: "perspektive",
    label: "Nach welchem Paragrafen?",
    value: () => "p10_3",
    word: () => "Einbürgerung nach kürzerer Zeit (§ 10 Abs. 3 StAG)",
    form: ({ ids }) => `/personen/${ids.person}/einbuergerung/neu`,
    action: ({ ids }) => `/personen/${ids.person}/einbuergerung/neu`,
    more: () => ({ ebh: "Kreis", am: today() }),
  },
];
