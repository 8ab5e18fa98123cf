import type { Route } from "../../platform/access.ts";
import { kapitel, offen, uebersicht } from "./pages/kapitel.tsx";

export const routes: readonly Route[] = [uebersicht, kapitel, ...offen];
