import type { Route } from "../../../platform/access.ts";
import * as area from "./area.tsx";
import * as begin from "./begin.tsx";
import * as day from "./day.tsx";
import * as history from "./history.tsx";
import * as karte from "./map.tsx";
import * as assessment from "./show.tsx";
import * as verbindung from "./tie-edit.tsx";
import * as neu from "./tie-new.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  area.show,
  area.save,
  history.show,
  ...day.routes,
  ...verbindung.routes,
  assessment.show,
  begin.show,
  begin.save,
  karte.show,
  neu.show,
  neu.save,
];
