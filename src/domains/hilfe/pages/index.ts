import type { Route } from "../../../platform/access.ts";
import { kapitel, offen, uebersicht } from "./kapitel.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [uebersicht, kapitel, ...offen];
