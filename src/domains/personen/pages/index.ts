import type { Route } from "../../../platform/access.ts";
import * as dublette from "./dublette.tsx";
import * as dubletten from "./dubletten.tsx";
import * as auskunftssperre from "./auskunftssperre.tsx";
import * as einwandNeu from "./einwand-neu.tsx";
import * as einwand from "./einwand.tsx";
import * as erreichbarkeit from "./erreichbarkeit.tsx";
import * as herkunft from "./herkunft.tsx";
import * as gleiche from "./gleiche.tsx";
import { find, list } from "./list.tsx";
import * as name from "./name.tsx";
import * as neu from "./new.tsx";
import { show } from "./show.tsx";
import { show as verlauf } from "./verlauf.tsx";
import * as verstaendigung from "./verstaendigung.tsx";
import * as zusammenfuehrung from "./zusammenfuehrung.tsx";

/** The portions in which a person is recorded. */
const teile = [name, herkunft, verstaendigung, erreichbarkeit, auskunftssperre].flatMap(({ show, save }) => [
  show,
  save,
]);

const einwaende = [einwandNeu, einwand].flatMap(({ show, save }) => [show, save]);

/** Whoever was written down twice. */
const doppelt = [
  dubletten.list,
  dublette.show,
  dublette.merge,
  dublette.decide,
  zusammenfuehrung.show,
  zusammenfuehrung.split,
  gleiche.show,
  gleiche.find,
  gleiche.name,
];

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  list,
  find,
  neu.show,
  neu.save,
  neu.similar,
  ...doppelt,
  show,
  ...teile,
  verlauf,
  ...einwaende,
];
