import { z } from "zod";
import { type Actor, isSystem, may } from "../../../platform/actor.ts";
import { day, optionalDay } from "../../../platform/fields.ts";
import { RECHTE, rolleOf } from "../../zugang/model/rechte.ts";
import { line } from "./stammdaten.ts";

/** A role with its first and last day (both included); `bis: null` has no end yet. */
export type RolleVonBis = { readonly rolle: string; readonly von: string; readonly bis: string | null };

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

/** Whether a role is or will be in force on or after a day. */
export const isOpen = (rolle: RolleVonBis, day: string): boolean => rolle.bis === null || rolle.bis >= day;

/** Whether a role is in force on a day. */
export const isValid = (rolle: RolleVonBis, day: string): boolean => rolle.von <= day && isOpen(rolle, day);

/** Whether two spans of days share one. */
export const overlap = (a: RolleVonBis, b: RolleVonBis): boolean => isOpen(a, b.von) && isOpen(b, a.von);

const optionalId = z
  .union([z.literal(""), z.uuid("Wählen Sie einen Standort.")], "Wählen Sie einen Standort.")
  .default("")
  .transform((id) => (id === "" ? undefined : id));

const rolle = z.string("Wählen Sie die Rolle.").min(1, "Wählen Sie die Rolle.").max(40);

const zeitraum = { rolle, von: day("Geben Sie den ersten Tag an."), bis: optionalDay() };

const inOrder = (value: { readonly von: string; readonly bis: string | null }) =>
  value.bis === null || value.bis >= value.von;
const ORDER = { path: ["bis"], message: "Der letzte Tag liegt vor dem ersten." };

/** Name, address and Standort of a member of staff. */
export const kontoEingabe = z.object({
  name: line(120, "Geben Sie den Namen an."),
  email: z
    .string("Geben Sie die E-Mail-Adresse an.")
    .trim()
    .min(1, "Geben Sie die E-Mail-Adresse an.")
    .max(254, "Das ist zu lang für eine E-Mail-Adresse.")
    .pipe(z.email("Das ist keine vollständige E-Mail-Adresse, zum Beispiel name@beispiel.de.")),
  standort: optionalId,
});
export type KontoEingabe = z.output<typeof kontoEingabe>;

export const neuesKonto = kontoEingabe
  .extend({ traeger: z.uuid("Wählen Sie den Träger."), ...zeitraum })
  .refine(inOrder, ORDER);

export const neueRolle = z.object(zeitraum).refine(inOrder, ORDER);
export type NeueRolle = z.output<typeof neueRolle>;

export const ende = z.object({ bis: day("Geben Sie den letzten Tag an.") });
