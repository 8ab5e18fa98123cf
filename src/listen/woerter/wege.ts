import { type Eintrag, woerter } from "./woerterbuch.ts";
import { type Wortliste, readWortliste, wortsorten } from "./wortliste.ts";

type Kode = { readonly code: string; readonly name: string; readonly kurz?: string | undefined };

const KONTAKTWEG = readWortliste("kontaktweg", { als: ["wort", "anfang"] });
const VERSTAENDIGUNG = readWortliste("verstaendigung", { als: ["wort", "anfang"] });
const ERGEBNIS = readWortliste("ergebnis", { als: ["wort", "anfang"] });

const PHASE = readWortliste("phase", { als: ["wort", "anfang"] });
const ABSCHLUSS = readWortliste("abschlussgrund", { als: ["wort", "anfang"] });

const eintraege = (codes: readonly Kode[], liste: Wortliste): Eintrag[] =>
  codes.map(({ code, name, kurz = name }) => {
    const { wort, anfang } = wortsorten(liste, code);
    const apart = name.replace(/\(.*\)/u, "");
    return { code, formen: [...woerter([code, name, apart, kurz].join("|")), ...wort], staemme: anfang };
  });

export const kontaktwegEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, KONTAKTWEG);
export const verstaendigungEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, VERSTAENDIGUNG);
export const phaseEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, PHASE);
export const abschlussEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, ABSCHLUSS);
export const ergebnisEintraege = (codes: readonly Kode[]): Eintrag[] => eintraege(codes, ERGEBNIS);

/** Words for yes and no. */
export const JA_NEIN: readonly Eintrag[] = [
  ...readWortliste("neuzuweisung", { als: ["wort"], codes: ["ja", "nein"] }),
].map(([code, { wort }]) => ({ code, formen: wort }));

/** Marks that are no letters: ticks, crosses and dashes. */
export const JA_ZEICHEN = /^[✓✔☑☒✗✘×●•■*+/\\|]+$/u;
export const NEIN_ZEICHEN = /^[-–—_.☐○]+$/u;
