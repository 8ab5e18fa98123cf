import type { Route } from "../../../platform/access.ts";
import * as text from "./text.tsx";
import { show } from "./uebersicht.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [show, text.show, text.save];
