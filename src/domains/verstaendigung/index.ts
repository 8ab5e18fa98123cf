/** The door of the room: how people understood each other, who interprets, devices. README.md says what the words mean here. */
export {
  HINWEIS_KIND,
  type Verstaendigung,
  verstaendigungAm,
  verstaendigungConflict,
  verstaendigungFelder,
  verstaendigungText,
  verstaendigungValues,
} from "./model/angabe.ts";
export { refuseVerstaendigung } from "./rows/angabe.ts";
export { bookSprachmittlung } from "./commands/book-sprachmittlung.ts";
export { lendGeraet, returnGeraet } from "./commands/lend-geraet.ts";
export { moveSprachmittlung } from "./commands/move-sprachmittlung.ts";
export { addGeraet } from "./commands/set-geraet.ts";
export { addSprachmittler } from "./commands/set-sprachmittler.ts";
export { settleMonat } from "./commands/settle-monat.ts";
export { NeuerEinsatz, STAENDE, SchrittEingabe } from "./model/einsatz.ts";
export { AusleiheEingabe, GeraetEingabe, RueckgabeEingabe } from "./model/geraet.ts";
export { SprachmittlerEingabe } from "./model/pool.ts";
export { type Einsatz, einsaetzeZuTermin } from "./queries/einsaetze.ts";
