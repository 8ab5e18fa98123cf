import { z } from "zod";

/** Whose records a list shows: one's own where nothing is said, those of one account, or of all that one acts for today. */
export const Wessen = z.union([z.literal("alle"), z.uuid()]).optional();
export type Wessen = z.output<typeof Wessen>;

type Handelnd = { readonly kontoId: string; readonly konten: readonly string[] };

/** The accounts that are meant; the wall lets through only those that one may act for. */
export const kontenDer = (actor: Handelnd, wessen: Wessen): readonly string[] =>
  wessen === "alle" ? actor.konten : [wessen ?? actor.kontoId];

type Person = { readonly id: string; readonly name: string };

/** What a list offers to whoever stands in for somebody; `href`: the same list of others. Nothing where there is nobody. */
export function wessenWahl(fuer: readonly Person[], wessen: Wessen, href: (wessen: Wessen) => string) {
  const items = [
    { label: "meine", of: undefined },
    { label: "alle, für die ich handle", of: "alle" },
    ...fuer.map(({ id, name }) => ({ label: `in Vertretung für ${name}`, of: id })),
  ];
  return fuer.length === 0 ? [] : items.map(({ label, of }) => ({ label, href: href(of), current: of === wessen }));
}

type Ueberschrift = { readonly eigene: string; readonly vertretung: string };

/** What such a list is called: by whose it is. */
export const wessenTitel = (wessen: Wessen, { eigene, vertretung }: Ueberschrift): string =>
  wessen === undefined ? eigene : wessen === "alle" ? "Alle, für die Sie handeln" : vertretung;

/** Whose a row is, where a list is over several accounts; undefined where it is over one, which its title says. */
export function wessenAkte(fuer: readonly Person[], wessen: Wessen) {
  if (wessen !== "alle") return undefined;
  const names = new Map(fuer.map(({ id, name }) => [id, name]));
  return ({ kontoId }: { readonly kontoId: string }): string => names.get(kontoId) ?? "mir";
}
