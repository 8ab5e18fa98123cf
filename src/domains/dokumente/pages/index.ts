import type { Route } from "../../../platform/access.ts";
import * as brief from "./brief.tsx";
import { download, inline } from "./datei.ts";
import * as edit from "./edit.tsx";
import * as liste from "./liste.tsx";
import * as mitbringen from "./mitbringen.tsx";
import * as listen from "./mitbringlisten.tsx";
import * as punkte from "./punkte.tsx";
import * as neu from "./neu.tsx";
import { restore, show } from "./show.tsx";
import * as vorlagen from "./vorlagen.tsx";
import * as zurueckziehen from "./zurueckziehen.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  liste.show,
  neu.show,
  neu.save,
  brief.show,
  brief.save,
  mitbringen.show,
  show,
  inline,
  download,
  edit.show,
  edit.save,
  zurueckziehen.show,
  zurueckziehen.save,
  restore,
  vorlagen.show,
  vorlagen.save,
  vorlagen.close.show,
  vorlagen.close.save,
  listen.neu.show,
  listen.neu.save,
  listen.edit.show,
  listen.edit.save,
  punkte.show,
  punkte.save,
  listen.remove.show,
  listen.remove.save,
];
