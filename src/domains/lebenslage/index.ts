/** The door of the room: what other rooms may call. README.md says what a situation is here. */
export { recordEintrag } from "./commands/record-eintrag.ts";
export { changeEintrag } from "./commands/change-eintrag.ts";
export { lageKodes } from "./queries/kodes.ts";
export { lageBlick, schutzBlick } from "./queries/ueberblick.ts";
export { AUFENTHALT } from "./rows/aufenthalt.ts";
export { LEISTUNG } from "./rows/leistung.ts";
export { SCHUTZBEDARF } from "./rows/schutzbedarf.ts";
export { WERDEGANG } from "./rows/werdegang.ts";
export { AufenthaltEingabe } from "./model/aufenthalt.ts";
export { LeistungEingabe } from "./model/leistung.ts";
export { SchutzEingabe } from "./model/schutzbedarf.ts";
export { WerdegangEingabe } from "./model/werdegang.ts";
