import type { Route } from "../../../platform/access.ts";
import * as agree from "./agree.tsx";
import * as compare from "./compare.tsx";
import * as discard from "./discard.tsx";
import * as entwurf from "./entwurf.tsx";
import * as print from "./print.tsx";
import * as review from "./review.tsx";
import * as plan from "./show.tsx";
import * as stand from "./stand.tsx";
import * as zielEdit from "./ziel-edit.tsx";
import * as zielNew from "./ziel-new.tsx";
import * as zielRemove from "./ziel-remove.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [
  plan.show,
  plan.save,
  entwurf.show,
  entwurf.save,
  zielNew.show,
  zielNew.save,
  zielEdit.show,
  zielEdit.save,
  zielRemove.show,
  zielRemove.save,
  agree.show,
  agree.save,
  discard.show,
  discard.save,
  stand.show,
  stand.save,
  review.show,
  review.save,
  compare.show,
  print.show,
  print.file,
];
