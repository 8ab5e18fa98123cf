import type { Route } from "../../../platform/access.ts";
import * as auswahl from "./auswahl.tsx";
import * as erinnerung from "./erinnerung.tsx";
import * as auslastung from "./auslastung.tsx";
import * as edit from "./edit.tsx";
import * as list from "./list.tsx";
import * as create from "./new.tsx";
import * as show from "./show.tsx";
import * as zurueck from "./zurueck.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  list.show,
  create.show,
  create.save,
  auswahl.show,
  auswahl.save,
  auslastung.show,
  erinnerung.show,
  erinnerung.save,
  zurueck.show,
  zurueck.save,
  show.show,
  edit.show,
  edit.save,
];
