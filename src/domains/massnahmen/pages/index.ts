import type { Route } from "../../../platform/access.ts";
import * as form from "./form.tsx";
import * as indikator from "./indikator.tsx";
import * as kette from "./kette.tsx";
import * as ketten from "./ketten.tsx";
import * as list from "./list.tsx";
import * as messwert from "./messwert.tsx";
import * as prueftag from "./prueftag.tsx";
import * as eine from "./show.tsx";
import * as step from "./step.tsx";
import * as wirkung from "./wirkung.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  form.neu.show,
  form.neu.save,
  eine.saveErledigt,
  eine.saveOffen,
  eine.saveArbeitWeg,
  prueftag.show,
  prueftag.save,
  prueftag.saveWeg,
  indikator.edit.show,
  indikator.edit.save,
  indikator.remove.show,
  indikator.remove.save,
  messwert.show,
  messwert.save,
  messwert.saveWeg,
  eine.show,
  eine.saveArbeit,
  eine.savePrueftag,
  form.edit.show,
  form.edit.save,
  step.show,
  step.save,
  wirkung.show,
  wirkung.save,
  indikator.neu.show,
  indikator.neu.save,
  ketten.show,
  kette.show,
];
