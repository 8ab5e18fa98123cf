import type { Route } from "../../../platform/access.ts";
import * as beleg from "./beleg.tsx";
import * as blatt from "./blatt.ts";
import * as liste from "./liste.tsx";
import * as mitgeteilt from "./mitgeteilt.tsx";
import * as neu from "./neu.tsx";
import { explain, give, narrow, refuse, withdraw } from "./schritte.tsx";
import * as einwilligung from "./show.tsx";
import { begin, edit, release } from "./text.tsx";
import * as texte from "./texte.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  liste.show,
  neu.show,
  neu.save,
  einwilligung.show,
  blatt.sheet,
  blatt.letter,
  blatt.confirmation,
  ...[explain, give, narrow, refuse, withdraw].flatMap(({ show, save }) => [show, save]),
  mitgeteilt.save,
  beleg.show,
  beleg.save,
  texte.show,
  begin.show,
  begin.save,
  edit.show,
  edit.save,
  release,
];
