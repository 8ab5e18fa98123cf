import type { Route } from "../../../platform/access.ts";
import * as besetzen from "./besetzen.tsx";
import * as besetzungEdit from "./besetzung-edit.tsx";
import * as besetzungEnd from "./besetzung-end.tsx";
import * as besetzungRemove from "./besetzung-remove.tsx";
import * as plan from "./plan.tsx";
import * as stelle from "./show.tsx";
import * as stelleEdit from "./stelle-edit.tsx";
import * as stelleNew from "./stelle-new.tsx";
import * as stelleRemove from "./stelle-remove.tsx";
import * as vakanz from "./vakanz.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  plan.show,
  stelleNew.show,
  stelleNew.save,
  stelle.show,
  stelleEdit.show,
  stelleEdit.save,
  stelleRemove.show,
  stelleRemove.save,
  besetzen.show,
  besetzen.save,
  vakanz.show,
  vakanz.save,
  besetzungEnd.show,
  besetzungEnd.save,
  besetzungEdit.show,
  besetzungEdit.save,
  besetzungRemove.show,
  besetzungRemove.save,
];
