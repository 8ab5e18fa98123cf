import type { Route } from "../../../platform/access.ts";
import * as abschluss from "./abschluss.tsx";
import * as betroffene from "./betroffene.tsx";
import * as edit from "./edit.tsx";
import * as klaerung from "./klaerung.tsx";
import * as list from "./list.tsx";
import * as neu from "./new.tsx";
import * as punktPlan from "./punkt-plan.tsx";
import * as schritt from "./schritt.tsx";
import * as fall from "./show.tsx";
import * as stille from "./stille.tsx";
import * as vereinbaren from "./vereinbaren.tsx";
import * as verlauf from "./verlauf.tsx";
import * as zielgruppeEdit from "./zielgruppe-edit.tsx";
import * as zielgruppeNew from "./zielgruppe-new.tsx";
import * as zielgruppeRemove from "./zielgruppe-remove.tsx";
import * as zielgruppe from "./zielgruppe.tsx";
import * as zufriedenheit from "./zufriedenheit.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  list.show,
  stille.show,
  stille.save,
  neu.show,
  neu.save,
  fall.show,
  verlauf.show,
  schritt.show,
  schritt.save,
  edit.show,
  edit.save,
  betroffene.show,
  betroffene.save,
  abschluss.show,
  abschluss.save,
  zufriedenheit.show,
  zufriedenheit.save,
  vereinbaren.show,
  vereinbaren.save,
  vereinbaren.saveDone,
  vereinbaren.saveDropped,
  vereinbaren.saveReopened,
  vereinbaren.saveNachsorge,
  punktPlan.show,
  punktPlan.save,
  klaerung.show,
  klaerung.save,
  zielgruppe.show,
  zielgruppeNew.show,
  zielgruppeNew.save,
  zielgruppeEdit.show,
  zielgruppeEdit.save,
  zielgruppeRemove.show,
  zielgruppeRemove.save,
];
