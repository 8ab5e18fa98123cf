import type { Route } from "../../../platform/access.ts";
import { save as saveLieferung, show as showLieferung } from "./lieferung.tsx";
import { show } from "./show.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [show, showLieferung, saveLieferung];
