import { type Staat, herkunftEintraege } from "./herkunft.ts";
import { type Kommune, Ortsverzeichnis } from "./kommunen.ts";
import { schluessel } from "./schluessel.ts";
import { sprachEintraege } from "./sprachen.ts";
import { themenEintraege } from "./themen.ts";
import {
  JA_NEIN,
  JA_ZEICHEN,
  NEIN_ZEICHEN,
  abschlussEintraege,
  ergebnisEintraege,
  kontaktwegEintraege,
  phaseEintraege,
  verstaendigungEintraege,
} from "./wege.ts";
import { type Eintrag, SICHER, type Treffer, Woerterbuch, Wortbestand } from "./woerterbuch.ts";

type Kode = { readonly code: string; readonly name: string; readonly kurz?: string | undefined };

/** An age band of the code list: full years, both ends included, `bis` null for the last one. */
export type Altersband = {
  readonly code: string;
  readonly name: string;
  readonly von: number;
  readonly bis: number | null;
};

/** The code lists that words are mapped to. */
export type Codes = {
  readonly handlungsfeld: readonly Kode[];
  readonly kontaktweg: readonly Kode[];
  readonly sprache: readonly Kode[];
  readonly verstaendigung: readonly Kode[];
  readonly ergebnis: readonly Kode[];
  readonly staatsangehoerigkeit: readonly Staat[];
  readonly herkunftsgruppe: readonly Kode[];
  readonly altersgruppe: readonly Altersband[];
  readonly phase: readonly Kode[];
  readonly abschlussgrund: readonly Kode[];
};

/** “Vermittelt an”, where the target alone matters. */
const WOHIN =
  /^(?:(?:weiter)?(?:vermittelt|verwiesen|geleitet|verweis|vermittlung|referred|referral|oriente|orienté|yönlendirildi)\s+)?(?:an|zu|zum|zur|to|vers|au|à)?\s*(?:die|das|den|der|le|la|the)?\s+(?=\S)/iu;

/** What kinds of words a list holds. The code of a `kommune` is its AGS, of a `herkunft` see `herkunftEintraege`. */
export const WORTARTEN = [
  "thema",
  "kommune",
  "herkunft",
  "sprache",
  "kontaktweg",
  "verstaendigung",
  "ergebnis",
  "neuzuweisung",
  "alter",
  "phase",
  "abschlussgrund",
] as const;
export type Wortart = (typeof WORTARTEN)[number];

/** Decided once by a person: this word of this kind stands for this code, null for none (leave it out). */
export type Wortentscheidung = { readonly spalte: Wortart; readonly wort: string; readonly code: string | null };

/** What a decision or the dictionaries say of a word; `code` null: a person decided that it stands for nothing. */
export type Deutung = Omit<Treffer, "code"> & { readonly code: string | null };

function bandEintrag({ code, name, von, bis }: Altersband): Eintrag {
  const spans =
    bis === null
      ? [`ue${von}`, `ue ${von}`, `ueber ${von - 1}`, `ab ${von}`, `${von}`]
      : [`${von} ${bis}`, `${von} bis ${bis}`];
  return { code, formen: [...[code, name].map(schluessel), ...spans.flatMap((s) => [s, `${s} jahre`, `${s} j`])] };
}

const bestandOf = (codes: Codes) => ({
  jaNein: new Wortbestand(JA_NEIN),
  thema: new Wortbestand(themenEintraege(codes.handlungsfeld)),
  herkunft: new Wortbestand(herkunftEintraege(codes.staatsangehoerigkeit, codes.herkunftsgruppe)),
  sprache: new Wortbestand(sprachEintraege(codes.sprache)),
  kontaktweg: new Wortbestand(kontaktwegEintraege(codes.kontaktweg)),
  verstaendigung: new Wortbestand(verstaendigungEintraege(codes.verstaendigung)),
  ergebnis: new Wortbestand(ergebnisEintraege(codes.ergebnis)),
  alter: new Wortbestand(codes.altersgruppe.map(bandEintrag)),
  phase: new Wortbestand(phaseEintraege(codes.phase)),
  abschlussgrund: new Wortbestand(abschlussEintraege(codes.abschlussgrund)),
});

/** Whoever reads several lists with the same code lists makes their words once. */
const bestaende = new WeakMap<Codes, ReturnType<typeof bestandOf>>();

/** All words of a Kreis, with the decisions of a Träger, which win. Each word is looked up once. */
export class Verzeichnis {
  readonly orte: Ortsverzeichnis;
  private readonly buecher: Readonly<Record<Wortart, (wort: string, nah: boolean) => Treffer | undefined>>;
  private readonly entschieden = new Map<string, string | null>();
  private readonly known = new Map<string, Deutung | undefined>();
  /** Short forms that the file itself explains, by kind and word. */
  private legende: ReadonlyMap<string, string> = new Map();

  constructor(kommunen: readonly Kommune[], codes: Codes, entscheidungen: readonly Wortentscheidung[] = []) {
    this.orte = new Ortsverzeichnis(kommunen);
    const bestand = bestaende.get(codes) ?? bestandOf(codes);
    bestaende.set(codes, bestand);
    const buch = (worte: Wortbestand) => {
      const woerterbuch = new Woerterbuch(worte);
      return (wort: string, nah: boolean) => woerterbuch.find(wort, nah);
    };
    const jaNein = buch(bestand.jaNein);
    const ergebnis = buch(bestand.ergebnis);
    this.buecher = {
      thema: buch(bestand.thema),
      kommune: (wort, nah) => this.orte.find(wort, nah),
      herkunft: buch(bestand.herkunft),
      sprache: buch(bestand.sprache),
      kontaktweg: buch(bestand.kontaktweg),
      verstaendigung: buch(bestand.verstaendigung),
      ergebnis: (wort, nah) => {
        // The names of the list begin like that themselves.
        const whole = ergebnis(wort, false);
        return whole?.grund === "bezeichnung" ? whole : ergebnis(wort.replace(WOHIN, ""), nah);
      },
      neuzuweisung: (wort, nah) => mark(wort) ?? jaNein(wort, nah),
      alter: buch(bestand.alter),
      phase: buch(bestand.phase),
      abschlussgrund: buch(bestand.abschlussgrund),
    };
    for (const { spalte, wort, code } of entscheidungen) this.entschieden.set(merkwort(spalte, wort), code);
  }

  /** What a word of this kind stands for; undefined when nothing comes near. */
  find(art: Wortart, wort: string): Deutung | undefined {
    const key = `${art}\n${wort}`;
    if (this.known.has(key)) return this.known.get(key);
    const decided = this.entschieden.get(merkwort(art, wort));
    const found: Deutung | undefined =
      decided === undefined
        ? (this.erklaert(art, wort) ?? this.buecher[art](wort, true))
        : { code: decided, sicherheit: 1, grund: "entschieden" };
    if (this.known.size < 200_000) this.known.set(key, found);
    return found;
  }

  /** Takes the short forms that a file explains; they hold for this file only. */
  lerne(kuerzel: readonly { readonly kurz: string; readonly art: Wortart; readonly code: string }[]): void {
    this.legende = new Map(kuerzel.map(({ kurz, art, code }) => [merkwort(art, kurz), code]));
    this.known.clear();
  }

  /** What the file itself says that a short form stands for. */
  erklaert(art: Wortart, wort: string): Deutung | undefined {
    const code = this.legende.size > 0 ? this.legende.get(merkwort(art, wort)) : undefined;
    return code === undefined ? undefined : { code, sicherheit: 1, grund: "abkuerzung" };
  }

  /** The code when it is certain enough to count, undefined otherwise. */
  sicher(art: Wortart, wort: string): Deutung | undefined {
    const found = this.find(art, wort);
    return found !== undefined && found.sicherheit >= SICHER ? found : undefined;
  }

  /** The same without misspelt words: quick enough to try words of every kind. */
  readonly genau: Nachschlag = (art, wort) => {
    const found = this.erklaert(art, wort) ?? this.buecher[art](wort, false);
    return found !== undefined && found.sicherheit >= SICHER ? found : undefined;
  };
}

/** Says what a word of a kind certainly stands for. */
export type Nachschlag = (art: Wortart, wort: string) => Deutung | undefined;

/** What a decision is remembered under. Spelling in capitals or with a dot is the same word; marks are themselves. */
export const merkwort = (art: Wortart, wort: string): string => `${art}\n${schluessel(wort) || wort.trim()}`;

const UNKLAR = /^[/\\|*+]+$/u;

function mark(wort: string): Treffer | undefined {
  const plain = wort.replaceAll(/\s/gu, "");
  // A stroke or a star may as well say “none”: a person decides once.
  if (UNKLAR.test(plain)) return undefined;
  if (JA_ZEICHEN.test(plain)) return { code: "ja", sicherheit: 1, grund: "bezeichnung" };
  return NEIN_ZEICHEN.test(plain) ? { code: "nein", sicherheit: 1, grund: "bezeichnung" } : undefined;
}
