import type { Route } from "../../../platform/access.ts";
import * as anrufEdit from "./anruf-edit.tsx";
import * as anrufNew from "./anruf-new.tsx";
import * as anrufe from "./anrufe.tsx";
import * as kindEdit from "./kind-edit.tsx";
import * as kindNew from "./kind-new.tsx";
import * as kindSchritt from "./kind-schritt.tsx";
import * as kind from "./kind.tsx";
import * as kinder from "./kinder.tsx";
import * as plaetze from "./plaetze.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  anrufe.show,
  anrufNew.show,
  anrufNew.save,
  anrufEdit.show,
  anrufEdit.save,
  kinder.show,
  kindNew.show,
  kindNew.save,
  plaetze.show,
  plaetze.save,
  kind.show,
  kindSchritt.show,
  kindSchritt.save,
  kindEdit.show,
  kindEdit.save,
];
