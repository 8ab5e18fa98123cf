/** The door of the room: which reports are out, and a draft as a file for whoever has no browser. */
export { routes } from "./pages/index.ts";
export { FORMATE, type Format } from "./queries.ts";
export { releasedReportsIn } from "./released.ts";
export { ungespeicherteDatei } from "./ungespeichert.ts";
