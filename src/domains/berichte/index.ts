/** The door of the room: which reports are out. */
export { releasedReportsIn } from "./released.ts";
