import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Bedeutung, Personenart, Spalte } from "../erkennen/typen.ts";
import { type Tagregel, beratungstag, geburtsjahr, geburtstag } from "./datum.ts";
import { type Lese, altersgruppeIn, herkunftIn, isLeer, kodesIn } from "./felder.ts";
import { geschlechtIn, kontakteIn } from "./erreichbarkeit.ts";
import { fallIn } from "./fallzeile.ts";
import { LONGEST_NAME, personAus, personenIn } from "./namen.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Personenzeile } from "./personentypen.ts";
import type { Namensperson, Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** What a row of a list of persons says, or why it cannot be taken (`fehler`) or not yet (`wartet`). */
export type GelesenePerson = {
  readonly person: Personenzeile | null;
  readonly fehler: readonly Problem[];
  readonly wartet: readonly Problem[];
};

const NAMEN = ["name", "vorname", "nachname"] as const satisfies readonly Bedeutung[];
const NO_NAME = "Hier fehlt der Name. Ein Kürzel genügt.";
const SEVERAL = "Hier stehen mehrere Namen. Schreiben Sie jede Person in eine eigene Zeile.";
const IS_FAMILY = "Hier steht eine Familie. Schreiben Sie jede Person in eine eigene Zeile.";
/** "Fam. Probe", "Probe (4 Pers.)": a list of persons has one in each row, and this is somebody else than its first. */
const FAMILY = /^\s*fam(?:ilie|\.)?(?=[\s.])|\(?\b\d+\s*(?:pers(?:onen|\.)?|köpfe|kinder)(?![\p{L}])/iu;
const ONLY_NAME = "Hier steht nur ein Name und sonst nichts. Ist das eine Person?";

/** The cell of a column, and what is said where something is wrong with it. */
type Stelle = { readonly spalte: Spalte | undefined; readonly zelle: Zelle };
const stelle = (cells: readonly Zelle[], plan: Spaltenplan, bedeutung: Bedeutung): Stelle => {
  const spalte = plan.eine(bedeutung);
  return { spalte, zelle: spalte === undefined ? null : (cells[spalte.index] ?? null) };
};

function nameIn(cells: readonly Zelle[], plan: Spaltenplan, geburt: string | null): Namensperson | Problem {
  const whole = plan.eine("name");
  const text = (bedeutung: "vorname" | "nachname") => zellText(stelle(cells, plan, bedeutung).zelle);
  const found =
    whole === undefined
      ? personAus(text("vorname"), text("nachname"), geburt)
      : personenIn(zellText(cells[whole.index]), whole.kopf, geburt);
  const spalte = NAMEN.map((one) => plan.eine(one)).find((one) => one !== undefined);
  const [one, more] = found;
  const wrong = (grund: string): Problem =>
    spalte === undefined
      ? { spalte: "Name", buchstabe: null, wert: "", grund }
      : problem(spalte, cells[spalte.index], grund);
  if (one === undefined) return wrong(NO_NAME);
  if (FAMILY.test(zellText(spalte === undefined ? null : cells[spalte.index]))) return wrong(IS_FAMILY);
  if (more !== undefined || personenIn(text("nachname"), "", null).length > 1) return wrong(SEVERAL);
  const long = Math.max(one.vorname.length, one.nachname.length) > LONGEST_NAME;
  return long ? wrong(`So lang ist kein Name. Kürzen Sie ihn auf ${LONGEST_NAME} Zeichen.`) : one;
}

/** A day that the row may do without; what is none is told, and lost. */
export function tagIn(cells: readonly Zelle[], plan: Spaltenplan, bedeutung: Bedeutung, lese: Lese, regel: Tagregel) {
  const { spalte, zelle } = stelle(cells, plan, bedeutung);
  if (spalte === undefined || isLeer(zellText(zelle))) return null;
  const found = beratungstag(zelle, regel);
  if ("tag" in found) return found.tag;
  lese.hinweise.push(problem(spalte, zelle, found.fehler));
  return null;
}

type Geburt = { readonly tag: string | null; readonly fehler?: Problem };

function geburtIn(cells: readonly Zelle[], plan: Spaltenplan, heute: string, regel: Tagregel): Geburt {
  const { spalte, zelle } = stelle(cells, plan, "geburtsdatum");
  if (spalte === undefined || isLeer(zellText(zelle)) || geburtsjahr(zelle) !== undefined) return { tag: null };
  const found = geburtstag(zelle, heute, regel.folge, regel.ab1904);
  return "tag" in found ? found : { tag: null, fehler: problem(spalte, zelle, found.fehler) };
}

/** Where somebody lives: the word of the row, else what stands around the table; a Kommune of another Kreis is none. */
function ortIn(cells: readonly Zelle[], plan: Spaltenplan, lese: Lese, kontext: string | null) {
  const { spalte, zelle } = stelle(cells, plan, "kommune");
  const text = zellText(zelle);
  if (spalte === undefined || isLeer(text)) return { ags: kontext };
  const found = lese.zaehler.eins("kommune", text);
  if (found === undefined) return { wartet: problem(spalte, text, "Diese Kommune ist im Kreis nicht bekannt.") };
  return { ags: found.code };
}

/** Whether nothing but the name is there: it may as well be a title between the rows. */
const isOnlyName = (cells: readonly Zelle[], plan: Spaltenplan): boolean =>
  cells.every((zelle, i) => zelle === null || NAMEN.some((one) => plan.eine(one)?.index === i));

/** Reads one row of a list of persons or cases. `gewollt`: somebody said that it is one. */
export function readPerson(
  cells: readonly Zelle[],
  plan: Spaltenplan,
  lese: Lese,
  regel: Tagregel,
  {
    art,
    gewollt,
    vorhanden,
  }: { readonly art: Personenart; readonly gewollt: boolean; readonly vorhanden: string | null },
): GelesenePerson {
  const fehler: Problem[] = [];
  const wartet: Problem[] = [];
  const heute = regel.heute ?? "2999-12-31";
  const geburt = geburtIn(cells, plan, heute, regel);
  if (geburt.fehler !== undefined) fehler.push(geburt.fehler);
  const name = nameIn(cells, plan, geburt.tag);
  if ("grund" in name) fehler.push(name);
  const seit = tagIn(cells, plan, "seit", lese, regel);
  const fall = art === "faelle" ? fallIn(cells, plan, lese, regel, seit) : null;
  if (fall !== null) {
    fehler.push(...fall.fehler);
    wartet.push(...fall.wartet);
  }
  const ort = ortIn(cells, plan, lese, regel.kontext.kommune);
  if (ort.wartet !== undefined) wartet.push(ort.wartet);
  const herkunft = plan.eine("herkunft");
  const { staatsangehoerigkeit, herkunftsgruppe } = herkunftIn(lese, cells, plan.alle("herkunft"), []);
  if (herkunft !== undefined && staatsangehoerigkeit === null && herkunftsgruppe !== null)
    lese.hinweise.push(problem(herkunft, cells[herkunft.index], "Das ist eine Gruppe, kein Staat."));
  const sprachen = [...new Set(kodesIn(lese, "sprache", cells, plan.alle("sprache")))];
  const geschlecht = geschlechtIn(lese, cells, plan);
  const kontakte = kontakteIn(lese, cells, plan);
  const altersgruppe = altersgruppeIn(lese, cells, plan, geburt.tag, fall?.fall?.begonnen ?? seit ?? heute);
  if (!gewollt && fehler.length === 0 && isOnlyName(cells, plan))
    wartet.push({ spalte: "Zeile", buchstabe: null, wert: "", grund: ONLY_NAME });
  if ("grund" in name || fehler.length + wartet.length > 0 || ort.ags === undefined)
    return { person: null, fehler, wartet };
  const person = {
    ...name,
    altersgruppe,
    ags: ort.ags,
    staatsangehoerigkeit,
    sprachen,
    geschlecht,
    kontakte,
    seit,
    vorhanden,
    aehnliche: [],
  };
  return { person: { ...person, fall: fall?.fall ?? null }, fehler, wartet };
}
