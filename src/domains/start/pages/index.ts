import type { Route } from "../../../platform/access.ts";
import { home } from "./home.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [home];
