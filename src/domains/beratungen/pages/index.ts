import type { Route } from "../../../platform/access.ts";
import { discardBatch, postBatch, showBatch } from "./batch.tsx";
import { postCorrect, resumeCorrect, showCorrect } from "./correct.tsx";
import { showList } from "./list.tsx";
import { discardNew, postNew, showNew } from "./new.tsx";
import { showOne } from "./show.tsx";
import { postWithdraw, showWithdraw } from "./withdraw.tsx";

/** Every address of this room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  showList,
  showNew,
  postNew,
  discardNew,
  showBatch,
  postBatch,
  discardBatch,
  resumeCorrect,
  showOne,
  showCorrect,
  postCorrect,
  showWithdraw,
  postWithdraw,
];
