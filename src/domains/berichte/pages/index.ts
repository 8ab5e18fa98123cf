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

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  neu.show,
  neu.save,
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
  release.show,
  release.save,
  correct.show,
  correct.save,
  remove.show,
  remove.save,
  ...downloads,
];
