import { teile } from "../woerter/mehrere.ts";
import type { Kreuzart } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Wortart } from "../woerter/verzeichnis.ts";
import { type Tagregel, beratungstag, geburtsjahr, geburtstag } from "./datum.ts";
import {
  type Lese,
  type Wortlese,
  altersgruppeIn,
  dauerIn,
  herkunftIn,
  isLeer,
  istNichtEine,
  kodeIn,
  kodesIn,
  nurEine,
  neuzuweisungIn,
  personenzahlIn,
} from "./felder.ts";
import { tagDerZeile } from "./geteilter-tag.ts";
import { wortAnteil } from "./kennung.ts";
import { LONGEST_NAME, personAus, personenIn } from "./namen.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Beratungszeile, Namensperson, Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

const NONE: readonly never[] = [];

/** What a row of single consultations says, or why it cannot be taken (`fehler`) or not yet (`wartet`). */
export type Gelesen = {
  readonly beratung: Beratungszeile | null;
  readonly fehler: readonly Problem[];
  readonly wartet: readonly Problem[];
};

/** The words whose columns are marked in this row: themes, or channels, or whatever the crosses are of. */
function angekreuzt(
  lese: Wortlese,
  art: Exclude<Kreuzart, "zeit">,
  cells: readonly Zelle[],
  plan: Spaltenplan,
): { codes: string[]; texte: string[] } {
  const codes: string[] = [];
  const texte: string[] = [];
  for (const spalte of plan.kreuze(art)) {
    const { index, wort } = spalte;
    const zelle = cells[index] ?? null;
    if (zelle === null || isLeer(zellText(zelle))) continue;
    if (lese.zeichen?.unklar(index, zelle, false) === true || isVielleicht(zelle)) {
      lese.hinweise.push(problem(spalte, zelle, "Das Zeichen kann ein Kreuz sein oder keines."));
      continue;
    }
    const count = zaehlwert(zelle);
    if (count === 0) continue;
    // Something written instead of a cross is a cross with an explanation.
    if (count === undefined) texte.push(`${wort}: ${zellText(zelle)}`);
    const found = lese.zaehler.kopfwort(art, wort, 1);
    lese.worte.push(wortAnteil(art, wort, found));
    if (found === undefined) {
      lese.offen.push({ spalte: art, wort });
      lese.wartend.add(index);
    } else if (found.code !== null && !codes.includes(found.code)) codes.push(found.code);
  }
  return { codes, texte };
}

/** Written where a cross could be, and none: “(x)”, “evtl.”, “nicht mehr”. */
const VIELLEICHT =
  /^(?:[([].{0,2}[)\]]|[o°]|(?:nein|nicht|kein\w*|ohne|evtl\.?|eventuell|ggf\.?|vielleicht|später|spaeter|offen|geplant|tbd)(?![\p{L}]).*)$/iu;
const isVielleicht = (zelle: Zelle): boolean =>
  typeof zelle === "string" && zaehlwert(zelle) === undefined && VIELLEICHT.test(zelle);

/** The Kommune of a row: its own word, else the one that title, sheet or file name say. */
function kommuneIn(lese: Lese, cells: readonly Zelle[], plan: Spaltenplan, kontext: string | null) {
  const spalte = plan.eine("kommune");
  const text = spalte === undefined ? "" : zellText(cells[spalte.index]);
  const [crossed, another] = angekreuzt(lese, "kommune", cells, plan).codes;
  const [first] = plan.kreuze("kommune");
  if (another !== undefined && first !== undefined)
    return { wartet: problem(first, cells[first.index], "Mehr als eine Kommune ist angekreuzt.") };
  if (crossed !== undefined) return { ags: crossed };
  if (spalte === undefined || isLeer(text)) {
    if (kontext !== null) return { ags: kontext };
    const told = lese.zaehler.eins("kommune", "(leer)");
    const wert = { spalte: spalte?.kopf ?? "Kommune", buchstabe: spalte?.buchstabe ?? null, wert: "" };
    return told?.code != null
      ? { ags: told.code }
      : { wartet: { ...wert, grund: "Die Kommune fehlt. Wählen Sie eine für die Tabelle." } };
  }
  const found = lese.zaehler.eins("kommune", text);
  if (found === undefined) return { wartet: problem(spalte, text, "Diese Kommune ist im Kreis nicht bekannt.") };
  const more = found.grund === "bestandteil" ? themaDaneben(lese, text) : undefined;
  if (more !== undefined)
    lese.hinweise.push(problem(spalte, text, `Neben der Kommune steht hier „${more}“; das wird so nicht übernommen.`));
  if (found.code === null)
    return { fehler: problem(spalte, text, "Diese Kommune gehört nach Ihrer Entscheidung nicht zum Kreis.") };
  return { ags: found.code };
}

const PARTED = /[/,;|]/u;

/** A theme in the cell of the Kommune: “Much / Wohnen”. */
const themaDaneben = (lese: Lese, text: string): string | undefined =>
  PARTED.test(text)
    ? teile(text).find(
        (part) =>
          lese.zaehler.kopfwort("kommune", part, 0) === undefined &&
          lese.zaehler.kopfwort("thema", part, 0) !== undefined,
      )
    : undefined;

type Geburt = { readonly datum: string | null; readonly fehler: Problem | null };

function geburtIn(cells: readonly Zelle[], plan: Spaltenplan, am: string, regel: Tagregel): Geburt {
  const spalte = plan.eine("geburtsdatum");
  const zelle = spalte === undefined ? null : (cells[spalte.index] ?? null);
  if (spalte === undefined || isLeer(zellText(zelle)) || geburtsjahr(zelle) !== undefined)
    return { datum: null, fehler: null };
  const found = geburtstag(zelle, am, regel.folge, regel.ab1904);
  return "tag" in found
    ? { datum: found.tag, fehler: null }
    : { datum: null, fehler: problem(spalte, zelle, found.fehler) };
}

function personen(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  geburt: string | null,
  { kontext, blatt = "" }: Tagregel,
): Namensperson[] {
  const whole = plan.eine("name");
  if (whole !== undefined) return personenIn(zellText(cells[whole.index]), whole.kopf, geburt);
  if (kontext.blattname === "name") return personenIn(blatt, "", geburt);
  const part = (bedeutung: "vorname" | "nachname") => {
    const spalte = plan.eine(bedeutung);
    return spalte === undefined ? "" : zellText(cells[spalte.index]);
  };
  return personAus(part("vorname"), part("nachname"), geburt);
}

/** Cells of names that hold more than a name. */
const langeNamen = (cells: readonly Zelle[], plan: Spaltenplan): Problem[] =>
  (["name", "vorname", "nachname"] as const).flatMap((bedeutung) => {
    const spalte = plan.eine(bedeutung);
    const zelle = spalte === undefined ? null : (cells[spalte.index] ?? null);
    const { length } = zellText(zelle);
    const grund = `Das sind ${length} Zeichen, so lang ist kein Name. Kürzen Sie ihn auf ${LONGEST_NAME}, oder lassen Sie die Spalte weg.`;
    return spalte === undefined || length <= LONGEST_NAME ? [] : [problem(spalte, zelle, grund)];
  });

const shared = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

/** Reads one row. Words are counted and looked up; a word that is not known never stops the row, but for the Kommune. */
export function readEinzeln(cells: readonly Zelle[], plan: Spaltenplan, lese: Lese, regel: Tagregel): Gelesen {
  const fehler: Problem[] = langeNamen(cells, plan);
  const datum = plan.eine("datum");
  const zelle = datum === undefined ? null : (cells[datum.index] ?? null);
  const tag = beratungstag(tagDerZeile(zelle, cells, plan, regel.kontext.jahr), regel);
  const missing = { spalte: "Datum", buchstabe: null, wert: "", grund: "Die Tabelle hat keine Spalte mit dem Datum." };
  if ("fehler" in tag) fehler.push(datum === undefined ? missing : problem(datum, zelle, tag.fehler));
  const am = "tag" in tag ? tag.tag : "2999-12-31";
  const anzahl = plan.eine("anzahl");
  if (anzahl !== undefined && istNichtEine(cells[anzahl.index])) {
    const grund = "In einer Liste einzelner Beratungen steht hier etwas anderes als eine.";
    fehler.push(problem(anzahl, cells[anzahl.index], grund));
  }
  const ort = kommuneIn(lese, cells, plan, regel.kontext.kommune);
  if (ort.fehler !== undefined) fehler.push(ort.fehler);
  const geburt = geburtIn(cells, plan, am, regel);
  const named = personen(cells, plan, geburt.datum, regel);
  if (geburt.fehler !== null) (named.length > 0 && "tag" in tag ? fehler : lese.hinweise).push(geburt.fehler);
  const beratung = inhalt(cells, plan, lese, am, geburt.datum, named);
  const sheet = regel.kontext.blattname === "beratend" ? (regel.blatt ?? null) : null;
  const complete = fehler.length === 0 && ort.ags !== undefined;
  return {
    beratung: complete
      ? { ...beratung, beratend: beratung.beratend ?? sheet, ags: ort.ags, offen: shared(lese.offen) }
      : null,
    fehler,
    wartet: ort.wartet === undefined ? NONE : [ort.wartet],
  };
}

/** The themes of a row, written or crossed; `texte` is what is written instead of a cross. */
export function themenIn(lese: Wortlese, cells: readonly Zelle[], plan: Spaltenplan) {
  const { codes, texte } = angekreuzt(lese, "thema", cells, plan);
  return { codes: [...new Set([...kodesIn(lese, "thema", cells, plan.alle("thema")), ...codes])], texte };
}

/** Everything of a row but its day and place. */
function inhalt(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  lese: Lese,
  am: string,
  geburt: string | null,
  named: readonly Namensperson[],
): Omit<Beratungszeile, "ags" | "offen"> {
  const themen = themenIn(lese, cells, plan);
  const own = (art: "kontaktweg" | "verstaendigung") => {
    const { codes } = angekreuzt(lese, art, cells, plan);
    const [spalte] = plan.kreuze(art);
    if (spalte !== undefined) nurEine(lese, spalte, cells[spalte.index], codes);
    return codes[0] ?? kodeIn(lese, art, cells, plan.eine(art));
  };
  const texts = plan.alle("notiz").map(({ index }) => zellText(cells[index]));
  const beratend = plan.eine("beratend");
  const staff = beratend === undefined ? "" : zellText(cells[beratend.index]);
  const list = (art: Wortart, bedeutung: "sprache" | "ergebnis") => [
    ...new Set([...kodesIn(lese, art, cells, plan.alle(bedeutung)), ...angekreuzt(lese, bedeutung, cells, plan).codes]),
  ];
  const origin = herkunftIn(lese, cells, plan.alle("herkunft"), angekreuzt(lese, "herkunft", cells, plan).codes);
  return {
    am,
    stufe: named.length > 0 ? "2" : "1",
    themen: shared(themen.codes),
    offeneThemen: shared([...new Set(lese.offen.filter((o) => o.spalte === "thema").map((o) => o.wort))]),
    kontaktweg: own("kontaktweg"),
    sprachen: shared(list("sprache", "sprache")),
    verstaendigung: own("verstaendigung"),
    dauerMin: dauerIn(lese, cells, plan.eine("dauer")),
    ergebnisse: shared(list("ergebnis", "ergebnis")),
    neuzuweisung: neuzuweisungIn(lese, cells, plan.eine("neuzuweisung")),
    personenzahl: Math.max(named.length, personenzahlIn(lese, cells, plan.alle("personenzahl"))),
    ...origin,
    altersgruppe: altersgruppeIn(lese, cells, plan, geburt, am),
    personen: shared(named),
    notiz: [...texts, ...themen.texte].filter((text) => text !== "").join("\n"),
    beratend: staff === "" ? null : staff,
  };
}
