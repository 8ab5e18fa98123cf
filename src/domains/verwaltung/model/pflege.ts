import { type Span, daysFrom, gilt, isOpen } from "../../../platform/span.ts";

/** What of an account the question needs whether it wants looking after. */
export type Zugang = {
  readonly id: string;
  readonly standortId: string | null;
  readonly traegerId: string;
  readonly status: string;
  /** Until when an open invitation can be accepted. */
  readonly einladungBis: Date | null;
  readonly rollen: readonly (Span & { readonly rolle: string })[];
};

export type Ort = { readonly id: string; readonly name: string };

/** Something that wants looking after. An account has a name only where the page opens it. */
export type Pflege =
  | { readonly art: "einladung_abgelaufen" | "ohne_rolle"; readonly konto: string }
  | { readonly art: "einladung_offen"; readonly konto: string; readonly bis: Date }
  | { readonly art: "rolle_endet"; readonly konto: string; readonly rolle: string; readonly am: string }
  | { readonly art: "standort_ohne" | "traeger_ohne"; readonly ort: Ort };

/** So far ahead is time enough to talk to somebody about going on. */
export const VORLAUF = 60;

function ofKonto(k: Zugang, day: string, now: Date): Pflege[] {
  if (k.status === "eingeladen") {
    const bis = k.einladungBis;
    return bis !== null && bis > now
      ? [{ art: "einladung_offen", konto: k.id, bis }]
      : [{ art: "einladung_abgelaufen", konto: k.id }];
  }
  if (k.status !== "aktiv") return [];
  if (!k.rollen.some((r) => isOpen(r, day))) return [{ art: "ohne_rolle", konto: k.id }];
  const later = daysFrom(day, VORLAUF);
  return k.rollen.flatMap((r) => {
    const goesOn = k.rollen.some((other) => other.rolle === r.rolle && isOpen(other, later));
    return gilt(r, day) && r.bis !== null && r.bis <= later && !goesOn
      ? [{ art: "rolle_endet" as const, konto: k.id, rolle: r.rolle, am: r.bis }]
      : [];
  });
}

/**
 * What wants looking after: accounts that nobody ever used or that may do nothing, roles that end soon and do not go on, open
 * Standorte where nobody works and Träger where nobody has access.
 */
export function pflegeAm(
  {
    konten,
    standorte,
    traeger,
  }: { readonly konten: readonly Zugang[]; readonly standorte: readonly Ort[]; readonly traeger: readonly Ort[] },
  day: string,
  now: Date,
): Pflege[] {
  const there = konten.filter(({ status }) => status !== "deaktiviert");
  return [
    ...konten.flatMap((k) => ofKonto(k, day, now)),
    ...standorte.flatMap((ort) =>
      there.some((k) => k.standortId === ort.id) ? [] : [{ art: "standort_ohne" as const, ort }],
    ),
    ...traeger.flatMap((ort) =>
      there.some((k) => k.traegerId === ort.id) ? [] : [{ art: "traeger_ohne" as const, ort }],
    ),
  ];
}
