import { isoTag } from "../erkennen/monate.ts";
import { isSerienzahl } from "../erkennen/profil.ts";
import { type Jahresregel, datumsteile, tagVonTeilen } from "../erkennen/tage.ts";
import type { Datumsfolge, Kontext } from "../erkennen/typen.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { tagVonSerienzahl } from "../leser/serienzahl.ts";
import { type Zelle, tagText } from "../leser/zelle.ts";
import type { Pivotstand } from "./pivotstand.ts";
import type { Zeichenregel } from "./zeichen.ts";
import type { Zeitfolge } from "./zeitfolge.ts";

/** A day, or a German sentence why a cell is none. */
export type Tagwert = { readonly tag: string } | { readonly fehler: string };

/** Consultations before are older than the programme; the database refuses them too. */
const FIRST_DAY = "2015-01-01";
const FIRST_BIRTH = "1900-01-01";

/** How days of a table are read. `heute` (ISO) is the last possible day, null to allow any. */
export type Tagregel = {
  readonly folge: Datumsfolge;
  readonly kontext: Kontext;
  /** Name of the sheet, where it says who counselled or whom. */
  readonly blatt?: string;
  readonly heute: string | null;
  /** Days without a format count from 1904. */
  readonly ab1904?: boolean;
  /** What the row's neighbours say of its year; null where nobody can tell. */
  readonly jahrDerZeile?: number | null | undefined;
  readonly folgen?: Zeitfolge;
  readonly zeichen?: Zeichenregel;
  /** What stands above the row in a pivot table. */
  readonly pivot?: Pivotstand | null;
};

function readTag(zelle: Zelle | undefined, folge: Datumsfolge, regel: Jahresregel, ab1904 = false): Tagwert {
  if (zelle === null || zelle === undefined) return { fehler: "Das Datum fehlt." };
  if (typeof zelle === "object") {
    if (zelle.art === "tag") return zelle;
    return {
      fehler:
        zelle.art === "fehler" ? `In der Zelle steht der Fehler ${zelle.wert}.` : "Das ist eine Uhrzeit, kein Datum.",
    };
  }
  if (typeof zelle === "boolean") return { fehler: "Das ist kein Datum." };
  const teile = typeof zelle === "string" ? datumsteile(zelle) : undefined;
  if (teile !== undefined) return tagVonTeilen(teile, folge, regel);
  const number = zahlVon(zelle);
  const day = number === undefined ? undefined : Math.floor(number);
  if (isSerienzahl(day)) return { tag: tagVonSerienzahl(day, ab1904) ?? "" };
  const compact = day === undefined ? undefined : datumsteile(String(day));
  return compact === undefined ? { fehler: `„${zelle}“ ist kein Datum.` } : tagVonTeilen(compact, folge, regel);
}

/** The day of a consultation. A mere number under “Tag” is a day of the sheet's month. */
export function beratungstag(zelle: Zelle | undefined, { folge, kontext, heute, ab1904 }: Tagregel): Tagwert {
  const number = zahlVon(typeof zelle === "string" ? zelle.replace(/^(\d{1,2})\.$/u, "$1") : zelle);
  const month = kontext.zeitraum?.von.slice(0, 7) === kontext.zeitraum?.bis.slice(0, 7) ? kontext.zeitraum : null;
  const found =
    month != null && number !== undefined && Number.isInteger(number) && number >= 1 && number <= 31
      ? dayOfMonth(month.von, month.bis, number)
      : tagImSchuljahr(zelle, folge, kontext, ab1904);
  if ("fehler" in found) return found;
  if (found.tag < FIRST_DAY) return { fehler: `Der ${tagText(found.tag)} liegt vor 2015. Prüfen Sie das Jahr.` };
  if (heute !== null && found.tag > heute) return { fehler: `Der ${tagText(found.tag)} liegt in der Zukunft.` };
  return found;
}

/** A day without a year below “Schuljahr 2023/24” or “Winter 2024/25”: from August on it is one of the first year. */
function tagImSchuljahr(
  zelle: Zelle | undefined,
  folge: Datumsfolge,
  { jahr, jahre, schuljahr, zeitraum }: Kontext,
  ab1904 = false,
): Tagwert {
  const of = (year: number | null) => readTag(zelle, folge, { jahr: year, bis: 2099 }, ab1904);
  if (jahr !== null || jahre === null) return of(jahr);
  const [first, second] = jahre;
  if (!schuljahr) {
    // “November 2023 – Februar 2024”: only one of both years puts the day between them.
    const within = [first, second].map(of).filter((one) => "tag" in one && isIn(one.tag, zeitraum));
    return within.length === 1 && within[0] !== undefined ? within[0] : of(null);
  }
  const found = of(first);
  return "tag" in found && found.tag.startsWith(`${first}-`) && Number(found.tag.slice(5, 7)) < SCHOOL_BEGINS
    ? of(second)
    : found;
}
const SCHOOL_BEGINS = 8;
const isIn = (tag: string, zeitraum: Kontext["zeitraum"]): boolean =>
  zeitraum !== null && tag >= zeitraum.von && tag <= zeitraum.bis;

function dayOfMonth(von: string, bis: string, day: number): Tagwert {
  const tag = isoTag(Number(von.slice(0, 4)), Number(von.slice(5, 7)), day);
  return tag > bis ? { fehler: `Einen ${day}. hat dieser Monat nicht.` } : { tag };
}

/** A birth date that must lie before the consultation. Two digits of a year are the last century when they can be. */
export function geburtstag(zelle: Zelle | undefined, am: string, folge: Datumsfolge, ab1904 = false): Tagwert {
  const found = readTag(zelle, folge, { jahr: null, bis: Number(am.slice(0, 4)) }, ab1904);
  if ("fehler" in found) return found;
  if (found.tag > am) return { fehler: "Das Geburtsdatum liegt nach der Beratung." };
  return found.tag < FIRST_BIRTH ? { fehler: "Das Geburtsjahr muss 1900 oder später sein." } : found;
}

/** A year of birth standing alone. */
export function geburtsjahr(zelle: Zelle | undefined): number | undefined {
  const number = zahlVon(zelle);
  return number !== undefined && Number.isInteger(number) && number >= 1900 && number < 2100 ? number : undefined;
}

/** Full years of life on a day; both ISO days (§§ 187, 188 BGB). */
export function lebensjahre(geburt: string, am: string): number {
  const years = Number(am.slice(0, 4)) - Number(geburt.slice(0, 4));
  return am.slice(5) < geburt.slice(5) ? years - 1 : years;
}
