import type { EmpfaengerArt, Kategorie, Zweck } from "./zwecke.ts";

/** Where a consent is. That it has run out is no step: the day says it. */
export const STAENDE = {
  entwurf: "Entwurf",
  erlaeutert: "erläutert",
  erteilt: "erteilt",
  eingeschraenkt: "eingeschränkt",
  abgelehnt: "abgelehnt",
  widerrufen: "widerrufen",
  ersetzt: "ersetzt",
} as const;
export type Stand = keyof typeof STAENDE;
export const STAND = [
  "entwurf",
  "erlaeutert",
  "erteilt",
  "eingeschraenkt",
  "abgelehnt",
  "widerrufen",
  "ersetzt",
] as const satisfies readonly Stand[];

/** From where to where. The database holds the same table (db/code/einwilligung.sql), and a test compares them. */
const WEGE: Readonly<Record<Stand, readonly Stand[]>> = {
  entwurf: ["erlaeutert"],
  erlaeutert: ["erteilt", "abgelehnt"],
  erteilt: ["eingeschraenkt", "widerrufen", "ersetzt"],
  eingeschraenkt: ["eingeschraenkt", "widerrufen", "ersetzt"],
  abgelehnt: [],
  widerrufen: [],
  ersetzt: [],
};

export const geht = (von: Stand, nach: Stand): boolean => WEGE[von].includes(nach);

/** Whether somebody agreed, and has not taken it back. */
const GILT: ReadonlySet<Stand> = new Set(["erteilt", "eingeschraenkt"]);

/** What a consent covers. Days are ISO; a last day that is null is none. */
export type Umfang = {
  readonly stand: Stand;
  readonly zweck: Zweck;
  readonly empfaengerArt: EmpfaengerArt;
  /** What the recipient is called; null where the kind says it. */
  readonly empfaenger: string | null;
  readonly kategorien: readonly Kategorie[];
  readonly gueltigAb: string | null;
  readonly gueltigBis: string | null;
  /** From which day she is of age for whom her guardians gave it: their word ends before it. Null where it is her own. */
  readonly sorgeEndet?: string | null;
};

export const isGueltig = ({ stand, gueltigAb, gueltigBis, sorgeEndet = null }: Umfang, heute: string): boolean =>
  GILT.has(stand) &&
  gueltigAb !== null &&
  gueltigAb <= heute &&
  (gueltigBis === null || gueltigBis >= heute) &&
  (sorgeEndet === null || heute < sorgeEndet);

/** Whether it held on the word of the guardians, and the person is of age since. */
export const isEntwachsen = (one: Pick<Umfang, "stand" | "gueltigBis" | "sorgeEndet">, heute: string): boolean =>
  GILT.has(one.stand) &&
  !isAbgelaufen(one, heute) &&
  (one.sorgeEndet ?? null) !== null &&
  heute >= (one.sorgeEndet ?? "");

/** Whether it was given and has run out since. */
export const isAbgelaufen = ({ stand, gueltigBis }: Pick<Umfang, "stand" | "gueltigBis">, heute: string): boolean =>
  GILT.has(stand) && gueltigBis !== null && gueltigBis < heute;

/** Whether two consents name the same recipient. Capitals, spaces and composed letters do not make another. */
export const sameEmpfaenger = (a: Empfaengt, b: Empfaengt): boolean =>
  a.empfaengerArt === b.empfaengerArt && plain(a.empfaenger) === plain(b.empfaenger);
type Empfaengt = Pick<Umfang, "empfaengerArt" | "empfaenger">;
const plain = (name: string | null): string => (name ?? "").normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** What is to leave a file. */
export type Vorhaben = {
  readonly zweck: Zweck;
  readonly empfaengerArt: EmpfaengerArt;
  readonly empfaenger: string | null;
  readonly kategorien: readonly Kategorie[];
  /** The day it is told on where that is not today: the consent has to hold then as well. ISO. */
  readonly am?: string;
};

/** Why a consent does not cover what is to leave; undefined where it does. */
export type Luecke = "zweck" | "empfaenger" | "ungueltig" | "kategorien";

/** Purpose and recipient are those of the consent, it holds today and on the day it is told, and every kind of data that leaves is one that it names. */
export function luecke(umfang: Umfang, vorhaben: Vorhaben, heute: string): Luecke | undefined {
  if (umfang.zweck !== vorhaben.zweck) return "zweck";
  if (!sameEmpfaenger(umfang, vorhaben)) return "empfaenger";
  if (!isGueltig(umfang, heute) || !isGueltig(umfang, vorhaben.am ?? heute)) return "ungueltig";
  if (!vorhaben.kategorien.every((one) => umfang.kategorien.includes(one))) return "kategorien";
  return undefined;
}

/** What went out with an entry: on whose consent, what. `am` is ISO. */
export type Hinaus = {
  readonly id: string;
  readonly einwilligungId: string;
  readonly personId: string;
  readonly am: string;
  readonly kategorien: readonly Kategorie[];
};
