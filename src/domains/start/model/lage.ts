/** Something to do or to know, and where; `wer`: what people called it that it is about. */
export type Punkt = { readonly text: string; readonly href: string; readonly wer?: string };

/** One figure of one's own work. */
export type Zahl = { readonly label: string; readonly wert: string; readonly dazu?: string };

/** What a part of the work has to say on the first page. */
export type Lage = {
  readonly tun: readonly Punkt[];
  readonly neu: readonly Punkt[];
  readonly zahlen: readonly Zahl[];
};

/** What several parts of the work say together, in their order. */
export const zusammen = (lagen: readonly Lage[]): Lage => ({
  tun: lagen.flatMap(({ tun }) => tun),
  neu: lagen.flatMap(({ neu }) => neu),
  zahlen: lagen.flatMap(({ zahlen }) => zahlen),
});
