/** The door of the room: the figures of a Kreis, the months they are told for, and counting them. */
export { countFigures } from "./commands/count-figures.ts";
export { requestCount } from "./commands/request-count.ts";
export { delfinzahlen } from "./queries/delfin.ts";
export { tafelnIn } from "./queries/kreuzungen.ts";
export { ungedeckt } from "./queries/ungedeckt.ts";
export { verweiszahlen } from "./queries/verweiszahlen.ts";
export { zugewiesene } from "./queries/zugewiesene.ts";
export { datenstand } from "./model/datenstand.ts";
export type { Kennzahlen, Zaehlung, Zeitraum } from "./model/kennzahlen.ts";
export { eigeneZahlen } from "./queries/eigene.ts";
export { genannte } from "./queries/genannte.ts";
export { kennzahlen } from "./queries/kennzahlen.ts";
export { luecken, lueckeText } from "./model/lieferung.ts";
export { vergleichMit } from "./model/vergleich.ts";
export { type Zelle, istGenannt, laenge } from "./model/zelle.ts";
export { halbjahr, halbjahrAm, unbrauchbar, zeitraumName } from "./model/zeitraum.ts";
export { lieferungen } from "./queries/lieferungen.ts";
export { nennenAb } from "./queries/nennen-ab.ts";
