/** The links of the chain in their order: what stands in a column of the picture, and a level of the list. */
export const GLIEDER = [
  "Beratungen und Fälle",
  "Systemlücke",
  "TOP",
  "Beschluss",
  "Projektgruppe",
  "Maßnahme",
  "Indikator",
] as const;

/** One link with what followed from it. */
export type Glied = {
  readonly art: number;
  readonly titel: string;
  /** What is to say of it: a state with its day, a number. */
  readonly notiz: string;
  readonly lage: "done" | "open" | "ended";
  /** Its page; nothing where it has none. */
  readonly href?: string;
  readonly folgt: readonly Glied[];
};

/** A link before it is known what followed: `id` within its kind. */
export type Stueck = Omit<Glied, "art" | "folgt"> & { readonly id: string };

/** Everything of one gap. Ids refer to each other; what is not here refers to nothing. */
export type Kettenstoff = {
  readonly meldungen: Omit<Stueck, "id">;
  readonly luecke: Stueck;
  readonly tops: readonly Stueck[];
  readonly beschluesse: readonly (Stueck & { readonly topId: string })[];
  readonly gruppen: readonly (Stueck & { readonly beschlussId: string | null })[];
  readonly massnahmen: readonly (Stueck & { readonly gruppeId: string | null; readonly beschlussId: string | null })[];
  readonly indikatoren: readonly (Stueck & { readonly massnahmeId: string })[];
};

const glied = ({ titel, notiz, lage, href }: Omit<Stueck, "id">, art: number, folgt: readonly Glied[]): Glied => ({
  art,
  titel,
  notiz,
  lage,
  ...(href === undefined ? {} : { href }),
  folgt,
});

/**
 * The chain of a gap as a tree; everything stands in it once. A measure stands with the group that carries it out, else with its
 * Beschluss, else with the gap itself; a group with the Beschluss that founded it, else with the gap.
 */
export function ketteVon(k: Kettenstoff): Glied {
  const hat = (all: readonly { readonly id: string }[], id: string | null) => all.some((one) => one.id === id);
  const massnahmen = (of: (m: Kettenstoff["massnahmen"][number]) => boolean) =>
    k.massnahmen.filter(of).map((m) =>
      glied(
        m,
        5,
        k.indikatoren.filter(({ massnahmeId }) => massnahmeId === m.id).map((one) => glied(one, 6, [])),
      ),
    );
  const inGruppe = ({ gruppeId }: Kettenstoff["massnahmen"][number]) => hat(k.gruppen, gruppeId);
  const gruppen = (of: (g: Kettenstoff["gruppen"][number]) => boolean) =>
    k.gruppen.filter(of).map((g) =>
      glied(
        g,
        4,
        massnahmen(({ gruppeId }) => gruppeId === g.id),
      ),
    );
  const beschluesse = (of: (b: Kettenstoff["beschluesse"][number]) => boolean) =>
    k.beschluesse
      .filter(of)
      .map((b) =>
        glied(b, 3, [
          ...gruppen(({ beschlussId }) => beschlussId === b.id),
          ...massnahmen((m) => !inGruppe(m) && m.beschlussId === b.id),
        ]),
      );
  return glied(k.meldungen, 0, [
    glied(k.luecke, 1, [
      ...k.tops.map((top) =>
        glied(
          top,
          2,
          beschluesse(({ topId }) => topId === top.id),
        ),
      ),
      ...beschluesse(({ topId }) => !hat(k.tops, topId)),
      ...gruppen(({ beschlussId }) => !hat(k.beschluesse, beschlussId)),
      ...massnahmen((m) => !inGruppe(m) && !hat(k.beschluesse, m.beschlussId)),
    ]),
  ]);
}

/** Every link of a chain, from the left. */
export const alleGlieder = (one: Glied): Glied[] => [one, ...one.folgt.flatMap(alleGlieder)];

/** The chain in one sentence, for whoever does not see the picture. */
export function ketteInWorten(one: Glied): string {
  const count = (art: number) => alleGlieder(one).filter((link) => link.art === art).length;
  const parts = GLIEDER.map((word, art) => ({ word, n: count(art) })).filter(({ n }) => n > 0);
  return `${parts.map(({ word, n }) => (n === 1 ? word : `${word} (${n})`)).join(" → ")}. Alles steht darunter als Liste.`;
}
