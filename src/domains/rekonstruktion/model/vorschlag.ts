import { type Codelisten, nameOf } from "../../codelisten/model/codelisten.ts";
import type { Station } from "./rekonstruktion.ts";

const MOST_BEISPIEL = 1000;

/** What a station says of its break, as the example of a report. */
export function beispielVon(s: Station, listen: Codelisten): string {
  const why = s.bruchgruende.map((code) => nameOf(listen.bruchgrund, code)).join(", ");
  const said = [s.geschehen, `Bruch: ${why}.`, ...(s.gebraucht === null ? [] : [`Gebraucht: ${s.gebraucht}`])];
  return said.join(" ").slice(0, MOST_BEISPIEL);
}
