import type { Route } from "../../../platform/access.ts";
import { einrichtenRoutes } from "./einrichten.tsx";
import { kommunenRoutes } from "./kommunen.tsx";
import * as edit from "./mitarbeitende-edit.tsx";
import * as list from "./mitarbeitende-list.tsx";
import * as neu from "./mitarbeitende-new.tsx";
import * as rollen from "./mitarbeitende-rollen.tsx";
import { show } from "./mitarbeitende-show.tsx";
import * as zugang from "./mitarbeitende-zugang.tsx";
import { overviewRoutes } from "./overview.tsx";
import { standorteRoutes } from "./standorte.tsx";
import { traegerRoutes } from "./traeger.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  ...einrichtenRoutes,
  ...overviewRoutes,
  ...kommunenRoutes,
  ...traegerRoutes,
  ...standorteRoutes,
  list.show,
  neu.show,
  neu.save,
  show,
  edit.show,
  edit.save,
  rollen.showAdd,
  rollen.saveAdd,
  rollen.showEnd,
  rollen.saveEnd,
  zugang.showDeactivate,
  zugang.saveDeactivate,
  zugang.showReset,
  zugang.saveReset,
];
