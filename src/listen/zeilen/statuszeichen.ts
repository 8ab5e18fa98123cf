import type { Spalte } from "../erkennen/typen.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Heads below which programs keep in what state a record is. */
const STATUS = /^(?:stat|status|kz|kennz|kennzeichen|storno|stornokz|zustand|loeschkz)$/;
/** A sign whose meaning only the program knows. */
const ZEICHEN = /^[\p{L}\d]{1,2}$/u;
/** So many rows have another sign: it is the usual one. */
const SELTEN = 1 / 3;

/** Nothing, or what those who counsel do besides. */
const ANDERES = /^(?:dienst\w*|privat\w*|abwesend\w*|intern\w*|verwaltung|orga\w*|team\w*|gremi\w*)?$/;
/** Below such heads people write all they did: what is no contact with somebody is no consultation. */
const TAETIGKEIT = /^(?:art (?:der )?)?(?:taetigkeit(?:en|sart)?|aktivitaet(?:en)?|arbeitsart|einsatzart|was gemacht)$/;
const KONTAKT = /beratung|gespraech|telefonat|anruf|begleitung|hausbesuch|sprechstunde|klient|kontakt|vermittlung/;
const isAnderes = ({ wort }: Spalte, text: string): boolean =>
  ANDERES.test(text) || (TAETIGKEIT.test(schluessel(wort)) && !isBeratung(text) && !KONTAKT.test(text));
const isBeratung = (text: string): boolean => BERATUNG.test(schluessel(text));
const BERATUNG = /^(?:\w*beratung(?:en|sgespraech|stermin)?|erledigt|erl|stattgefunden|durchgefuehrt|wahrgenommen)$/;

/** Finds rows that a list gives another state than most, by a sign that it does not explain, or calls something else than consultations. */
export class Statuszeichen {
  private readonly seltene: readonly { readonly spalte: Spalte; readonly texte: ReadonlySet<string> }[];

  /** Columns that say of each entry whether it was a consultation: “Beratung”, “Dienst”, “privat”. */
  private readonly arten: readonly Spalte[];

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const themen = spalten.filter(({ bedeutung }) => bedeutung === "thema").length;
    const unknown = spalten.filter(
      ({ bedeutung, entschieden }) => !entschieden && (bedeutung === "ohne" || (bedeutung === "thema" && themen > 1)),
    );
    this.arten = unknown.filter(({ index }) => rows.some(({ zellen }) => isBeratung(zellText(zellen[index]))));
    const asked = spalten.filter(
      ({ wort, bedeutung, entschieden }) => bedeutung === "ohne" && !entschieden && STATUS.test(schluessel(wort)),
    );
    this.seltene = asked.flatMap((spalte) => {
      const told = rows.map(({ zellen }) => zellText(zellen[spalte.index])).filter((text) => ZEICHEN.test(text));
      const same = [...Map.groupBy(told, (text) => text)].filter(([, list]) => list.length <= told.length * SELTEN);
      return same.length === 0 ? [] : [{ spalte, texte: new Set(same.map(([text]) => text)) }];
    });
  }

  an(cells: readonly Zelle[]): Problem | null {
    for (const spalte of this.arten) {
      const zelle = cells[spalte.index] ?? null;
      const grund = `Unter „${spalte.kopf}“ steht bei anderen, dass es eine Beratung war, hier nicht. War es eine?`;
      if (isAnderes(spalte, schluessel(zellText(zelle)))) return { ...problem(spalte, zelle, grund), doch: true };
    }
    for (const { spalte, texte } of this.seltene) {
      const text = zellText(cells[spalte.index]);
      const grund = `Was „${text}“ unter „${spalte.kopf}“ heißt, steht nicht in der Liste. Zählt die Zeile?`;
      if (texte.has(text)) return { ...problem(spalte, text, grund), doch: true };
    }
    return null;
  }
}
