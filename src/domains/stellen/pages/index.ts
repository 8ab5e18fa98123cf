import type { Route } from "../../../platform/access.ts";
import { correctBesetzung, editBesetzung } from "./besetzung-edit.tsx";
import { end, endPage, removeBesetzungPage, takeAway } from "./besetzung-end.tsx";
import { fill, fillPage } from "./besetzen.tsx";
import { showPlan } from "./plan.tsx";
import { show } from "./show.tsx";
import { change, edit } from "./stelle-edit.tsx";
import { create, neu } from "./stelle-new.tsx";
import { remove, removePage } from "./stelle-remove.tsx";
import { note, vakanzPage } from "./vakanz.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  showPlan,
  neu,
  create,
  show,
  edit,
  change,
  removePage,
  remove,
  fillPage,
  fill,
  vakanzPage,
  note,
  endPage,
  end,
  editBesetzung,
  correctBesetzung,
  removeBesetzungPage,
  takeAway,
];
