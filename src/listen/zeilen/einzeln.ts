import { isEinTag } from "../erkennen/umgebung.ts";
import { type Zelle, tagText, zellText } from "../leser/zelle.ts";
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
import { angekreuzt } from "./angekreuzt.ts";
import { kommuneIn } from "./kommune-der-zeile.ts";
import { tagDerZeile } from "./geteilter-tag.ts";
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
  const tag =
    datum === undefined && isEinTag(regel.kontext.zeitraum)
      ? beratungstag(tagText(regel.kontext.zeitraum?.von ?? ""), regel)
      : beratungstag(tagDerZeile(zelle, cells, plan, regel.kontext.jahr), regel);
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
  const read = inhalt(cells, plan, lese, am, geburt.datum, named);
  const blattthema =
    regel.kontext.thema === undefined ? null : lese.zaehler.kopfwort("thema", regel.kontext.thema, 1)?.code;
  const beratung = blattthema == null ? read : { ...read, themen: [blattthema] };
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
