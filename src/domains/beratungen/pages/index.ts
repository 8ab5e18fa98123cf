import type { Route } from "../../../platform/access.ts";
import { postCorrect, resumeCorrect, showCorrect } from "./correct.tsx";
import { showList } from "./list.tsx";
import { discardDraft, postNew, showNew } from "./new.tsx";
import { showOne } from "./show.tsx";
import { postWithdraw, showWithdraw } from "./withdraw.tsx";

/** Every address of this room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  showList,
  showNew,
  postNew,
  discardDraft,
  resumeCorrect,
  showOne,
  showCorrect,
  postCorrect,
  showWithdraw,
  postWithdraw,
];
