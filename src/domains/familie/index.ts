/** The door of the room: what other rooms may call. README.md says what a family is here. */
export { addAngehoerige, addBeziehung } from "./commands/add-beziehung.ts";
export { setHaushalt } from "./commands/set-haushalt.ts";
export { addStelle } from "./commands/add-stelle.ts";
export { type Angehoerig, angehoerigeVon, familieOf } from "./queries/familie.ts";
export { type Sorge, sorgeFuer } from "./queries/sorge.ts";
export { familieBlick } from "./queries/ueberblick.ts";
