import { notices } from "../../../platform/notices.ts";

/** What the pages of this room say after a change. */
export const getan = notices({ angelegt: "Person angelegt.", geaendert: "Änderung gespeichert." });
