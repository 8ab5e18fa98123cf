/** The door of the room: where help for a page stands. */
export { hilfeZu } from "./queries/hilfe-zu.ts";
