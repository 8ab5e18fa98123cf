import type { Route } from "../../../platform/access.ts";
import { show } from "./protokoll.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [show];
