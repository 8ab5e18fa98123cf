import type { Tx } from "../../../platform/db.ts";
import { zeilenIn } from "../model/blatt.ts";
import { fallzahlenOf } from "../model/fallzahlen.ts";
import type { Kennzahlen, Zaehlung, Zeitraum } from "../model/kennzahlen.ts";
import { istKalenderspanne, unbrauchbar } from "../model/zeitraum.ts";
import { laenge } from "../model/zelle.ts";
import { blaetterFuer } from "./blaetter.ts";
import { type Personen, personenIn } from "./personen-in.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";
import { type Zahlenstand, standOf, zahlenstand } from "./zahlenstand.ts";

type Row = { readonly art: string; readonly kode: string; readonly anzahl: number };
type Wish = Zeitraum & { readonly traegerId?: string | undefined };

/**
 * The figures of whole months (ISO days) from the rollups, as they are counted; of one Träger where it is named. For a Träger's
 * own view only: everything above it is told by `genannte`.
 * @throws Error when the days are no whole months; `unbrauchbar` tells people
 */
export async function kennzahlen(tx: Tx, { traegerId, ...zeitraum }: Wish): Promise<Kennzahlen> {
  const stand = await zahlenstand(tx);
  const [figures] = await kennzahlenAller(tx, stand, [zeitraum], traegerId);
  if (figures === undefined) throw new Error("A span has figures.");
  return { ...figures, stand: standOf(stand) };
}

/**
 * The same for several spans, which may overlap, in their order; without saying up to when.
 * @param stand read before, in this transaction
 */
export async function kennzahlenAller(
  tx: Tx,
  stand: Zahlenstand,
  zeitraeume: readonly Zeitraum[],
  traegerId?: string,
): Promise<readonly Kennzahlen[]> {
  const wrong = zeitraeume.map((z) => unbrauchbar(z)).find((one) => one !== undefined);
  if (wrong !== undefined) throw new Error(wrong);
  const spans = zeitraeume.map(({ von, bis }) => ({ von, bis }));
  return gezaehlte(tx, stand, spans, traegerId ?? null);
}

const gezaehlte = jeZaehlung(
  200,
  async (tx, stand: Zahlenstand, spans: readonly Zeitraum[], own: string | null): Promise<readonly Kennzahlen[]> => {
    const [blaetter, personen] = [await blaetterFuer(tx, stand, spans), await personenIn(tx, stand, spans)];
    const byNr = Map.groupBy(personen, ({ nr }) => nr);
    return spans.map((zeitraum, i) => {
      const rows = zeilenIn(blaetter, zeitraum, own ?? undefined).map(([art, kode, anzahl]) => ({ art, kode, anzahl }));
      return kennzahlenOf(zeitraum, own, [...rows, ...jeArt(byNr.get(i + 1) ?? [], own)]);
    });
  },
);

/** Persons and households of a period by kind, of one Träger where it is named. */
function jeArt(personen: readonly Personen[], own: string | null): Row[] {
  const mine = personen.filter(({ traegerId }) => own === null || traegerId === own);
  return [...Map.groupBy(mine, ({ art }) => art)].map(([art, of]) => ({
    art: `personen_${art}`,
    kode: "",
    anzahl: of.reduce((sum, { anzahl }) => sum + anzahl, 0),
  }));
}

const NONE: Zaehlung = {};
const sumOf = (counts: Zaehlung): number => Object.values(counts).reduce<number>((sum, n) => sum + laenge(n), 0);

export function kennzahlenOf(zeitraum: Zeitraum, traegerId: string | null, rows: Row[]): Kennzahlen {
  const byArt = Map.groupBy(rows, (row) => row.art);
  const of = (art: string): Zaehlung =>
    byArt.has(art) ? Object.fromEntries((byArt.get(art) ?? []).map((r) => [r.kode, r.anzahl])) : NONE;
  const single = (art: string): number => byArt.get(art)?.[0]?.anzahl ?? 0;
  const persons = (art: string) => (istKalenderspanne(zeitraum) ? single(`personen_${art}`) : null);
  return {
    zeitraum,
    traegerId,
    stand: null,
    ab: 1,
    zuKlein: [],
    aufgeteilt: true,
    kontakte: single("kontakte"),
    beratungen: single("beratungen"),
    ausSummen: single("aus_summen"),
    einzelne: single("beratungen") - single("aus_summen"),
    personen: persons("beratung"),
    faelle: fallzahlenOf(of, { personen: persons("fall"), haushalte: persons("haushalt") }),
    themen: of("thema"),
    mitThema: single("mit_thema"),
    themenEinzeln: of("thema_einzeln"),
    nichtZugeordnet: single("nicht_zugeordnet"),
    nennungen: single("nicht_zugeordnet") + sumOf(of("thema")),
    kommunen: of("kommune"),
    monate: of("monat"),
    neuzuweisungen: single("neuzuweisung"),
    neuzuweisungGrundlage: single("neuzuweisung_grundlage"),
    merkmale: {
      stufe: of("stufe"),
      kontaktweg: of("kontaktweg"),
      sprache: of("sprache"),
      verstaendigung: of("verstaendigung"),
      ergebnis: of("ergebnis"),
      herkunftsgruppe: of("herkunftsgruppe"),
      altersgruppe: of("altersgruppe"),
    },
  };
}
