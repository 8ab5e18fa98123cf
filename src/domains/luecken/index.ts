/** The door of the room: what other rooms may call. README.md says what a gap is here. */
export { moveLuecke } from "./commands/move-luecke.ts";
export { answerLuecke } from "./commands/answer-luecke.ts";
export { mergeLuecke } from "./commands/merge-luecke.ts";
export { countAnteil, joinForGroup, leaveForGroup, reportForGroup, tellGroup } from "./commands/report-for-group.ts";
export { joinLuecke, reportLuecke } from "./commands/report-luecke.ts";
export { AntwortEingabe, type Antworten, antwortenText } from "./model/antwort.ts";
export { type Unversorgt, belegText, belegVon, genanntText } from "./model/gewicht.ts";
export { type Luecke, MeldungEingabe, NeueLuecke, SchrittEingabe, Zusammen, nameVon } from "./model/luecke.ts";
export { STAENDE, type Stand, isEnde } from "./model/stand.ts";
export { antwortenZu } from "./queries/antworten.ts";
export { kenntVon } from "./queries/herkunft.ts";
export { darueber, gruppeOf } from "./queries/gruppe.ts";
export { lueckeOf, luecken } from "./queries/luecken.ts";
export { lueckenNach } from "./queries/nach-text.ts";
export { standAm } from "./queries/stand-am.ts";
export { lueckenTag } from "./queries/tag.ts";
export { type Zeile, uebersicht } from "./queries/uebersicht.ts";
export { refuseErkennbar, refuseErkennbarVon } from "./rows/pruefen.ts";
