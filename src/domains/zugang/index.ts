/** The door of the room: who somebody is, what roles may, and the pages and jobs of signing in. */
export { endInvitations, invite } from "./commands/invite.ts";
export { beginSession } from "./commands/sessions.ts";
export { setInitialAccess } from "./commands/set-initial-access.ts";
export { consumeSetupToken, createSetupLink, setupTokenValid } from "./commands/set-up-link.ts";
export { confirmKonto } from "./commands/confirm-konto.ts";
export { openLink } from "./queries/invitation-link.ts";
export { emailHash, kontoInKreis, kontoNames, openEmail, openName, sealKontodaten } from "./queries/kontodaten.ts";
export { type Signed, noteAlive, recognise } from "./queries/sitzungen.ts";
export {
  type ErneuerungZeile,
  bestaetigende,
  countErneuerungen,
  erneuerungRows,
  isWitness,
  obstacle,
  waitingRows,
} from "./queries/erneuerungen.ts";
export { recordErneuerung } from "./rows/erneuerungen.ts";
export { ERNEUERUNG, FREIGABE, Nummer } from "./model/erneuerung.ts";
export { RECHTE, ROLLEN, type Rolle } from "./model/rechte.ts";
export { CONFIRMING, COUNSELLING, actorOf, opensFiles, rolleOf, rollenMit } from "./model/rollen.ts";
export { kontoActor } from "./queries/konto-actor.ts";
export { signInPath } from "./model/weiter.ts";
