import type { Route } from "../../../platform/access.ts";

/** Every address of the room. */
export const routes: readonly Route[] = [];
