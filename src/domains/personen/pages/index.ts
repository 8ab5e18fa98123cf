import type { Route } from "../../../platform/access.ts";
import { editForm, editSave } from "./edit.tsx";
import { list } from "./list.tsx";
import { newForm, newSave } from "./new.tsx";
import { show } from "./show.tsx";

/** Every address of the room; `/personen/neu` stands before the one that takes any id. */
export const routes: readonly Route[] = [list, newForm, newSave, show, editForm, editSave];
