import type { Route } from "../../../platform/access.ts";
import { editForm, editResume, editSave } from "./edit.tsx";
import { find, list } from "./list.tsx";
import { newForm, newSave } from "./new.tsx";
import { show } from "./show.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [list, find, newForm, newSave, editResume, show, editForm, editSave];
