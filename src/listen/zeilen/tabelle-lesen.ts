import type { Kopf } from "../erkennen/spalten.ts";
import type { Tabelle } from "../erkennen/typen.ts";
import { isZwischentitel } from "../erkennen/titel.ts";
import { kontextVon } from "../erkennen/umgebung.ts";
import { type Blatt, type Blattzeile, type Zelle, spaltenIndex, zellText } from "../leser/zelle.ts";
import type { Tagregel } from "./datum.ts";
import { keineBeratung } from "./abwesend.ts";
import { readEinzeln } from "./einzeln.ts";
import { Spaltenplan } from "./spaltenplan.ts";
import type { Lese } from "./felder.ts";
import { koepfeVon, ohneDaten, ohneDatenGrund } from "./ohne-daten.ts";
import { kennungVon, kennungVorher, unterschied } from "./kennung.ts";
import { type Lauf, NONE, WEGGELASSEN, erledigt, leereZeile, shared, ungeklaert, zeilenName } from "./lauf.ts";
import { readStrichzeile } from "./strichliste.ts";
import { Summenprobe, quersumme } from "./summenprobe.ts";
import type { OffenesWort, Problem, Zeile } from "./typen.ts";
import { type Spaltenende, alleZellen, spaltenenden, zeilenZellen } from "./zellenden.ts";
import { Zeichenregel } from "./zeichen.ts";
import { OHNE_FOLGE, zeitfolge } from "./zeiten.ts";
import { Zugriff } from "./zugriff.ts";

/** Reads the rows of one table, in order. */
export class Tabellenleser {
  private readonly tabelle: Tabelle;
  private readonly lauf: Lauf;
  private readonly zugriff: Zugriff;
  private readonly plan: Spaltenplan;
  private readonly koepfe: readonly Kopf[];
  private readonly probe: Summenprobe;
  private readonly enden: readonly (Spaltenende | undefined)[];
  private regel: Tagregel;

  constructor(blatt: Blatt, tabelle: Tabelle, lauf: Lauf) {
    this.tabelle = tabelle;
    this.lauf = lauf;
    const { entscheidungen, heute } = lauf;
    const decided = entscheidungen.tabellen?.find((t) => t.tabelle === tabelle.schluessel);
    this.zugriff = new Zugriff(blatt, tabelle, entscheidungen.korrekturen ?? [], decided?.auffuellen ?? []);
    this.plan = new Spaltenplan(tabelle.spalten);
    this.koepfe = koepfeVon(tabelle.spalten);
    this.enden = spaltenenden(tabelle);
    this.probe = new Summenprobe(tabelle.spalten);
    const { kontext, datumsfolge, vonZeile, bisZeile } = tabelle;
    const rows = blatt.zeilen.filter(({ nr }) => nr >= vonZeile && nr <= bisZeile);
    const folgen = tabelle.art === "summen" ? zeitfolge(rows, this.plan, kontext) : OHNE_FOLGE;
    const zeichen = new Zeichenregel(rows, tabelle.spalten);
    this.regel = {
      folge: datumsfolge,
      kontext,
      blatt: tabelle.blatt,
      heute,
      folgen,
      zeichen,
      ab1904: blatt.ab1904 ?? false,
    };
  }

  lies(zeile: Blattzeile): Zeile {
    const read = this.gelesen(zeile);
    return this.isGenommen(zeile.nr) ? erledigt(read) : read;
  }

  private isGenommen(nr: number): boolean {
    return this.lauf.genommen.get(this.tabelle.schluessel)?.has(nr) === true;
  }

  private gelesen(zeile: Blattzeile): Zeile {
    const { art, blatt, spalten } = this.tabelle;
    const decided = this.lauf.zeilenentscheidungen.get(zeilenName(blatt, zeile.nr));
    const cells = this.zugriff.row(zeile);
    if (art === "keine" || art === "auswertung") return this.beiseite(zeile, art);
    const none = ohneDaten(cells, spalten, this.koepfe, art === "summen");
    const off = none === "summe" ? this.probe.summe(cells, blatt, zeile.nr) : NONE;
    this.lauf.abweichungen.push(...off);
    const note = none === "titel" ? this.abschnitt(cells, zeile.nr) : null;
    const odd = off.length > 0 ? "Summe, die nicht zu den Zeilen passt" : note;
    if (odd !== null) return ungeklaert(this.leer(zeile, odd, "w"), this.lauf);
    if (none !== undefined) return this.leer(zeile, ohneDatenGrund(none, cells));
    if (decided === "weglassen") return this.leer(zeile, WEGGELASSEN);
    if (art === "summen") return this.summe(zeile, cells, decided === "uebernehmen");
    this.probe.zeile(cells);
    return this.einzeln(zeile, cells, decided === "uebernehmen");
  }

  /** A row of which nothing is taken: understood, or waiting for somebody to look at it. */
  private leer({ nr, zellen }: Blattzeile, grund: string, ende: "v" | "w" = "v"): Zeile {
    const { blatt, schluessel, vonSpalte, bisSpalte } = this.tabelle;
    return leereZeile(blatt, nr, schluessel, grund, alleZellen(zellen, ende, vonSpalte, bisSpalte));
  }

  /** A row of a table that is not read: it repeats what others say, or nobody knows yet what it is. */
  private beiseite(zeile: Blattzeile, art: "keine" | "auswertung"): Zeile {
    const { grund, artEntschieden } = this.tabelle;
    if (art === "auswertung" || artEntschieden) return this.leer(zeile, grund);
    const probleme = [{ spalte: "Tabelle", buchstabe: null, wert: "", grund: `${grund}.` }];
    return { ...this.leer(zeile, grund, "w"), stand: "wartet", probleme };
  }

  /**
   * A title between the rows says place or time for those below. A remark that names another place or year changes nothing;
   * the answer is what to ask then.
   */
  private abschnitt(cells: readonly Zelle[], nr: number): string | null {
    const text = zellText(cells.find((z) => z !== null));
    const { kommune, jahr, zeitraum } = kontextVon(
      { titel: [text], blatt: "", datei: "" },
      this.lauf.verzeichnis,
      undefined,
    );
    const { kontext } = this.regel;
    if (!isZwischentitel(text, this.lauf.verzeichnis)) {
      const [ort, more] = this.lauf.verzeichnis.orte.inText(text);
      const other =
        (ort !== undefined && (more !== undefined || ort !== kontext.kommune)) ||
        (jahr ?? kontext.jahr) !== kontext.jahr;
      return other
        ? "Anmerkung nennt einen anderen Ort oder ein anderes Jahr; die Zeilen darunter zählen wie bisher"
        : null;
    }
    this.regel = {
      ...this.regel,
      kontext: {
        ...kontext,
        kommune: kommune ?? kontext.kommune,
        jahr: jahr ?? kontext.jahr,
        zeitraum: zeitraum ?? kontext.zeitraum,
      },
    };
    if (kommune !== null || jahr !== null || zeitraum !== null) {
      this.lauf.zwischentitel.push({ blatt: this.tabelle.blatt, zeile: nr, text, kommune, jahr, zeitraum });
    }
    this.probe.abschnitt();
    return null;
  }

  private summe(zeile: Blattzeile, cells: readonly Zelle[], gewollt: boolean): Zeile {
    const { blatt } = this.tabelle;
    const regel = { ...this.regel, jahrDerZeile: this.regel.folgen?.jahre.get(zeile.nr) };
    const gezaehlt = readStrichzeile(cells, this.plan, this.lauf.zaehler, regel);
    const { zaehlungen, fehler, wartet, wartend } = gezaehlt;
    if (gezaehlt.leer) return this.leer(zeile, "noch ohne Zahlen");
    // A row that lacks what the others say, or says something else, and is the sum of those above.
    const odd = fehler.length + wartet.length > 0 || this.ohneThema(cells);
    if (odd && !gewollt && this.probe.isSumme(cells)) {
      this.probe.abschnitt();
      return this.leer(zeile, "Summe der Zeilen darüber");
    }
    this.probe.zeile(cells);
    const base = this.leer(zeile, "", "w");
    if (fehler.length > 0) return { ...base, stand: "fehlerhaft", grund: fehler[0]?.grund ?? "", probleme: fehler };
    if (wartet.length > 0) return { ...base, stand: "wartet", grund: wartet[0]?.grund ?? "", probleme: wartet };
    const off = quersumme(cells, this.plan, blatt, zeile.nr);
    this.lauf.abweichungen.push(...off);
    const total = this.plan.eine("summe")?.index;
    const waits = off.length === 0 || total === undefined ? wartend : new Set([...wartend, total]);
    const zellen = zeilenZellen(zeile.zellen, this.enden, waits, this.tabelle);
    const taken = { ...base, stand: "uebernommen" as const, zellen };
    this.lauf.gezaehlt.push({ zeile: taken, zaehlungen, gewollt, genommen: this.isGenommen(zeile.nr) });
    return taken;
  }

  /** The list names a theme in each row, but not in this one. */
  private ohneThema(cells: readonly Zelle[]): boolean {
    const themen = this.plan.alle("thema");
    return themen.length > 0 && themen.every(({ index }) => (cells[index] ?? null) === null);
  }

  private einzeln(zeile: Blattzeile, cells: readonly Zelle[], evenIfRepeated: boolean): Zeile {
    const { blatt } = this.tabelle;
    const offen: OffenesWort[] = [];
    const hinweise: Problem[] = [];
    const wartend = new Set<number>();
    const lese: Lese = {
      zaehler: this.lauf.zaehler,
      codes: this.lauf.codes,
      offen,
      hinweise,
      wartend,
      worte: [],
      zeichen: this.regel.zeichen,
    };
    const { beratung, fehler, wartet } = readEinzeln(cells, this.plan, lese, this.regel);
    const base = { ...this.leer(zeile, "", "w"), hinweise: shared(hinweise) };
    if (fehler.length > 0) return { ...base, stand: "fehlerhaft", grund: fehler[0]?.grund ?? "", probleme: fehler };
    const away = evenIfRepeated ? undefined : keineBeratung(cells, this.tabelle.spalten);
    if (away !== undefined) {
      const probleme = [{ spalte: "Zeile", buchstabe: null, wert: "", grund: away }];
      return { ...base, stand: "wartet", grund: away, probleme };
    }
    if (beratung === null) return { ...base, stand: "wartet", grund: wartet[0]?.grund ?? "", probleme: wartet };
    for (const { buchstabe } of hinweise) if (buchstabe !== null) wartend.add(spaltenIndex(buchstabe));
    const zellen = zeilenZellen(zeile.zellen, this.enden, wartend, this.tabelle);
    const kennung = kennungVon(beratung, lese.worte);
    const kennungAlt = kennungVorher(cells, this.tabelle.spalten);
    const wiederholt = this.seenBefore([kennung, beratung.am, beratung.ags, this.wessen()], cells, zeile.nr);
    if (wiederholt !== null && !evenIfRepeated) {
      const grund = `gleicht Zeile ${wiederholt.zeile}${wiederholt.blatt === blatt ? "" : ` im Blatt „${wiederholt.blatt}“`}`;
      return { ...base, kennung, kennungAlt, stand: "wiederholt", grund, zellen, beratung, wiederholt };
    }
    return { ...base, kennung, kennungAlt, stand: "uebernommen", zellen, beratung };
  }

  /** Two colleagues' sheets may have rows that say the same. */
  private wessen(): string {
    return this.tabelle.kontext.blattname === "beratend" ? this.tabelle.blatt : "";
  }

  /** The earlier row that says the same; numbers that differ, or columns that are not taken over, are two rows. */
  private seenBefore(print: readonly string[], cells: readonly Zelle[], nr: number): Zeile["wiederholt"] {
    const key = [...print, unterschied(cells, this.tabelle.spalten)].join("\n");
    const before = this.lauf.gesehen.get(key);
    if (before === undefined) this.lauf.gesehen.set(key, { blatt: this.tabelle.blatt, zeile: nr });
    return before ?? null;
  }
}
