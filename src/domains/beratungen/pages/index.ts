import type { Route } from "../../../platform/access.ts";
import * as anschluss from "./anschluss.tsx";
import * as batch from "./batch.tsx";
import * as correct from "./correct.tsx";
import * as list from "./list.tsx";
import * as neu from "./new.tsx";
import * as one from "./show.tsx";
import * as ruecknahme from "./ruecknahme.tsx";
import * as withdraw from "./withdraw.tsx";
import * as zahlen from "./zahlen.tsx";

/** Every address of this room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  list.show,
  zahlen.show,
  neu.show,
  neu.save,
  batch.show,
  batch.save,
  one.show,
  correct.show,
  correct.save,
  withdraw.show,
  withdraw.save,
  anschluss.show,
  anschluss.save,
  ruecknahme.show,
  ruecknahme.save,
];
