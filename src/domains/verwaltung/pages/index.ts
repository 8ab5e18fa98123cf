import type { Route } from "../../../platform/access.ts";
import * as einrichten from "./einrichten.tsx";
import * as erneuerungen from "./erneuerungen.tsx";
import * as kommunen from "./kommunen.tsx";
import * as edit from "./mitarbeitende-edit.tsx";
import * as list from "./mitarbeitende-list.tsx";
import * as neu from "./mitarbeitende-new.tsx";
import * as rollen from "./mitarbeitende-rollen.tsx";
import * as mitarbeitende from "./mitarbeitende-show.tsx";
import * as zugang from "./mitarbeitende-zugang.tsx";
import * as overview from "./overview.tsx";
import * as standorte from "./standorte.tsx";
import * as traeger from "./traeger.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  einrichten.show,
  einrichten.save,
  overview.show,
  ...[kommunen, traeger, standorte].flatMap((m) => [m.show, m.showNew, m.saveNew, m.showEdit, m.saveEdit]),
  list.show,
  neu.show,
  neu.save,
  mitarbeitende.show,
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
  erneuerungen.show,
  erneuerungen.saveAgree,
  erneuerungen.showConfirm,
  erneuerungen.saveConfirm,
];
