import type { Route } from "../../../platform/access.ts";
import * as correct from "./correct.tsx";
import { downloads } from "./download.ts";
import * as edit from "./edit.tsx";
import * as kapitelEdit from "./kapitel-edit.tsx";
import * as kapitelNew from "./kapitel-new.tsx";
import * as kapitelRemove from "./kapitel-remove.tsx";
import * as kapitel from "./kapitel.tsx";
import * as list from "./list.tsx";
import * as neu from "./new.tsx";
import * as release from "./release.tsx";
import * as remove from "./remove.tsx";
import * as bericht from "./show.tsx";
import * as vorlageEdit from "./vorlage-edit.tsx";
import * as vorlageNew from "./vorlage-new.tsx";
import * as vorlageWord from "./vorlage-word.tsx";
import * as vorlagen from "./vorlagen.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  neu.show,
  neu.save,
  vorlagen.show,
  vorlageWord.show,
  vorlageWord.save,
  vorlageEdit.show,
  vorlageEdit.save,
  vorlageWord.saveRemove,
  kapitelEdit.show,
  kapitelEdit.save,
  kapitelRemove.show,
  kapitelRemove.save,
  bericht.show,
  edit.show,
  edit.save,
  kapitel.show,
  kapitel.save,
  kapitelNew.show,
  kapitelNew.save,
  vorlageNew.show,
  vorlageNew.save,
  release.show,
  release.save,
  correct.show,
  correct.save,
  remove.show,
  remove.save,
  ...downloads,
];
