import type { Visit } from "../../../platform/access.ts";
import { dayOf } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { linksAreMailed } from "../../../platform/mail.ts";
import { kontoAkte } from "../queries/konten.ts";
import { LinkPage } from "./link-page.tsx";
import { openLink } from "../../zugang/index.ts";

const LIST = "/verwaltung/mitarbeitende";

/** What a form that made an invitation answers: where the account stands, and which invitation it was. Never the token. */
export const linkPath = (kontoId: string, invitationId: string): string =>
  `${LIST}/${kontoId}?einladung=${invitationId}`;

/**
 * The page with the link, in answer to the form itself: an address that shows it would show it again. A form sent twice has
 * its token from the sealed copy. Where links are mailed, only the account's own address gets it: whoever made it never sees
 * it.
 */
export async function linkAnswer(visit: Visit, answer: string, token: string | undefined) {
  const url = new URL(answer, visit.origin);
  const kontoId = url.pathname.slice(LIST.length + 1);
  const invitationId = url.searchParams.get("einladung") ?? "";
  const mailed = linksAreMailed();
  const { akte, stored } = await readAs(visit.actor, async (tx) => ({
    akte: await kontoAkte(tx, visit.actor, kontoId),
    stored: mailed ? undefined : await openLink(tx, visit.actor.kreis, invitationId),
  }));
  const bis = akte.einladungBis === undefined ? undefined : dayOf(akte.einladungBis);
  const shown = token === undefined ? stored : `/einladung/${token}`;
  return <LinkPage visit={visit} konto={akte} bis={bis} link={mailed ? "mailed" : { path: shown }} />;
}
