import type { Route } from "../../../platform/access.ts";
import { eintraege } from "./eintrag.tsx";
import * as schutzbedarf from "./schutzbedarf.tsx";
import * as lage from "./show.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [lage.show, schutzbedarf.show, ...eintraege];
