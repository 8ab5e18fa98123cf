import { z } from "zod";
import { type Actor, isSystem, may } from "../../../platform/actor.ts";
import { day, id, line, optionalDay, optionalId } from "../../../platform/fields.ts";
import { IN_ORDER, type Span, inOrder } from "../../../platform/span.ts";
import { RECHTE } from "../../zugang/model/rechte.ts";
import { rolleOf } from "../../zugang/model/rollen.ts";

/** A role with its first and last day (both included); `bis: null` has no end yet. */
export type RolleVonBis = Span & { readonly rolle: string };

/** Whether an account can sign in: not yet, yes, no longer. */
export const STATUS = { eingeladen: "eingeladen", aktiv: "aktiv", deaktiviert: "deaktiviert" } as const;
export type Status = keyof typeof STATUS;

/** What the head of a Träger fills; all others have a task for the whole Kreis, the Land or the authority. */
export const ROLLEN_DES_TRAEGERS: ReadonlySet<string> = new Set(["cm_lokal", "cm_mukis", "cm_abh", "traeger_leitung"]);

const WEITE = { eigene: 0, traeger: 1, kreis: 2 } as const;

/**
 * Whether somebody may give (or end) a role: one that sees no further and administers nothing more than he or she does.
 * The head of a Träger gives only the roles of that Träger's own work.
 */
export function mayGrant(actor: Actor, code: string): boolean {
  if (isSystem(actor)) return true;
  const rolle = rolleOf(code);
  if (rolle === undefined) return false;
  const administers = may(actor, "konto.verwalten");
  if (!administers && !(may(actor, "konto.traeger_verwalten") && ROLLEN_DES_TRAEGERS.has(code))) return false;
  if (WEITE[rolle.sicht] > WEITE[actor.sicht]) return false;
  return rolle.rechte.every((recht) => {
    const { vergabe } = RECHTE[recht];
    return vergabe === "alle" || may(actor, recht) || (vergabe === "verwaltung" && administers);
  });
}

/**
 * Whether somebody may change an account that holds these roles: whoever resets a password or an address could take the
 * account over, so it takes the right to give each of its roles. Roles that this program no longer knows count for nothing.
 */
export const mayManage = (actor: Actor, rollen: readonly string[]): boolean =>
  rollen.every((code) => rolleOf(code) === undefined || mayGrant(actor, code));

const zeitraum = {
  rolle: line(40, "Wählen Sie die Rolle."),
  von: day("Geben Sie den ersten Tag an."),
  bis: optionalDay(),
};

/** Name, address and Standort of a member of staff. */
export const KontoEingabe = z.object({
  name: line(120, "Geben Sie den Namen an."),
  email: line(254, "Geben Sie die E-Mail-Adresse an.").pipe(
    z.email("Das ist keine vollständige E-Mail-Adresse, zum Beispiel name@beispiel.de."),
  ),
  standort: optionalId("Wählen Sie einen Standort."),
});
export type KontoEingabe = z.output<typeof KontoEingabe>;

export const NeuesKonto = KontoEingabe.extend({ traeger: id("Wählen Sie den Träger."), ...zeitraum }).refine(
  inOrder,
  IN_ORDER,
);

export const NeueRolle = z.object(zeitraum).refine(inOrder, IN_ORDER);
export type NeueRolle = z.output<typeof NeueRolle>;

/** The last day of a role. */
export const RollenEnde = z.object({ bis: day("Geben Sie den letzten Tag an.") });
