import type { Route } from "../../../platform/access.ts";
import { showErgebnis } from "./ergebnis.tsx";
import { showListen, upload } from "./list.tsx";
import { assign, showOffeneWoerter } from "./offene-woerter.tsx";
import { decideZeilen, showPruefen, takeOver } from "./pruefen.tsx";
import { showListe } from "./show.tsx";
import { decideTabellen, showTabellen } from "./tabellen.tsx";
import { showVerwerfen, verwerfen } from "./verwerfen.tsx";
import { decideWoerter, showWoerter } from "./woerter.tsx";
import { showZuruecknehmen, zuruecknehmen } from "./zuruecknehmen.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  showListen,
  upload,
  showOffeneWoerter,
  assign,
  showListe,
  showTabellen,
  decideTabellen,
  showWoerter,
  decideWoerter,
  showPruefen,
  decideZeilen,
  takeOver,
  showErgebnis,
  showZuruecknehmen,
  zuruecknehmen,
  showVerwerfen,
  verwerfen,
];
