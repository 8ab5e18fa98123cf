import { type Tagregel, beratungstag, geburtstag } from "../zeilen/datum.ts";
import { isLeer } from "../zeilen/felder.ts";
import { personAus, personenIn } from "../zeilen/namen.ts";
import type { Namensperson } from "../zeilen/typen.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { interpretMehrere } from "../woerter/mehrere.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Zuweisungsspalte } from "./kopf.ts";
import type { Zugewiesen, ZugewiesenerHaushalt } from "./typen.ts";

/** What the rows of a sheet are read with. `heute` (ISO): nobody is born later; it says the year where a day has none. */
export type Zeilenregel = {
  readonly verzeichnis: Verzeichnis;
  readonly spalten: readonly Zuweisungsspalte[];
  readonly heute: string;
  readonly ab1904: boolean;
};

/** A row of people. `haushalt` is the list's own mark of it, as a key. */
export type Menschenzeile = Omit<ZugewiesenerHaushalt, "nrs"> & { readonly haushalt: string | null };

const NO_NAME = { vorname: "", nachname: "" };
/** So many belong to one household at most; a larger number is none. */
export const MOST = 30;

const ankunftRegel = ({ heute, ab1904 }: Zeilenregel): Tagregel => ({
  folge: "tmj",
  heute: null,
  ab1904,
  kontext: {
    kommune: null,
    jahr: Number(heute.slice(0, 4)),
    jahre: null,
    schuljahr: false,
    zeitraum: null,
    blattname: null,
    woher: { kommune: null, zeit: null },
  },
});

type Feld = Zuweisungsspalte["bedeutung"];

/** The cells of a row by what their column means. What is kept as text is a hint, in the words of the list. */
function zellenOf(zellen: readonly Zelle[], spalten: readonly Zuweisungsspalte[]) {
  const hinweise: string[] = [];
  const column = (feld: Feld) => spalten.find(({ bedeutung }) => bedeutung === feld);
  const zelle = (feld: Feld): Zelle => zellen[column(feld)?.index ?? -1] ?? null;
  const text = (feld: Feld): string => {
    const said = zellText(zelle(feld));
    return isLeer(said) ? "" : said;
  };
  const keep = (feld: Feld): void => {
    hinweise.push(`${column(feld)?.kopf ?? ""}: ${text(feld)}`);
  };
  return {
    kopf: (feld: Feld): string => column(feld)?.kopf ?? "",
    text,
    zelle,
    keep,
    /** What a cell stands for, and kept as text where that is nothing. */
    found<T>(feld: Feld, read: (cell: string) => T | null | undefined): T | null {
      const cell = text(feld);
      const value = cell === "" ? null : (read(cell) ?? null);
      if (value === null && cell !== "") keep(feld);
      return value;
    },
    /** All hints, with what stands in columns that nobody knows, and beside the columns of the head. */
    hinweise(): string[] {
      zellen.forEach((one, i) => {
        const spalte = spalten.find(({ index }) => index === i);
        const said = zellText(one);
        if (isLeer(said)) return;
        if (spalte === undefined) hinweise.push(said);
        else if (spalte.bedeutung === "anderes") hinweise.push(`${spalte.kopf}: ${said}`);
      });
      return hinweise;
    },
  };
}
type Zellen = ReturnType<typeof zellenOf>;

/** Longer is no number and no address. */
const LONGEST_KONTAKT = 100;

/** What the row says of everybody in it. */
function angabenIn(cells: Zellen, verzeichnis: Verzeichnis) {
  const staatsangehoerigkeit = cells.found("herkunft", (cell) => {
    const code = verzeichnis.sicher("herkunft", cell)?.code;
    return code?.startsWith("gruppe:") === true ? null : code;
  });
  const sprache = cells.found("sprache", (cell) => {
    const words = interpretMehrere((art, wort) => verzeichnis.sicher(art, wort), "sprache", cell);
    const code = words.find(({ deutung }) => deutung?.code != null)?.deutung?.code;
    // The first one is taken; that there are more is said.
    if (code !== undefined && words.length > 1) cells.keep("sprache");
    return code;
  });
  const kontakt = cells.found("kontakt", (cell) => (cell.length <= LONGEST_KONTAKT ? cell : null));
  return { staatsangehoerigkeit, sprache, kontakt };
}

/** Reads one row. Undefined where it tells of nobody: no name, no birth date, no number and no household. What is not understood stays text. */
export function readZeile(zellen: readonly Zelle[], regel: Zeilenregel): Menschenzeile | undefined {
  const { spalten, verzeichnis, heute, ab1904 } = regel;
  const cells = zellenOf(zellen, spalten);
  const geburtsdatum = cells.found("geburtsdatum", () => {
    const day = geburtstag(cells.zelle("geburtsdatum"), heute, "tmj", ab1904);
    return "tag" in day ? day.tag : null;
  });
  const ankunft = cells.found("ankunft", () => {
    const day = beratungstag(cells.zelle("ankunft"), ankunftRegel(regel));
    return "tag" in day ? day.tag : null;
  });
  const anzahl = cells.found("anzahl", () => {
    const n = zahlVon(cells.zelle("anzahl"));
    return n !== undefined && Number.isInteger(n) && n >= 1 && n <= MOST ? n : null;
  });
  const namen = namenIn(cells, geburtsdatum);
  const haushalt = schluessel(cells.text("haushalt")) || null;
  if (namen.length === 0 && geburtsdatum === null && anzahl === null && haushalt === null) return undefined;
  // Nothing but a name may as well be a remark across the sheet.
  if (spalten.length > 2 && zellen.filter((one) => zellText(one) !== "").length === 1) return undefined;
  const ags = cells.found("kommune", (cell) => verzeichnis.sicher("kommune", cell)?.code);
  const about = angabenIn(cells, verzeichnis);
  const hinweise = cells.hinweise();
  const hinweis = hinweise.length === 0 ? null : hinweise.join("\n");
  // A row with a number and no name is the household and nobody in particular.
  const niemand = namen.length === 0 && geburtsdatum === null && anzahl !== null;
  const nothing = niemand && hinweis === null && about.staatsangehoerigkeit === null;
  const wer = namen.length === 0 ? [{ ...NO_NAME, geburtsdatum }] : namen;
  const menschen = nothing
    ? []
    : wer.map((one): Zugewiesen => {
        const { vorname, nachname, geburtsdatum: born } = one;
        return { vorname, nachname, geburtsdatum: born, ...about, hinweis };
      });
  const ort = [cells.text("unterkunft"), cells.text("anschrift")].filter((one) => one !== "");
  return {
    haushalt,
    menschen,
    anzahl: Math.max(anzahl ?? 1, menschen.length),
    ags,
    unterkunft: ort.length === 0 ? null : ort.join(", "),
    ankunft,
  };
}

function namenIn({ text, kopf }: Zellen, geburt: string | null): readonly Namensperson[] {
  const [vorname, nachname, whole] = [text("vorname"), text("nachname"), text("name")];
  if (vorname !== "" || nachname !== "") return personAus(vorname, nachname === "" ? whole : nachname, geburt);
  return personenIn(whole, kopf("name"), geburt);
}
