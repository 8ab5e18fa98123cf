import type { Route } from "../../../platform/access.ts";
import * as edit from "./edit.tsx";
import * as faelle from "./faelle.tsx";
import * as gruppe from "./gruppe.tsx";
import * as list from "./list.tsx";
import * as luecke from "./luecke.tsx";
import * as neu from "./new.tsx";
import * as eine from "./show.tsx";
import * as stationNew from "./station-new.tsx";
import * as station from "./station.tsx";
import * as step from "./step.tsx";
import * as zuordnen from "./zuordnen.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  neu.show,
  neu.save,
  station.show,
  station.save,
  station.saveUp,
  station.saveDown,
  station.saveDrop,
  station.saveRestore,
  luecke.show,
  luecke.save,
  zuordnen.show,
  zuordnen.save,
  zuordnen.saveUndo,
  eine.show,
  edit.show,
  edit.save,
  gruppe.show,
  gruppe.save,
  gruppe.saveRemove,
  faelle.show,
  faelle.save,
  faelle.saveRemove,
  step.show,
  step.save,
  stationNew.show,
  stationNew.save,
];
