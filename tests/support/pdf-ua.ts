import { type Objekt, type Verzeichnis, type Wert, objekteOf } from "./pdf-objekte.ts";

/**
 * PDF/UA-1 by the failure conditions of the Matterhorn Protocol 1.1 (PDF Association) that a program can decide, over the
 * structure tree and the objects of a file. Each problem begins with its condition ("15-003 …"). veraPDF checks more, but needs
 * Java; what only people can decide (whether an alternative text is a good one) is not here.
 */

const STANDARD = new Set(
  "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form Ruby Warichu".split(
    " ",
  ),
);
const IN_TABLE = new Set(["TR", "THead", "TBody", "TFoot", "Caption"]);

type Element = {
  readonly art: string;
  readonly dict: ReadonlyMap<string, Wert>;
  readonly kinder: readonly Element[];
  /** Numbers of marked content directly below it. */
  readonly marken: number;
};

class Datei {
  readonly objekte: ReadonlyMap<number, Objekt>;
  readonly rollen: ReadonlyMap<string, Wert>;
  readonly katalog: ReadonlyMap<string, Wert>;
  constructor(bytes: Buffer) {
    this.objekte = objekteOf(bytes);
    this.katalog = this.dict(this.dict(this.objekte.get(0)?.wert).get("Root"));
    this.rollen = this.dict(this.dict(this.katalog.get("StructTreeRoot")).get("RoleMap"));
  }

  wert(value: Wert | undefined): Wert {
    if (typeof value === "object" && value !== null && "ref" in value) return this.objekte.get(value.ref)?.wert ?? null;
    return value ?? null;
  }

  dict(value: Wert | undefined): ReadonlyMap<string, Wert> {
    const found = this.wert(value);
    return istVerzeichnis(found) ? found.dict : new Map<string, Wert>();
  }

  liste(value: Wert | undefined): readonly Wert[] {
    const found = this.wert(value);
    if (istListe(found)) return found;
    return found === null ? [] : [value ?? null];
  }

  stream(value: Wert | undefined): string {
    return typeof value === "object" && value !== null && "ref" in value
      ? (this.objekte.get(value.ref)?.inhalt() ?? "")
      : "";
  }

  element(value: Wert | undefined): Element {
    const dict = this.dict(value);
    const name = String(dict.get("S") ?? "").slice(1);
    const kids = this.liste(dict.get("K"));
    const kinder = kids.filter((k) => this.dict(k).has("S")).map((k) => this.element(k));
    const art = STANDARD.has(name) ? name : String(this.rollen.get(name) ?? `/${name}`).slice(1);
    // A link is in the tree as an object, beside the words that are marked for it.
    const objekte = kids.filter((k) => this.dict(k).get("Type") === "/OBJR");
    return { art, dict, kinder, marken: kids.length - kinder.length - objekte.length };
  }

  get baum(): Element {
    const root = this.dict(this.katalog.get("StructTreeRoot"));
    const kinder = this.liste(root.get("K")).map((k) => this.element(k));
    return { art: "Root", dict: root, kinder, marken: 0 };
  }

  seiten(node: Wert | undefined = this.katalog.get("Pages")): ReadonlyMap<string, Wert>[] {
    const dict = this.dict(node);
    return dict.get("Type") === "/Page" ? [dict] : this.liste(dict.get("Kids")).flatMap((kid) => this.seiten(kid));
  }
}

const istListe = (value: Wert): value is readonly Wert[] => Array.isArray(value);
const istVerzeichnis = (value: Wert): value is Verzeichnis =>
  typeof value === "object" && value !== null && "dict" in value;

const alle = (e: Element): Element[] => [e, ...e.kinder.flatMap(alle)];

type Pruefung = (d: Datei, elemente: readonly Element[]) => string[];

const wenn = (wrong: boolean, problem: string): string[] => (wrong ? [problem] : []);

/** Content: everything that is painted belongs to the structure or is an artifact, and never both (01). */
const inhalt: Pruefung = (d) =>
  d.seiten().flatMap((seite, i) => {
    const source = d
      .liste(seite.get("Contents"))
      .map((part) => d.stream(part))
      .join("\n");
    const found: string[] = [];
    // What has no number belongs to what it stands in: a language, letters from right to left.
    const open: ("artefakt" | "inhalt" | "beides")[] = [];
    for (const [mark, tag = "", ende, malt] of source.matchAll(
      /\/(\w+) (?:<<[\s\S]*?>>|\/\w+)? ?B[DM]C|(\bEMC\b)|(\bT[jJ]\b|(?<=\n)[fSB]\*?(?=\n))/g,
    )) {
      if (ende !== undefined) open.pop();
      else if (malt !== undefined)
        found.push(
          ...wenn(
            open.every((o) => o === "beides"),
            `01-005 Seite ${i + 1}: nicht gekennzeichnet`,
          ),
        );
      else {
        const was = tag === "Artifact" ? "artefakt" : mark.includes("/MCID") ? "inhalt" : "beides";
        found.push(...wenn(was === "artefakt" && open.includes("inhalt"), `01-003 Seite ${i + 1}: Artefakt in Inhalt`));
        found.push(...wenn(was === "inhalt" && open.includes("artefakt"), `01-004 Seite ${i + 1}: Inhalt in Artefakt`));
        open.push(was);
      }
    }
    return [...new Set(found)];
  });

const datei: Pruefung = (d) => {
  const xmp = d.stream(d.katalog.get("Metadata"));
  const zeigt = d.dict(d.katalog.get("ViewerPreferences"));
  return [
    ...wenn(xmp === "", "06-001 keine Metadaten"),
    ...wenn(!/<pdfuaid:part>1<|pdfuaid:part="1"/.test(xmp), "06-002 nennt PDF/UA-1 nicht"),
    ...wenn(!/<dc:title>[\s\S]*?<rdf:li[^>]*>\s*\S/.test(xmp), "06-003 ohne Titel"),
    ...wenn(zeigt.get("DisplayDocTitle") !== true, "07-001 zeigt den Titel nicht"),
    ...wenn(d.dict(d.katalog.get("MarkInfo")).get("Marked") !== true, "06-000 nicht als gekennzeichnet erklärt"),
    ...wenn(!/^\(\w{2}/.test(String(d.katalog.get("Lang") ?? "")), "11-006 ohne Sprache"),
    ...wenn(d.dict(d.objekte.get(0)?.wert).has("Encrypt"), "26-001 verschlüsselt"),
    ...wenn(d.dict(d.katalog.get("AcroForm")).has("XFA"), "25-001 XFA"),
    ...d
      .seiten()
      .flatMap((s, i) => wenn(s.has("Annots") && s.get("Tabs") !== "/S", `28-009 Seite ${i + 1}: Reihenfolge`)),
  ];
};

const rollen: Pruefung = (_, elemente) =>
  elemente.flatMap(({ art, dict }) =>
    wenn(art === "" || !(STANDARD.has(art) || art === "Root"), `02-001 ${String(dict.get("S"))} steht für nichts`),
  );

/** Headings begin with the first level and leave none out (14). */
const ueberschriften: Pruefung = (_, elemente) => {
  const ebenen = elemente.flatMap(({ art }) => (/^H[1-6]$/.test(art) ? [Number(art.slice(1))] : []));
  return [
    ...wenn(ebenen.length > 0 && ebenen[0] !== 1, "14-002 die erste Überschrift ist nicht H1"),
    ...ebenen.flatMap((n, i) => wenn(i > 0 && n > (ebenen[i - 1] ?? 0) + 1, `14-003 H${n} nach H${ebenen[i - 1]}`)),
    ...wenn(ebenen.length > 0 && elemente.some(({ art }) => art === "H"), "14-007 H und Hn gemischt"),
  ];
};

const attribute = (d: Datei, e: Element): ReadonlyMap<string, Wert> =>
  new Map(d.liste(e.dict.get("A")).flatMap((a) => (d.dict(a).get("O") === "/Table" ? [...d.dict(a)] : [])));

/** Tables are rows of cells; every cell finds its heads, and every head says of what (09, 15). */
const tabellen: Pruefung = (d, elemente) => {
  const names = new Set(elemente.flatMap(({ dict }) => (dict.has("ID") ? [String(dict.get("ID"))] : [])));
  const index = new Set(
    d
      .liste(d.dict(d.baum.dict.get("IDTree")).get("Names"))
      .filter((n) => typeof n === "string")
      .map(String),
  );
  return elemente.flatMap((e) => {
    const kinder = e.kinder.map((k) => k.art);
    if (e.art === "Table") return wenn(!kinder.every((k) => IN_TABLE.has(k)), "09-004 Table enthält Fremdes");
    if (/^T(Head|Body|Foot)$/.test(e.art))
      return wenn(!kinder.every((k) => k === "TR"), `09-004 ${e.art} enthält Fremdes`);
    if (e.art === "TR") {
      return [
        ...wenn(!kinder.every((k) => k === "TH" || k === "TD"), "09-004 TR enthält Fremdes"),
        ...wenn(kinder[0] !== "TH", "15-000 Zeile ohne Kopf"),
      ];
    }
    if (e.art === "TH") {
      const scope = String(attribute(d, e).get("Scope") ?? "");
      return [
        ...wenn(!/^\/(Row|Column|Both)$/.test(scope), "15-003 TH sagt nicht, wofür"),
        ...wenn(e.dict.has("ID") && !index.has(String(e.dict.get("ID"))), "15-004 TH fehlt im Verzeichnis"),
      ];
    }
    if (e.art !== "TD") return [];
    const heads = d.liste(attribute(d, e).get("Headers")).map(String);
    return wenn(heads.length === 0 || heads.some((h) => !names.has(h)), "15-005 TD findet ihren Kopf nicht");
  });
};

const listen: Pruefung = (_, elemente) =>
  elemente.flatMap(({ art, kinder }) => {
    if (art === "L")
      return wenn(!kinder.every((k) => k.art === "LI" || k.art === "Caption"), "09-005 L enthält Fremdes");
    return art === "LI"
      ? wenn(!kinder.every((k) => k.art === "Lbl" || k.art === "LBody"), "09-006 LI enthält Fremdes")
      : [];
  });

/** Words of the paper are paragraphs, headings, lists or cells: a reader that jumps from one to the next finds them all. */
const absaetze: Pruefung = (d) =>
  d.baum.kinder
    .flatMap((e) => (e.art === "Document" ? e.kinder : [e]))
    .flatMap(({ art }) => wenn(art === "Span", "01-000 Text außerhalb eines Absatzes"));

const bilder: Pruefung = (_, elemente) =>
  elemente.flatMap(({ art, dict }) => [
    ...wenn(art === "Figure" && !dict.has("Alt") && !dict.has("ActualText"), "13-004 Figure ohne Alternativtext"),
    ...wenn(art === "Formula" && !dict.has("Alt"), "17-002 Formel ohne Alternativtext"),
  ]);

/** Fonts are there, and every letter of them is a letter (10, 31). */
const schriften: Pruefung = (d) =>
  [...d.objekte.values()].flatMap(({ wert }) => {
    const font = d.dict(wert);
    if (font.get("Type") === "/FontDescriptor") {
      return wenn(!["FontFile", "FontFile2", "FontFile3"].some((f) => font.has(f)), "31-009 Schrift nicht eingebettet");
    }
    return wenn(
      font.get("Type") === "/Font" && font.get("Subtype") === "/Type0" && !font.has("ToUnicode"),
      "31-027 Schrift ohne Zeichen",
    );
  });

/** What is marked on the pages is what the tree leads to. */
const vollstaendig: Pruefung = (d, elemente) => {
  const marked = d
    .seiten()
    .flatMap((seite) =>
      d.liste(seite.get("Contents")).flatMap((part) => [...d.stream(part).matchAll(/\/MCID (\d+)/g)]),
    );
  const reached = elemente.reduce((sum, e) => sum + e.marken, 0);
  return wenn(marked.length !== reached, `01-006 ${marked.length} Stellen gekennzeichnet, ${reached} im Baum`);
};

/** What is wrong with a file, by condition; empty when nothing is. */
export function matterhorn(bytes: Buffer): string[] {
  const d = new Datei(bytes);
  const elemente = alle(d.baum);
  const alles = [inhalt, datei, rollen, ueberschriften, tabellen, listen, absaetze, bilder, schriften, vollstaendig];
  return [...new Set(alles.flatMap((pruefung) => pruefung(d, elemente)))];
}
