/** The door of the room: who somebody is, what roles may, and the pages and jobs of signing in. */
export { endInvitations, invite } from "./commands/invite.ts";
export { setInitialAccess } from "./commands/set-initial-access.ts";
export { consumeSetupToken, createSetupLink, setupTokenValid } from "./commands/set-up-link.ts";
export { draftRoutes, keepDraft } from "./drafts.ts";
export { openLink } from "./invitation-link.ts";
export { jobs, timetable } from "./jobs/index.ts";
export { emailHash, kontoNames, openEmail, openName, sealKontodaten } from "./kontodaten.ts";
export { demoRoutes, routes } from "./pages/index.ts";
export { type Signed, recognise } from "./queries.ts";
export { RECHTE, ROLLEN, type Rolle, actorOf, rolleOf } from "./rechte.ts";
export { signInPath } from "./weiter.ts";
