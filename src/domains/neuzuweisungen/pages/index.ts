import type { Route } from "../../../platform/access.ts";
import * as annehmen from "./annehmen.tsx";
import * as edit from "./edit.tsx";
import * as gespraech from "./gespraech.tsx";
import * as karte from "./karte.tsx";
import * as liste from "./list.tsx";
import * as schritt from "./schritt.tsx";
import * as einer from "./show.tsx";
import * as stapel from "./stapel.tsx";
import * as teilung from "./teilung.tsx";
import * as unterkuenfte from "./unterkuenfte.tsx";
import * as verteilen from "./verteilen.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  liste.show,
  annehmen.show,
  annehmen.save,
  annehmen.template,
  karte.show,
  verteilen.abgeben.show,
  verteilen.abgeben.save,
  verteilen.verteilen.show,
  verteilen.verteilen.save,
  stapel.show,
  stapel.back.show,
  stapel.back.save,
  stapel.take,
  stapel.drop,
  einer.show,
  einer.save,
  edit.show,
  edit.save,
  gespraech.show,
  gespraech.save,
  schritt.step.show,
  schritt.step.save,
  schritt.undo.show,
  schritt.undo.save,
  teilung.join.show,
  teilung.join.save,
  teilung.part.show,
  teilung.part.save,
  unterkuenfte.list,
  unterkuenfte.neu.show,
  unterkuenfte.neu.save,
  unterkuenfte.edit.show,
  unterkuenfte.edit.save,
];
