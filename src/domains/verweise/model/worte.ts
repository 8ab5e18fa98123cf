import { ABSAGEN, STAENDE, type Absage, type Stand } from "./stand.ts";

/** Where it is, with the reason of a refusal. */
export const standText = ({ stand, absage }: { readonly stand: Stand; readonly absage: Absage | null }): string =>
  absage === null ? STAENDE[stand] : `${STAENDE[stand]}: ${ABSAGEN[absage]}`;

/** Where somebody was sent. */
export const wohin = (of: { readonly organisation: string; readonly angebot: string | null }): string =>
  of.angebot === null ? of.organisation : `${of.organisation} – ${of.angebot}`;

const KIND = {
  offen: undefined,
  vermittelt: "arrow-forward",
  warteliste: "info",
  angekommen: "success",
  abgelehnt: "warning",
  nicht_wahrgenommen: "warning",
  zurueckgezogen: "info",
} as const;

export const standKind = (stand: Stand) => KIND[stand];
