import type { Route } from "../../../platform/access.ts";
import * as edit from "./edit.tsx";
import * as neu from "./new.tsx";
import * as besprechung from "./show.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [neu.show, neu.save, besprechung.show, edit.show, edit.save];
