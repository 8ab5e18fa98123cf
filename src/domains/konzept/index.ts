/** The door of the room: what other rooms may call. README.md says what a concept is here. */
export { adoptKonzept } from "./commands/adopt-konzept.ts";
export { addKommentar, setErledigt } from "./commands/comment.ts";
export { createKonzept } from "./commands/create-konzept.ts";
export { addMitglied } from "./commands/mitglied.ts";
export { addQuelle } from "./commands/quelle.ts";
export { saveTeil } from "./commands/save-teil.ts";
export { addVorschlag, decideVorschlag } from "./commands/suggest.ts";
export { NeuesKonzept } from "./model/eingabe.ts";
export { papierFassung } from "./model/konzeptpapier.ts";
export type { TeilArt } from "./model/teile.ts";
export { kommentareZu } from "./queries/besprechung.ts";
export { kapitelIn, teilOf } from "./queries/kapitel.ts";
export { konzeptOf } from "./queries/konzepte.ts";
export { standOf } from "./queries/stand.ts";
