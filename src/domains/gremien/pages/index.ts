import type { Route } from "../../../platform/access.ts";
import * as auftraege from "./auftraege.tsx";
import * as auftrag from "./auftrag.tsx";
import * as beschluesse from "./beschluesse.tsx";
import * as beschluss from "./beschluss.tsx";
import * as edit from "./edit.tsx";
import * as end from "./end.tsx";
import * as list from "./list.tsx";
import * as mitglied from "./mitglied.tsx";
import * as neu from "./new.tsx";
import * as notiz from "./notiz.tsx";
import * as gremium from "./show.tsx";
import * as plan from "./sitzung-edit.tsx";
import * as step from "./sitzung-step.tsx";
import * as sitzung from "./sitzung.tsx";
import * as tagesordnung from "./tagesordnung.tsx";
import * as teilnahme from "./teilnahme.tsx";
import * as top from "./top.tsx";
import * as vorlageNeu from "./vorlage-neu.tsx";
import * as vorlage from "./vorlage.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  neu.show,
  neu.save,
  beschluesse.list,
  beschluesse.show,
  beschluss.show,
  beschluss.save,
  auftraege.list,
  auftraege.show,
  auftraege.save,
  auftrag.show,
  auftrag.save,
  vorlageNeu.showNew,
  vorlageNeu.saveNew,
  vorlage.show,
  vorlage.showEdit,
  vorlage.save,
  mitglied.show,
  mitglied.save,
  sitzung.show,
  plan.show,
  plan.save,
  step.show,
  step.save,
  tagesordnung.show,
  tagesordnung.save,
  teilnahme.show,
  teilnahme.save,
  top.show,
  top.save,
  top.saveShift,
  top.savePostpone,
  top.saveRemove,
  notiz.show,
  notiz.save,
  beschluss.showNew,
  beschluss.saveNew,
  auftrag.showNew,
  auftrag.saveNew,
  gremium.saveRemovePunkt,
  gremium.show,
  gremium.savePunkt,
  edit.show,
  edit.save,
  end.show,
  end.save,
  end.saveReopen,
  mitglied.showNew,
  mitglied.saveNew,
  plan.showNew,
  plan.saveNew,
];
