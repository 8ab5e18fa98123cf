import type { Route } from "../../../platform/access.ts";
import * as beschluss from "./beschluss.tsx";
import * as besprechen from "./besprechen.tsx";
import { downloads } from "./download.ts";
import * as edit from "./edit.tsx";
import * as fassung from "./fassung.tsx";
import * as gruppe from "./gruppe.tsx";
import * as kapitelEdit from "./kapitel-edit.tsx";
import * as kapitelNew from "./kapitel-new.tsx";
import * as list from "./list.tsx";
import * as neu from "./new.tsx";
import * as offen from "./offen.tsx";
import * as quelle from "./quelle.tsx";
import * as quellen from "./quellen.tsx";
import * as remove from "./remove.tsx";
import * as konzept from "./show.tsx";
import * as teil from "./teil.tsx";
import * as unterschied from "./unterschied.tsx";
import * as verlauf from "./verlauf.tsx";
import * as vorschlagNew from "./vorschlag-new.tsx";
import * as vorschlag from "./vorschlag.tsx";
import * as word from "./word.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  neu.show,
  neu.save,
  word.show,
  word.save,
  teil.show,
  teil.save,
  besprechen.show,
  besprechen.save,
  besprechen.saveErledigt,
  besprechen.saveOffen,
  vorschlagNew.show,
  vorschlagNew.save,
  vorschlag.show,
  vorschlag.save,
  verlauf.show,
  verlauf.save,
  kapitelEdit.show,
  kapitelEdit.save,
  kapitelEdit.saveRemove,
  quelle.show,
  quelle.save,
  quelle.saveRemove,
  fassung.show,
  fassung.saveZeigen,
  fassung.saveVerbergen,
  unterschied.show,
  konzept.show,
  edit.show,
  edit.save,
  kapitelNew.show,
  kapitelNew.save,
  gruppe.show,
  gruppe.save,
  gruppe.saveRemove,
  quellen.show,
  quellen.save,
  beschluss.show,
  beschluss.save,
  remove.show,
  remove.save,
  unterschied.showEntwurf,
  ...downloads,
  offen.show,
  offen.showFassung,
  ...offen.dateien,
];
