import type { Route } from "../../../platform/access.ts";
import * as angebot from "./angebot.tsx";
import * as edit from "./edit.tsx";
import * as einlesen from "./einlesen.tsx";
import * as ergebnis from "./ergebnis.tsx";
import * as liste from "./liste.tsx";
import * as neu from "./neu.tsx";
import * as organisationForm from "./organisation-form.tsx";
import * as organisation from "./organisation.tsx";
import * as organisationen from "./organisationen.tsx";
import * as person from "./person.tsx";
import * as verweis from "./show.tsx";
import * as zettel from "./zettel.ts";
import * as zuruecknehmen from "./zuruecknehmen.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  liste.show,
  liste.save,
  neu.show,
  neu.save,
  verweis.show,
  edit.show,
  edit.save,
  ergebnis.show,
  ergebnis.save,
  zuruecknehmen.show,
  zuruecknehmen.save,
  zettel.show,
  person.show,
  organisationen.show,
  einlesen.show,
  einlesen.save,
  einlesen.write,
  einlesen.template,
  organisationForm.neu.show,
  organisationForm.neu.save,
  organisation.show,
  organisationForm.edit.show,
  organisationForm.edit.save,
  angebot.neu.show,
  angebot.neu.save,
  angebot.edit.show,
  angebot.edit.save,
];
