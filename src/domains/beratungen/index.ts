/** The door of the room: what other rooms may call. README.md says what a consultation is here. */
export { type AlteBeratung, insertAlteBeratungen, removeAlteBeratungen } from "./commands/alte-beratungen.ts";
export { giveBeratung } from "./commands/give-beratung.ts";
export { recountWord } from "./commands/recount-word.ts";
export { recordBeratung } from "./commands/record.ts";
export { BeratungEingabe, datenVon } from "./model/eingabe.ts";
export { beratungenSince } from "./queries/verlauf.ts";
export { beratungKern } from "./queries/kern.ts";
export { type Ortwahl, orteVon, ortwahl, ownOrt } from "./queries/orte.ts";
export { openWort, sealWort, wortKey } from "./queries/woerter.ts";
export { type BeratungKurz, type PersonBeratungen, VIELE, beratungenOf } from "./queries/beratungen.ts";
export { type BeratungDaten, beratungRows, noteKeyId } from "./rows/beratung-rows.ts";
export { type Fassung, fassungRow } from "./rows/fassung.ts";
export { beratungTag } from "./queries/tag.ts";
