import type { Route } from "../../../platform/access.ts";
import * as beziehung from "./beziehung.tsx";
import * as haushalt from "./haushalt.tsx";
import * as neu from "./new.tsx";
import * as familie from "./show.tsx";
import * as stelle from "./stelle.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [
  familie.show,
  neu.show,
  neu.save,
  haushalt.show,
  haushalt.save,
  stelle.show,
  stelle.save,
  beziehung.show,
  beziehung.save,
  beziehung.remove.show,
  beziehung.remove.save,
];
