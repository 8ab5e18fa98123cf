/** The door of the room: what other rooms may call. README.md says what a person is here. */
export { type AltePerson, insertAltePersonen, personsBornOn, removeAltePersonen } from "./commands/alte-personen.ts";
export { blockPerson } from "./commands/block-person.ts";
export { changeErreichbarkeit } from "./commands/change-erreichbarkeit.ts";
export { changeHerkunft } from "./commands/change-herkunft.ts";
export { changePerson } from "./commands/change-person.ts";
export { noteJa, takeBackJa } from "./commands/note-ja.ts";
export { JA, JA_FRAGE, JA_WAHL } from "./model/ja.ts";
export { type Anschluss, GEZAEHLT, anschluesseOf, anschlussOf } from "./queries/anschluss.ts";
export { changeVerstaendigung } from "./commands/change-verstaendigung.ts";
export { disputeAngabe } from "./commands/dispute-angabe.ts";
export {
  ErreichbarEingabe,
  HerkunftEingabe,
  NameEingabe,
  SperreEingabe,
  VerstaendigungEingabe,
} from "./model/teile.ts";
export { createPerson } from "./commands/create-person.ts";
export { PersonEingabe, fullName } from "./model/person.ts";
export { merkmale } from "./model/texte.ts";
export { type Akte, akteOf, akteWithKey } from "./queries/akte.ts";
export {
  EACH_OF_P,
  EACH_OF_SAME,
  LETZTER_KONTAKT,
  OF_P,
  OF_SAME,
  eachOf,
  eachOnce,
  type Gleiche,
  ofEachPerson,
  ofPerson,
  ofPersons,
  shownFor,
} from "./queries/gruppe.ts";
export { genannt, personOf } from "./queries/person.ts";
export {
  type Gesehen,
  lastPersons,
  lastSeen,
  type PersonKurz,
  personFiles,
  personNames,
  personsByIds,
} from "./queries/personen.ts";
export { findDoubles, findPersons, nobodyFound, searchProblem, type Treffer } from "./queries/search.ts";
export type { KnownWords } from "./model/namen.ts";
export { nameOf } from "./queries/person.ts";
export type { Ueberblick } from "./queries/ueberblick.ts";
export { type PersonDaten, personRows } from "./rows/person-rows.ts";
export { tokenRows } from "./rows/search-tokens.ts";
