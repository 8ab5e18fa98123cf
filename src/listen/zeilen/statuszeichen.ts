import type { Spalte } from "../erkennen/typen.ts";
import { zahlVon } from "../erkennen/werte.ts";
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
/** “erledigt” below “wie weiter” tells of what was to be done next. */
const WEITER = /weiter|naechst|folge|verbleib|vereinbart|todo|to do|aufgabe|wiedervorlage/;
const NENNT_BERATUNG = /^\w*beratung(?:en|sgespraech|stermin)?$/;
/** “HB Fam. Muster: Kita” below each other: two or three capitals that say what kind of entry it is. */
const VORSATZ = /^\p{Lu}{2,3}$/u;
const VORSATZ_MOSTLY = 0.6;
function vorsatzIn(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
  return spalten
    .filter(({ bedeutung }) => bedeutung === "thema")
    .flatMap((spalte) => {
      const told = rows.map(({ zellen }) => zellText(zellen[spalte.index])).filter((text) => text !== "");
      const begins = told.flatMap((text) => (/\s/u.test(text) ? (text.split(/\s/u, 1)[0] ?? "") : []));
      const [wort, same] = [...Map.groupBy(begins, (word) => word)].toSorted(
        (a, b) => b[1].length - a[1].length,
      )[0] ?? ["", []];
      const often = same.length >= LEAST && same.length >= told.length * VORSATZ_MOSTLY && same.length < told.length;
      return often && VORSATZ.test(wort) ? [{ spalte, wort }] : [];
    });
}

const KEINE_DAUER = "Die Dauer ist 0. Kam die Beratung zustande?";
const LEAST = 4;
const MOSTLY = 0.6;
const isBeratung = (text: string): boolean => BERATUNG.test(schluessel(text));
const BERATUNG = /^(?:\w*beratung(?:en|sgespraech|stermin)?|erledigt|erl|stattgefunden|durchgefuehrt|wahrgenommen)$/;

/** Finds rows that a list gives another state than most, by a sign that it does not explain, or calls something else than consultations. */
export class Statuszeichen {
  private readonly seltene: readonly { readonly spalte: Spalte; readonly texte: ReadonlySet<string> }[];

  /** Columns that say of each entry whether it was a consultation: “Beratung”, “Dienst”, “privat”. */
  private readonly arten: readonly Spalte[];

  /** How long each took, where hardly any took no time at all. */
  private readonly dauer: Spalte | undefined;
  /** A short form that begins most entries of a column. */
  private readonly vorsatz: readonly { readonly spalte: Spalte; readonly wort: string }[];
  private readonly meist: readonly Spalte[];

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const themen = spalten.filter(({ bedeutung }) => bedeutung === "thema").length;
    const unknown = spalten.filter(
      ({ bedeutung, entschieden }) => !entschieden && (bedeutung === "ohne" || (bedeutung === "thema" && themen > 1)),
    );
    this.arten = unknown.filter(({ index, wort }) => {
      const texts = rows.map(({ zellen }) => zellText(zellen[index]));
      return (
        texts.some((text) => NENNT_BERATUNG.test(schluessel(text))) ||
        (texts.some(isBeratung) && !WEITER.test(schluessel(wort)))
      );
    });
    // Where most entries are called a consultation, each other one is called something else.
    this.meist = this.arten.filter(({ index }) => {
      const told = rows.map(({ zellen }) => schluessel(zellText(zellen[index]))).filter((text) => text !== "");
      return told.length >= LEAST && told.filter((text) => NENNT_BERATUNG.test(text)).length >= told.length * MOSTLY;
    });
    const lengths = spalten.find(({ bedeutung }) => bedeutung === "dauer");
    const told = rows.flatMap(({ zellen }) => zahlVon(zellen[lengths?.index ?? -1]) ?? []);
    this.dauer = told.filter((n) => n === 0).length <= told.length * SELTEN ? lengths : undefined;
    this.vorsatz = vorsatzIn(spalten, rows);
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
    const { dauer } = this;
    if (dauer !== undefined && zahlVon(cells[dauer.index]) === 0)
      return { ...problem(dauer, cells[dauer.index], KEINE_DAUER), doch: true };

    for (const { spalte, wort } of this.vorsatz) {
      const text = zellText(cells[spalte.index]);
      const grund = `Die meisten Einträge beginnen mit „${wort}“, dieser nicht. War es eine Beratung?`;
      if (text !== "" && text.split(/\s/u, 1)[0] !== wort) return { ...problem(spalte, text, grund), doch: true };
    }
    for (const spalte of this.arten) {
      const zelle = cells[spalte.index] ?? null;
      const grund = `Unter „${spalte.kopf}“ steht bei anderen, dass es eine Beratung war, hier nicht. War es eine?`;
      const text = schluessel(zellText(zelle));
      const other = this.meist.includes(spalte) && !isBeratung(text) && !KONTAKT.test(text);
      if (other || isAnderes(spalte, text)) return { ...problem(spalte, zelle, grund), doch: true };
    }
    for (const { spalte, texte } of this.seltene) {
      const text = zellText(cells[spalte.index]);
      const grund = `Was „${text}“ unter „${spalte.kopf}“ heißt, steht nicht in der Liste. Zählt die Zeile?`;
      if (texte.has(text)) return { ...problem(spalte, text, grund), doch: true };
    }
    return null;
  }
}
