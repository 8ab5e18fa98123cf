import type { Route } from "../../../platform/access.ts";
import * as abo from "./abo.tsx";
import * as edit from "./edit.tsx";
import * as feed from "./feed.ts";
import * as create from "./new.tsx";
import * as show from "./show.tsx";
import * as sprechstundeNew from "./sprechstunde-new.tsx";
import * as sprechstunde from "./sprechstunde.tsx";
import * as sprechstunden from "./sprechstunden.tsx";
import * as stand from "./stand.tsx";
import * as woche from "./woche.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  woche.show,
  create.show,
  create.save,
  show.show,
  edit.show,
  edit.save,
  stand.show,
  stand.save,
  stand.saveDone,
  sprechstunden.show,
  sprechstundeNew.show,
  sprechstundeNew.save,
  sprechstunde.show,
  sprechstunde.save,
  sprechstunde.saveAusfall,
  abo.show,
  abo.save,
  abo.saveRevoke,
  feed.show,
];
