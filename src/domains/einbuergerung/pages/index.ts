import type { Route } from "../../../platform/access.ts";
import * as blatt from "./blatt.ts";
import * as checkliste from "./checkliste.tsx";
import * as liste from "./liste.tsx";
import * as neu from "./neu.tsx";
import * as rechtslage from "./rechtslage.tsx";
import * as schritt from "./schritt.tsx";
import * as einbuergerung from "./show.tsx";
import * as zuruecknehmen from "./zuruecknehmen.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  checkliste.show,
  blatt.show,
  neu.show,
  neu.save,
  liste.show,
  einbuergerung.show,
  schritt.show,
  schritt.save,
  zuruecknehmen.show,
  zuruecknehmen.save,
  rechtslage.show,
];
