import type { Route } from "../../../platform/access.ts";
import * as edit from "./edit.tsx";
import * as list from "./list.tsx";
import * as neu from "./new.tsx";
import * as schritt from "./schritt.tsx";
import * as fall from "./show.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  list.show,
  neu.show,
  neu.save,
  fall.show,
  schritt.show,
  schritt.save,
  edit.show,
  edit.save,
];
