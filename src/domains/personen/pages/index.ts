import type { Route } from "../../../platform/access.ts";
import * as edit from "./edit.tsx";
import { find, list } from "./list.tsx";
import * as neu from "./new.tsx";
import { show } from "./show.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [list, find, neu.show, neu.save, show, edit.show, edit.save];
