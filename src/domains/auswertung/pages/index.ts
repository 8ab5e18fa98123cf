import type { Route } from "../../../platform/access.ts";
import { saveEinwohner, saveKleineZahl, show as showEinrichten } from "./einrichten.tsx";
import { show as showFragen } from "./fragen.tsx";
import { show as showLast } from "./last.tsx";
import { save as saveLieferung, show as showLieferung } from "./lieferung.tsx";
import { show } from "./show.tsx";

/** Every address of the room. */
export const routes: readonly Route[] = [
  show,
  showFragen,
  showLast,
  showLieferung,
  saveLieferung,
  showEinrichten,
  saveKleineZahl,
  saveEinwohner,
];
