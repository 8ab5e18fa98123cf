import type { Route } from "../../../platform/access.ts";
import { correct, correctPage } from "./correct.tsx";
import { downloads } from "./download.ts";
import { change, edit, resume } from "./edit.tsx";
import { list } from "./list.tsx";
import { create, neu } from "./new.tsx";
import { release, releasePage } from "./release.tsx";
import { remove, removePage } from "./remove.tsx";
import { show } from "./show.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list,
  neu,
  create,
  resume,
  show,
  edit,
  change,
  releasePage,
  release,
  correctPage,
  correct,
  removePage,
  remove,
  ...downloads,
];
