import { monateSpaeter } from "../../../platform/span.ts";

/** What a file says that the rules ask for; nothing else of it. Days are ISO. */
export type Tatsachen = {
  readonly aufenthalte: readonly Zeit<"status">[];
  readonly leistungen: readonly Zeit<"art">[];
  readonly werdegang: readonly (Zeit<"art"> & { readonly stand: string | null })[];
  /** German by skill, A1 = 1 … C2 = 6; null where nobody said. */
  readonly deutsch: {
    readonly muendlich: number | null;
    readonly alles: number | null;
    readonly zertifikat: boolean;
  } | null;
  /** A day, or only a year. */
  readonly geburt: string | null;
  /** `2022` or `2022-03`. */
  readonly inDeutschlandSeit: string | null;
  /** Kinds of documents with the last day they hold; null where nobody said one. */
  readonly dokumente: ReadonlyMap<string, string | null>;
};

export type Zeit<K extends string> = Readonly<Record<K, string>> & {
  readonly von: string | null;
  readonly bis: string | null;
};

/** Whether something holds on a day; without a first day it always did. */
export const gilt = ({ von, bis }: Pick<Zeit<never>, "von" | "bis">, tag: string): boolean =>
  (von === null || von <= tag) && (bis === null || bis >= tag);

/** Whole months from one day to another. */
export function volleMonate(von: string, bis: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const between = months(bis) - months(von);
  return monateSpaeter(von, between) <= bis ? between : between - 1;
}

/** Years and months in words. */
export function dauerText(monate: number): string {
  const [jahre, rest] = [Math.floor(monate / 12), monate % 12];
  const j = jahre === 1 ? "1 Jahr" : `${String(jahre)} Jahre`;
  const m = rest === 1 ? "1 Monat" : `${String(rest)} Monate`;
  if (jahre === 0) return m;
  return rest === 0 ? j : `${j} und ${m}`;
}
