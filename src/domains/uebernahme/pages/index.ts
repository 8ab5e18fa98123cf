import type { Route } from "../../../platform/access.ts";
import * as entschiedeneWoerter from "./entschiedene-woerter.tsx";
import * as ergebnis from "./ergebnis.tsx";
import * as list from "./list.tsx";
import * as offeneWoerter from "./offene-woerter.tsx";
import * as pruefen from "./pruefen.tsx";
import * as liste from "./show.tsx";
import * as soLiestKim from "./so-liest-kim.tsx";
import * as tabellen from "./tabellen.tsx";
import * as verwerfen from "./verwerfen.tsx";
import * as woerter from "./woerter.tsx";
import * as zuruecknehmen from "./zuruecknehmen.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  list.save,
  entschiedeneWoerter.show,
  entschiedeneWoerter.save,
  entschiedeneWoerter.saveDatei,
  soLiestKim.show,
  offeneWoerter.show,
  offeneWoerter.save,
  liste.show,
  tabellen.show,
  tabellen.save,
  woerter.show,
  woerter.save,
  pruefen.show,
  pruefen.save,
  pruefen.saveTakeOver,
  pruefen.saveGleiche,
  pruefen.saveAndere,
  ergebnis.show,
  ergebnis.saveReopen,
  zuruecknehmen.show,
  zuruecknehmen.save,
  verwerfen.show,
  verwerfen.save,
];
