import type { Route } from "../../../platform/access.ts";
import { einrichtenRoutes } from "./einrichten.tsx";
import { kommunenRoutes } from "./kommunen.tsx";
import { change, edit } from "./mitarbeitende-edit.tsx";
import { list } from "./mitarbeitende-list.tsx";
import { create, neu } from "./mitarbeitende-new.tsx";
import { add, addPage, end, endPage } from "./mitarbeitende-rollen.tsx";
import { show } from "./mitarbeitende-show.tsx";
import { deactivate, deactivatePage, reset, resetPage } from "./mitarbeitende-zugang.tsx";
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
  list,
  neu,
  create,
  show,
  edit,
  change,
  addPage,
  add,
  endPage,
  end,
  deactivatePage,
  deactivate,
  resetPage,
  reset,
];
