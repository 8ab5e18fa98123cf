/** The door of the room: who somebody is, what roles may, and the pages and jobs of signing in. */
export { endInvitations, invite } from "./commands/invite.ts";
export { beginSession } from "./commands/sessions.ts";
export { setInitialAccess } from "./commands/set-initial-access.ts";
export { consumeSetupToken, createSetupLink, setupTokenValid } from "./commands/set-up-link.ts";
export { draftRoutes, keepDraft } from "./commands/drafts.ts";
export { openLink } from "./queries/invitation-link.ts";
export { emailHash, kontoNames, openEmail, openName, sealKontodaten } from "./queries/kontodaten.ts";
export { type Signed, recognise } from "./queries/sitzungen.ts";
export { RECHTE, ROLLEN, type Rolle, actorOf, rolleOf } from "./model/rechte.ts";
export { signInPath } from "./model/weiter.ts";
