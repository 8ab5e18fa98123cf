import { schluessel } from "./schluessel.ts";
import type { Deutung } from "./verzeichnis.ts";

/** A theme among the words of a cell; `davor` is the key of the words between it and the one before. */
export type Fund = { readonly wort: string; readonly deutung: Deutung; readonly davor: string };

/** Between two words: the second one tells which of the first, and is no theme of its own: “Arbeit in der Pflege”. */
const BINDET =
  /^(?:als|im|in|in der|in die|in einer|in einem|bei|beim|bei der|bei einem|bei einer|zur|zum|an der|an einer|am|auf dem)$/;

/** For whom or what it is: a matter of its own, or none; nobody can tell. “Wohnung für Azubi”, “Deutschkurs für Mütter mit Kita”. */
const FUER = /^(?:fuer|f)(?: |$)/;

/** With what: “Sprachkurs mit Kinderbetreuung” is about the course; of others nobody can tell. */
const MIT = /^mit(?: |$)/;

/** The office that holds courses is no matter of its own beside one: “Sprachkurs BAMF”. */
const KURSAMT = /^(?:bamf|bundesamt(?: fuer migration(?: und fluechtlinge)?)?)$/;
const isKursamt = (a: Fund, b: Fund): boolean => KURSAMT.test(schluessel(a.wort)) && b.deutung.code === "sprache";

/** To whom something is owed is no matter of its own: “Schulden Stadtwerke”. “Schulden Miete” is asked about. */
const SCHULDEN =
  /^(?:\w*schulden|rueckstand|rueckstaende|\w*rueckstand|mahnung(?:en)?|inkasso|pfaendung|ratenzahlung)$/;
const GLAEUBIGER =
  /^(?:stadtwerke?|strom\w*|energie\w*|gas|gasversorger|versorger|wasserwerk|rwe|eon|e on|telekom|vodafone|gez|handy\w*|bank|sparkasse)$/;

/** Work whose name is followed by its field: “Ausbildung Pflege”, “Praktikum Kita”. */
const BERUF =
  /^(?:ausbildung|ausbildungsplatz|ausbildungsplatzsuche|ausbildungsstelle|ausbildungssuche|umschulung|weiterbildung|praktikum|praktika|praktikumsplatz|praktikumssuche|hospitation|probearbeiten|minijob|nebenjob|job|jobs|jobsuche|jobangebot|stelle|stellensuche|stellenangebot|arbeitsstelle|arbeitsplatz|fsj|bfd|bundesfreiwilligendienst|quereinstieg)$/;
const BEWERBUNG = /^(?:bewerbung|bewerbungen|bewerbungsschreiben|vorstellungsgespraech|anschreiben)$/;
/** Beside it another word may be the field, or a matter of its own. */
const ARBEIT = /^(?:arbeit|arbeiten|arbeitssuche|arbeitsuche|beruf|berufswahl)$/;

/** Where people work as well. */
const FELD = new Set(["gesundheit", "bildung_0_6"]);
const ARBEITSFELD = "arbeit";
const BILDUNG = new Set(["schule", "bildung_0_6"]);

/** Evenings and talks with parents are held at schools and kindergartens alike. */
const ELTERN = /^eltern(?:abend|gespraech|sprechtag|versammlung|beirat|brief)(?:e|s|en)?$/;
const isElternsache = (a: Fund, b: Fund): boolean =>
  b.davor === "" && ELTERN.test(schluessel(a.wort)) && BILDUNG.has(b.deutung.code ?? "");

export const isBerufswort = (wort: string): boolean => {
  const key = schluessel(wort);
  return BERUF.test(key) || BEWERBUNG.test(key) || ARBEIT.test(key);
};

/** What a word and its neighbour, one of which is of work, say together: the work alone, both of them, or nobody can tell. */
function zusammen(beruf: string, code: string | null): "beruf" | "beide" | "unklar" {
  const key = schluessel(beruf);
  const isFeld = FELD.has(code ?? "");
  if (BERUF.test(key)) return isFeld ? "beruf" : code === "schule" ? "unklar" : "beide";
  // “Bewerbung Wohnung” is about the flat, “Bewerbung Kita” about a job or a place.
  if (BEWERBUNG.test(key)) return code === "gesundheit" ? "beruf" : "unklar";
  return ARBEIT.test(key) && (isFeld || code === "schule") ? "unklar" : "beide";
}

/**
 * Leaves out themes that only tell more of the one beside them; null where nobody can tell whether they do. In German the first
 * of two nouns is it (“Ausbildung Pflege”), unless the second names the work (“Pflege Ausbildung”).
 */
export function ohneBestimmung(found: readonly Fund[]): readonly Fund[] | null {
  const kept: Fund[] = [];
  for (const fund of found) {
    const last = kept.at(-1);
    if (last === undefined || last.deutung.code === fund.deutung.code) {
      kept.push(fund);
      continue;
    }
    if (BINDET.test(fund.davor)) {
      // “Elternabend in der Kita”: here the place says which of both it is.
      if (BILDUNG.has(last.deutung.code ?? "") && BILDUNG.has(fund.deutung.code ?? "")) return null;
      continue;
    }
    if (isKursamt(fund, last)) continue;
    if (fund.davor === "" && SCHULDEN.test(schluessel(last.wort))) {
      if (GLAEUBIGER.test(schluessel(fund.wort))) continue;
      if (fund.deutung.code === "wohnen") return null;
    }
    if (isKursamt(last, fund) || isElternsache(last, fund)) {
      kept.splice(-1, 1, fund);
      continue;
    }
    if (MIT.test(fund.davor)) {
      if (last.deutung.code === "sprache" && fund.deutung.code === "bildung_0_6") continue;
      return null;
    }
    if (FUER.test(fund.davor)) return null;
    const [first, second] = [isBerufswort(last.wort), isBerufswort(fund.wort)];
    const isWork = (one: Fund) => one.deutung.code === ARBEITSFELD;
    const urteil =
      fund.davor !== ""
        ? "beide"
        : first && isWork(last)
          ? zusammen(last.wort, fund.deutung.code)
          : second && isWork(fund)
            ? zusammen(fund.wort, last.deutung.code)
            : "beide";
    if (urteil === "unklar") return null;
    if (urteil === "beide") kept.push(fund);
    else if (!first) kept.splice(-1, 1, fund);
  }
  return kept;
}
