import type { Route } from "../../../platform/access.ts";
import { ablehnen, absagen, annehmen, ergebnis, fragen, termin } from "./antworten.tsx";
import * as bestand from "./bestand.tsx";
import * as freigeben from "./freigeben.tsx";
import * as kopie from "./kopie.tsx";
import * as kopien from "./kopien.tsx";
import * as link from "./link.tsx";
import * as liste from "./liste.tsx";
import * as neu from "./neu.tsx";
import { answer, discard, finish, read, withdraw } from "./schritte.tsx";
import * as freigabe from "./show.tsx";
import * as verweis from "./verweis.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  liste.show,
  neu.show,
  neu.save,
  freigabe.show,
  freigeben.show,
  freigeben.save,
  verweis.show,
  verweis.save,
  ...[withdraw, discard, answer, finish].flatMap(({ show, save }) => [show, save]),
  read,
  kopien.behoerde,
  bestand.stock,
  bestand.stand.show,
  bestand.stand.save,
  kopien.traeger,
  kopie.behoerde,
  kopie.traeger,
  ...[termin, absagen, ergebnis, annehmen, fragen, ablehnen].flatMap(({ show, save }) => [show, save]),
  link.show,
  link.open,
  link.save,
];
