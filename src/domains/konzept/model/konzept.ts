import type { TeilArt } from "./teile.ts";

/** How far a proposal is. */
export const VORSCHLAG_STAENDE = {
  offen: "offen",
  angenommen: "angenommen",
  abgelehnt: "abgelehnt",
  zurueckgezogen: "zurückgezogen",
} as const;
export type VorschlagStand = keyof typeof VORSCHLAG_STAENDE;

export type Teil = { readonly id: string; readonly art: TeilArt; readonly text: string; readonly version: number };

export type Kapitel = {
  readonly id: string;
  readonly konzeptId: string;
  readonly titel: string;
  /** Code; null: about none, with one part. */
  readonly handlungsfeld: string | null;
  readonly rang: number;
  readonly version: number;
  readonly teile: readonly Teil[];
};

export type Quelle = {
  readonly id: string;
  readonly nr: number;
  readonly text: string;
  readonly adresse: string | null;
  readonly version: number;
};

/** A concept as it is written, with what somebody may do in it. */
export type Konzept = {
  readonly id: string;
  readonly titel: string;
  /** The months that its figures are of, ISO days. */
  readonly von: string;
  readonly bis: string;
  readonly angelegt: string;
  readonly version: number;
  /** Writes in it; else comments and proposes. */
  readonly schreibt: boolean;
  /** Leads the group: takes people in, adopts. */
  readonly steuert: boolean;
};
