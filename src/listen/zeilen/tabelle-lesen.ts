import { ohneZeit } from "../erkennen/blattname.ts";
import type { Kopf } from "../erkennen/spalten.ts";
import { type Personenart, type Tabelle, personenartOf } from "../erkennen/typen.ts";
import { isWiederholterKopf } from "../erkennen/abschnitte.ts";
import { type Blatt, type Blattzeile, type Zelle, spaltenIndex, zellText } from "../leser/zelle.ts";
import type { Tagregel } from "./datum.ts";
import { auffuellung } from "./auffuellen.ts";
import { readEinzeln } from "./einzeln.ts";
import { Spaltenplan } from "./spaltenplan.ts";
import type { Lese } from "./felder.ts";
import { markeVon } from "./marke.ts";
import { type OhneDaten, koepfeVon, ohneDaten, ohneDatenGrund } from "./ohne-daten.ts";
import { erkannt, gleicht, seenBefore } from "./gesehen.ts";
import { kennungDerPerson } from "./kennung.ts";
import { OBEN, Pivotstand } from "./pivotstand.ts";
import { readPerson } from "./personenzeile.ts";
import { type Lauf, NONE, WEGGELASSEN, erledigt, leereZeile, shared, ungeklaert, zeilenName } from "./lauf.ts";
import { andereWege, hatTag, ohneSpalte, ohneThema } from "./ungezaehlt.ts";
import { strichgruppen } from "./strichgruppen.ts";
import { readStrichzeile } from "./strichliste.ts";
import { Summenprobe, quersumme } from "./summenprobe.ts";
import { probeDarunter } from "./probe-darunter.ts";
import type { Problem, Zeile } from "./typen.ts";
import { isLegendenzeile } from "../woerter/legende.ts";
import { kartenangaben, unterKarte } from "../erkennen/karten.ts";
import { type Spaltenende, alleZellen, spaltenenden, zeilenZellen } from "./zellenden.ts";
import { Zeichenregel } from "./zeichen.ts";
import { kontextDerZeilen } from "./ort-daneben.ts";
import { OHNE_FOLGE, zeitfolge } from "./zeitfolge.ts";
import { Zugriff } from "./zugriff.ts";
import { Zweifel } from "./zweifel.ts";
import { unter, zwischentitel } from "./zwischentitel.ts";

/** Reads the rows of one table, in order. */
export class Tabellenleser {
  private readonly tabelle: Tabelle;
  private readonly lauf: Lauf;
  private readonly zugriff: Zugriff;
  private readonly plan: Spaltenplan;
  private readonly koepfe: readonly Kopf[];
  private readonly probe: Summenprobe;
  private readonly enden: readonly (Spaltenende | undefined)[];
  private readonly rows: readonly Blattzeile[];
  private readonly zweifel: Zweifel;
  private regel: Tagregel;
  /** Rows read so far: the place of the next one. */
  private at = 0;

  constructor(blatt: Blatt, tabelle: Tabelle, lauf: Lauf) {
    this.tabelle = tabelle;
    this.lauf = lauf;
    const { entscheidungen, heute } = lauf;
    const { datumsfolge, vonZeile, bisZeile } = tabelle;
    const decided = entscheidungen.tabellen?.find((t) => t.tabelle === tabelle.schluessel);
    this.plan = new Spaltenplan(tabelle.spalten);
    this.koepfe = koepfeVon(tabelle.spalten);
    this.enden = spaltenenden(tabelle);
    this.probe = new Summenprobe(tabelle.spalten);
    this.rows = blatt.zeilen.filter(({ nr }) => nr >= vonZeile && nr <= bisZeile);
    const kontext = kontextDerZeilen(tabelle, this.rows, lauf.verzeichnis);
    this.zweifel = new Zweifel(tabelle, blatt, this.rows, lauf);
    const fill = auffuellung(blatt, tabelle, this.rows, decided?.auffuellen, (hinweis) => lauf.hinweise.push(hinweis));
    const mended = [...strichgruppen(tabelle, this.rows), ...(entscheidungen.korrekturen ?? [])];
    this.zugriff = new Zugriff(blatt, tabelle, mended, fill);
    const pivot = Pivotstand.von(tabelle, lauf.verzeichnis);
    const folgen = tabelle.art === "summen" && pivot === null ? zeitfolge(this.rows, this.plan, kontext) : OHNE_FOLGE;
    this.regel = {
      folge: datumsfolge,
      kontext,
      blatt: ohneZeit(tabelle.blatt),
      heute,
      folgen,
      zeichen: new Zeichenregel(this.rows, tabelle.spalten, lauf.frei, blatt.zeilen),
      ab1904: blatt.ab1904 ?? false,
      pivot,
    };
  }

  lies(zeile: Blattzeile): Zeile {
    this.at += 1;
    const read = this.gelesen(zeile);
    return this.isGenommen(zeile.nr) ? erledigt(read) : read;
  }

  private isGenommen(nr: number): boolean {
    return this.lauf.genommen.get(this.tabelle.schluessel)?.has(nr) === true;
  }

  private gelesen(zeile: Blattzeile): Zeile {
    const { art, blatt } = this.tabelle;
    const { pivot } = this.regel;
    const decided = this.lauf.zeilenentscheidungen.get(zeilenName(blatt, zeile.nr));
    const cells = this.zugriff.row(zeile);
    if (art === "keine" || art === "auswertung") return this.beiseite(zeile, cells, art);
    if (pivot?.isOben(zeile.nr, cells) === true) return this.unter(zeile, pivot.kontext(), OBEN);
    const person = personenartOf(art);
    const karte = kartenangaben(cells);
    const below = unterKarte(this.regel.kontext, karte, this.lauf.verzeichnis);
    if (karte.length > 0) return this.unter(zeile, below, "Kopf einer Karte");
    const none = this.ohneDaten(cells, zeile.nr);
    const off = none === "summe" ? this.probeVor(zeile.nr).summe(cells, blatt, zeile.nr) : NONE;
    this.lauf.abweichungen.push(...off);
    const note = none === "titel" ? this.abschnitt(cells, zeile.nr) : null;
    const odd = off.length > 0 ? "Summe, die nicht zu den Zeilen passt" : note;
    if (odd !== null) return ungeklaert(this.leer(zeile, odd, "w"), this.lauf);
    if (none !== undefined) return this.leer(zeile, ohneDatenGrund(none, cells));
    if (decided === "weglassen") return this.leer(zeile, WEGGELASSEN);
    if (isLegendenzeile(cells, this.lauf.verzeichnis)) return this.leer(zeile, "Legende");
    const doubt = decided === "uebernehmen" ? null : this.zweifel.an(zeile, cells);
    if (doubt !== null) return this.fraglich(zeile, doubt);
    if (art === "summen") return this.summe(zeile, cells, decided === "uebernehmen");
    this.probe.zeile(cells);
    if (person !== undefined) return this.person(zeile, cells, person, decided === "uebernehmen");
    return this.einzeln(zeile, cells, decided === "uebernehmen");
  }

  private fraglich(zeile: Blattzeile, one: Problem): Zeile {
    return { ...this.leer(zeile, one.grund, "w"), stand: "wartet", probleme: [one] };
  }

  /** A row that only says something for those below it. */
  private unter(zeile: Blattzeile, kontext: Tagregel["kontext"], grund: string): Zeile {
    this.regel = { ...this.regel, kontext };
    return this.leer(zeile, grund);
  }

  /** A total of no rows at all is a row of figures: “Anzahl” below the months. */
  private ohneDaten(cells: readonly Zelle[], nr: number): OhneDaten | undefined {
    const none = ohneDaten(cells, this.tabelle.spalten, this.koepfe, this.tabelle.art);
    return none === "summe" && this.tabelle.art === "summen" && this.probeVor(nr).leer ? undefined : none;
  }

  /** What a total is compared with: the rows above it, or below it where it stands on top. */
  private probeVor(nr: number): Summenprobe {
    return this.probe.leer ? probeDarunter(this.tabelle, this.rows, this.koepfe, nr) : this.probe;
  }

  /** A row of which nothing is taken: understood, or waiting for somebody to look at it. */
  private leer({ nr, zellen }: Blattzeile, grund: string, ende: "v" | "w" = "v"): Zeile {
    const { blatt, schluessel, vonSpalte, bisSpalte } = this.tabelle;
    return leereZeile(blatt, nr, schluessel, grund, alleZellen(zellen, ende, vonSpalte, bisSpalte));
  }

  /** A row of a table that is not read: it repeats what others say, or nobody knows yet what it is. */
  private beiseite(zeile: Blattzeile, cells: readonly Zelle[], art: "keine" | "auswertung"): Zeile {
    const { grund, artEntschieden } = this.tabelle;
    if (art === "auswertung" || artEntschieden || cells.every((z) => z === null)) return this.leer(zeile, grund);
    const problem = { spalte: "Tabelle", buchstabe: null, wert: "", grund: `${grund}.` };
    return { ...this.fraglich(zeile, problem), grund };
  }

  /** A text between the rows: it begins a section, or is a remark; the answer is what to ask then. */
  private abschnitt(cells: readonly Zelle[], nr: number): string | null {
    const text = zellText(cells.find((z) => z !== null));
    const below = this.rows[this.at]?.zellen ?? [];
    const ueberKopf = isWiederholterKopf(below, this.koepfe);
    const read = zwischentitel(text, this.regel.kontext, this.lauf.verzeichnis, ueberKopf);
    if ("anmerkung" in read) return read.anmerkung ?? this.zweifel.ohneTag;
    const { kommune, jahr, zeitraum } = read.gesagt;
    this.regel = { ...this.regel, kontext: unter(this.regel.kontext, read.gesagt) };
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
    const { zaehlungen, fehler, wartet, hinweise, wartend } = gezaehlt;
    if (gezaehlt.leer) return this.ungezaehlt(zeile, cells);
    // A row that lacks what the others say, or says something else, and is the sum of those above.
    const odd = ohneThema(cells, this.plan) || (fehler.length + wartet.length > 0 && !hatTag(cells, this.plan));
    if (odd && !gewollt && this.probe.isSumme(cells)) {
      this.probe.abschnitt();
      return this.leer(zeile, "Summe der Zeilen darüber");
    }
    this.probe.zeile(cells);
    const base = this.leer(zeile, "", "w");
    if (fehler.length > 0) return { ...base, stand: "fehlerhaft", grund: fehler[0]?.grund ?? "", probleme: fehler };
    if (wartet.length > 0) return { ...base, stand: "wartet", grund: wartet[0]?.grund ?? "", probleme: wartet };
    const off = quersumme(cells, this.plan, blatt, zeile.nr);
    const ways = gewollt ? null : andereWege(cells, this.tabelle.spalten);
    if (ways !== null) return { ...base, stand: "wartet", grund: ways.grund, probleme: [ways] };
    this.lauf.abweichungen.push(...off);
    const total = this.plan.eine("summe")?.index;
    const waits = off.length === 0 || total === undefined ? wartend : new Set([...wartend, total]);
    const zellen = zeilenZellen(zeile.zellen, this.enden, waits, this.tabelle);
    const taken = { ...base, hinweise: shared(hinweise), stand: "uebernommen" as const, zellen };
    const marke = markeVon(cells, this.tabelle, this.regel.pivot?.marke());
    this.lauf.gezaehlt.push({ zeile: taken, zaehlungen, gewollt, genommen: this.isGenommen(zeile.nr), marke });
    return taken;
  }

  /** A row in which no column that counts is filled: not yet, or its figures stand in columns that count nothing. */
  private ungezaehlt(zeile: Blattzeile, cells: readonly Zelle[]): Zeile {
    const found = ohneSpalte(cells, this.tabelle.spalten);
    return found === null ? this.leer(zeile, "noch ohne Zahlen") : this.fraglich(zeile, found);
  }

  /** What a row collects while its cells are read. */
  private lese(): Lese {
    const { zaehler, codes } = this.lauf;
    const { zeichen } = this.regel;
    return { zaehler, codes, offen: [], hinweise: [], wartend: new Set(), worte: [], zeichen };
  }

  private person(zeile: Blattzeile, cells: readonly Zelle[], art: Personenart, gewollt: boolean): Zeile {
    const { blatt } = this.tabelle;
    const lese = this.lese();
    const vorhanden = this.lauf.personen.get(zeilenName(blatt, zeile.nr)) ?? null;
    const { person, fehler, wartet } = readPerson(cells, this.plan, lese, this.regel, { art, gewollt, vorhanden });
    const base = { ...this.leer(zeile, "", "w"), hinweise: shared(lese.hinweise) };
    if (fehler.length > 0) return { ...base, stand: "fehlerhaft", grund: fehler[0]?.grund ?? "", probleme: fehler };
    if (person === null) return { ...base, stand: "wartet", grund: wartet[0]?.grund ?? "", probleme: wartet };
    for (const { buchstabe } of lese.hinweise) if (buchstabe !== null) lese.wartend.add(spaltenIndex(buchstabe));
    const zellen = zeilenZellen(zeile.zellen, this.enden, lese.wartend, this.tabelle);
    const kennung = kennungDerPerson(person);
    const wiederholt = seenBefore(this.lauf, this.tabelle, () => [kennung], cells, zeile.nr);
    if (wiederholt === null || gewollt) return { ...base, kennung, stand: "uebernommen", zellen, person };
    return { ...base, kennung, stand: "wiederholt", grund: gleicht(wiederholt, blatt), zellen, person, wiederholt };
  }

  private einzeln(zeile: Blattzeile, cells: readonly Zelle[], evenIfRepeated: boolean): Zeile {
    const { blatt } = this.tabelle;
    const lese = this.lese();
    const { hinweise, wartend } = lese;
    const { beratung, fehler, wartet } = readEinzeln(cells, this.plan, lese, this.regel);
    const held = (stand: "fehlerhaft" | "wartet", probleme: readonly Problem[]): Zeile => {
      const grund = probleme[0]?.grund ?? "";
      return { ...this.leer(zeile, grund, "w"), hinweise: shared(hinweise), stand, probleme };
    };
    if (fehler.length > 0) return held("fehlerhaft", fehler);
    const away = evenIfRepeated ? undefined : this.zweifel.keine(cells, beratung?.themen.length ?? 0);
    if (away !== undefined) return held("wartet", [{ spalte: "Zeile", buchstabe: null, wert: "", grund: away }]);
    if (beratung === null) return held("wartet", wartet);
    for (const { buchstabe } of hinweise) if (buchstabe !== null) wartend.add(spaltenIndex(buchstabe));
    const zellen = zeilenZellen(zeile.zellen, this.enden, wartend, this.tabelle);
    const { wiederholt, ...prints } = erkannt(this.lauf, this.tabelle, beratung, lese.worte, { cells, nr: zeile.nr });
    const none = leereZeile(blatt, zeile.nr, this.tabelle.schluessel, "", zellen);
    const read = { ...none, hinweise: shared(hinweise), ...prints, beratung };
    return wiederholt !== null && !evenIfRepeated
      ? { ...read, stand: "wiederholt", grund: gleicht(wiederholt, blatt), wiederholt }
      : { ...read, stand: "uebernommen" };
  }
}
