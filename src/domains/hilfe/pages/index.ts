import type { Route } from "../../../platform/access.ts";
import { kapitel, offen, suche, uebersicht } from "./kapitel.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [uebersicht, suche, kapitel, ...offen];
