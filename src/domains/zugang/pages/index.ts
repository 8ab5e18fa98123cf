import type { Route } from "../../../platform/access.ts";
import * as anmelden from "./anmelden.tsx";
import * as code from "./code.tsx";
import * as demo from "./demo.tsx";
import * as einladung from "./einladung.tsx";
import * as einrichten from "./einrichten.tsx";
import * as erneuerung from "./erneuerung.tsx";
import * as kontoAnmeldung from "./konto-anmeldung.tsx";
import * as konto from "./konto.tsx";
import * as sperre from "./sperre.tsx";

export { filesClosed } from "./akten-zu.tsx";
export { draftRoutes } from "./entwuerfe.tsx";

/** Registered only when the web process was started for the demo. */
export const demoRoutes: readonly Route[] = [demo.show, demo.save];

export const routes: readonly Route[] = [
  anmelden.show,
  anmelden.save,
  anmelden.saveSignOut,
  code.show,
  code.save,
  einrichten.show,
  einrichten.save,
  einrichten.saveNachweis,
  einladung.show,
  einladung.save,
  sperre.show,
  sperre.save,
  sperre.saveLock,
  sperre.saveStillHere,
  konto.show,
  konto.saveSitzungen,
  konto.saveTasten,
  erneuerung.show,
  erneuerung.saveNachweis,
  erneuerung.saveGelesen,
  kontoAnmeldung.showPasswort,
  kontoAnmeldung.savePasswort,
  kontoAnmeldung.showFaktor,
  kontoAnmeldung.saveFaktor,
  kontoAnmeldung.showBestaetigen,
  kontoAnmeldung.saveBestaetigen,
  kontoAnmeldung.showCodes,
  kontoAnmeldung.saveCodes,
];
