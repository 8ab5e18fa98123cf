import type { Route } from "../../../platform/access.ts";
import { discardDraft, postNew, showNew } from "./new.tsx";

/** Every address of this room. */
export const routes: readonly Route[] = [showNew, postNew, discardDraft];
