/** Where a Kommune lies in a map of tiles: column and row from 0, and a name short enough for a tile. */
export type Kachel = { readonly ags: string; readonly kurz: string; readonly spalte: number; readonly zeile: number };

const kachel = (ags: string, kurz: string, spalte: number, zeile: number): Kachel => ({ ags, kurz, spalte, zeile });

/** By Kreis: roughly as they lie to each other, north above. A Kreis without tiles gets a ranked list. */
const KACHELN: Readonly<Record<string, readonly Kachel[]>> = {
  "05382": [
    kachel("05382028", "Lohmar", 2, 0),
    kachel("05382036", "Much", 3, 0),
    kachel("05382040", "Neunk.-S.", 4, 0),
    kachel("05382052", "Ruppichter.", 5, 0),
    kachel("05382044", "Niederkassel", 0, 1),
    kachel("05382068", "Troisdorf", 1, 1),
    kachel("05382060", "Siegburg", 2, 1),
    kachel("05382020", "Hennef", 3, 1),
    kachel("05382016", "Eitorf", 4, 1),
    kachel("05382076", "Windeck", 5, 1),
    kachel("05382012", "Bornheim", 0, 2),
    kachel("05382056", "St. Augustin", 1, 2),
    kachel("05382024", "Königswinter", 2, 2),
    kachel("05382008", "Bad Honnef", 3, 2),
    kachel("05382004", "Alfter", 0, 3),
    kachel("05382072", "Wachtberg", 1, 3),
    kachel("05382064", "Swisttal", 0, 4),
    kachel("05382032", "Meckenheim", 1, 4),
    kachel("05382048", "Rheinbach", 0, 5),
  ],
};

/** The tiles of a Kreis; undefined where nobody laid them out. */
export const kachelnOf = (kreis: string): readonly Kachel[] | undefined => KACHELN[kreis];
