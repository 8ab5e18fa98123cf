import { z } from "zod";
import { code } from "../../../platform/fields.ts";
import { IN_ORDER, ZEIT, inOrder, notiz, oneOf } from "./felder.ts";

/** How far a course or a recognition is (Integrationskurs: from no entitlement to the test). */
export const STAND = {
  kein_anspruch: "kein Anspruch",
  beantragt: "beantragt",
  berechtigt: "berechtigt",
  warteliste: "auf der Warteliste",
  laeuft: "läuft",
  abgebrochen: "abgebrochen",
  bestanden: "bestanden, anerkannt",
  bestanden_a2: "bestanden mit A2",
  bestanden_b1: "bestanden mit B1",
  teilweise: "teilweise anerkannt",
  abgelehnt: "abgelehnt",
} as const;
export const STAND_WORTE = [
  "kein_anspruch",
  "beantragt",
  "berechtigt",
  "warteliste",
  "laeuft",
  "abgebrochen",
  "bestanden",
  "bestanden_a2",
  "bestanden_b1",
  "teilweise",
  "abgelehnt",
] as const satisfies readonly (keyof typeof STAND)[];

/** Why a course was broken off, as the offers can be changed for it; nothing about health. */
export const ABBRUCH = {
  kinderbetreuung: "Kinderbetreuung fehlt",
  arbeit: "Arbeit",
  fahrweg: "Fahrweg",
  umzug: "Umzug",
  anderer: "anderer Grund",
} as const;
export const ABBRUCH_WORTE = ["kinderbetreuung", "arbeit", "fahrweg", "umzug", "anderer"] as const;

/** The parts that school and work are told in, in this order. */
export const ABSCHNITTE = {
  schule: "Schule und Kita",
  abschluss: "Abschlüsse",
  anerkennung: "Anerkennung",
  arbeit: "Arbeit",
  kurs: "Kurse",
} as const;

export const WerdegangEingabe = z
  .object({
    art: code("Wählen Sie, worum es geht."),
    was: notiz,
    stand: oneOf(STAND_WORTE),
    abbruch: oneOf(ABBRUCH_WORTE),
    ...ZEIT,
  })
  .refine(inOrder, IN_ORDER)
  .refine(({ stand, abbruch }) => abbruch === null || stand === "abgebrochen", {
    path: ["abbruch"],
    message: "Einen Grund gibt es nur, wo der Stand „abgebrochen“ ist.",
  });
export type WerdegangEingabe = z.output<typeof WerdegangEingabe>;
