import type { Route } from "../../../platform/access.ts";
import * as answer from "./answer.tsx";
import * as board from "./board.tsx";
import * as join from "./join.tsx";
import * as list from "./list.tsx";
import * as merge from "./merge.tsx";
import * as mine from "./mine.tsx";
import * as neu from "./new.tsx";
import * as eine from "./show.tsx";
import * as step from "./step.tsx";

/** Every address of the room. Fixed words come before `:id`. */
export const routes: readonly Route[] = [
  list.show,
  board.show,
  board.save,
  neu.show,
  neu.save,
  neu.similar,
  mine.show,
  mine.saveRead,
  mine.saveMail,
  mine.saveWithdraw,
  eine.show,
  answer.show,
  answer.save,
  join.show,
  join.save,
  step.show,
  step.save,
  merge.show,
  merge.save,
  merge.saveSeparate,
];
