import { monateSpaeter, tagText } from "../../../platform/span.ts";
import { dauer } from "./dauer.ts";
import { statusAm } from "./kette.ts";
import type { Licht, Regel } from "./regel.ts";
import { type Tatsachen, dauerText, gilt, volleMonate } from "./tatsachen.ts";

/** The light of a condition, with what the file says that makes it so. */
export type Befund = { readonly licht: Licht; readonly weil: string };

/** What codes are called; the rules know only codes. */
export type Worte = {
  readonly status: Wort;
  readonly leistung: Wort;
  readonly werdegang: Wort;
  readonly dokument: Wort;
};
type Wort = (code: string) => string;

type Frage = { readonly regel: Regel; readonly akte: Tatsachen; readonly tag: string; readonly worte: Worte };

/** Compares a version of a condition with a file, as both are on a day (ISO). Pure: it asks no clock. */
export function pruefe(frage: Frage): Befund {
  switch (frage.regel.pruefung) {
    case null:
      return { licht: "auskunft", weil: "Darüber führt KIM nichts. Im Gespräch oder mit der Behörde klären." };
    case "entfallen":
      return { licht: "entfallen", weil: "Gilt an diesem Tag nicht." };
    case "dauer":
      return dauer(frage);
    case "status":
      return status(frage);
    case "deutsch":
    case "deutsch_muendlich":
      return deutsch(frage);
    case "unterhalt":
      return unterhalt(frage);
    case "alter":
      return alter(frage);
    case "schule":
      return schule(frage);
    case "dokument":
      return dokument(frage);
  }
}

function status({ regel, akte, tag, worte }: Frage): Befund {
  const [heute] = statusAm(akte, tag);
  if (heute === undefined) return { licht: "unbekannt", weil: "Für diesen Tag steht kein Status in der Akte." };
  const wort = worte.status(heute);
  if (regel.zaehlt.includes(heute)) return { licht: "erfuellt", weil: `Status: ${wort}.` };
  if (regel.nicht.includes(heute)) return { licht: "nicht", weil: `Status: ${wort}. Er reicht dafür nicht.` };
  return { licht: "offen", weil: `Status: ${wort}. Ob er reicht, klärt die Behörde am genauen Paragrafen.` };
}

const NIVEAU = ["–", "A1", "A2", "B1", "B2", "C1", "C2"];
/** Courses end with a level. */
const BESTANDEN: Readonly<Record<string, number>> = { bestanden_a2: 2, bestanden_b1: 3 };

function deutsch({ regel: { zahl, pruefung }, akte, tag }: Frage): Befund {
  const kurs = Math.max(
    0,
    ...akte.werdegang
      .filter(({ von, bis }) => (bis ?? von ?? tag) <= tag)
      .map(({ stand }) => (stand === null ? 0 : (BESTANDEN[stand] ?? 0))),
  );
  const niveau = pruefung === "deutsch_muendlich" ? akte.deutsch?.muendlich : akte.deutsch?.alles;
  const hat = NIVEAU[niveau ?? 0] ?? "";
  if (kurs >= zahl) return { licht: "erfuellt", weil: `Kurs mit ${NIVEAU[kurs] ?? ""} bestanden.` };
  if (niveau === null || niveau === undefined) {
    return kurs === 0
      ? { licht: "unbekannt", weil: "In der Akte steht kein Niveau für Deutsch." }
      : { licht: "offen", weil: `Kurs mit ${NIVEAU[kurs] ?? ""} bestanden.` };
  }
  if (niveau < zahl)
    return { licht: "offen", weil: niveau === 0 ? "Deutsch: noch keine Kenntnisse." : `Deutsch: ${hat}.` };
  return akte.deutsch?.zertifikat === true
    ? { licht: "erfuellt", weil: `Deutsch: ${hat}, mit Zertifikat.` }
    : { licht: "offen", weil: `Deutsch: ${hat}, ohne Zertifikat. Der Nachweis fehlt.` };
}

/** What is paid to whoever cannot live on what she has. */
const HILFE = new Set(["asylblg", "sgb2", "sgb12"]);

function unterhalt({ regel, akte, tag, worte }: Frage): Befund {
  const jetzt = akte.leistungen.filter((one) => one.von !== null && gilt(one, tag)).map(({ art }) => art);
  const namen = (codes: readonly string[]) => codes.map(worte.leistung).join(", ");
  const steht = jetzt.filter((one) => regel.nicht.includes(one));
  if (steht.length > 0) return { licht: "nicht", weil: `Bezieht ${namen(steht)}.` };
  const hilfe = jetzt.filter((one) => HILFE.has(one));
  const eigenes = jetzt.filter((one) => regel.zaehlt.includes(one));
  if (hilfe.length > 0) {
    const dazu = eigenes.length === 0 ? "" : ` neben ${namen(eigenes)}`;
    return { licht: "offen", weil: `Bezieht ${namen(hilfe)}${dazu}. Ob eine Ausnahme greift, klärt die Behörde.` };
  }
  if (eigenes.length > 0) return { licht: "erfuellt", weil: `Lebt von: ${namen(eigenes)}.` };
  const arbeit = akte.werdegang.find((one) => ["beschaeftigt", "selbststaendig"].includes(one.art) && gilt(one, tag));
  if (arbeit !== undefined) {
    return { licht: "offen", weil: `${worte.werdegang(arbeit.art)}; unter Leistungen steht kein Einkommen.` };
  }
  return jetzt.length === 0
    ? { licht: "unbekannt", weil: "In der Akte steht nicht, wovon sie oder er lebt." }
    : { licht: "offen", weil: `Eingetragen: ${namen(jetzt)}. Der Nachweis des Einkommens fehlt.` };
}

function alter({ regel: { zahl, zahlBis }, akte: { geburt }, tag }: Frage): Befund {
  if (geburt === null) return { licht: "unbekannt", weil: "In der Akte steht kein Geburtsdatum." };
  const exact = geburt.length === 10;
  const [early, late] = exact ? [geburt, geburt] : [`${geburt}-01-01`, `${geburt}-12-31`];
  const von = (day: string) => monateSpaeter(day, zahl * 12);
  const ende = (day: string) => monateSpaeter(day, (zahlBis ?? 200) * 12);
  if (tag >= ende(late)) return { licht: "nicht", weil: `Die Altersgrenze ist überschritten.` };
  if (tag < von(early)) return { licht: "offen", weil: `Ab ${tagText(von(late))}.` };
  if (tag >= von(late) && tag < ende(early)) {
    return { licht: "erfuellt", weil: `Möglich bis vor dem ${tagText(ende(early))}.` };
  }
  return { licht: "unbekannt", weil: "Nur das Geburtsjahr steht in der Akte; es kommt auf den Tag an." };
}

function schule({ regel, akte, tag, worte }: Frage): Befund {
  const jahre = akte.werdegang.filter((one) => regel.zaehlt.includes(one.art));
  const monate = jahre
    .map(({ von, bis }) => (von === null || von > tag ? 0 : volleMonate(von, bis === null || bis > tag ? tag : bis)))
    .reduce((sum, one) => sum + one, 0);
  if (monate >= regel.zahl) {
    return {
      licht: "erfuellt",
      weil: `Schulbesuch in der Akte: ${dauerText(monate)}. Ob mit Erfolg, zeigen die Zeugnisse.`,
    };
  }
  const abschluss = akte.werdegang.find((one) => regel.pruefen.includes(one.art));
  if (abschluss !== undefined) {
    return {
      licht: "offen",
      weil: `${worte.werdegang(abschluss.art)} eingetragen. Ob er in Deutschland anerkannt ist, klären.`,
    };
  }
  return monate > 0
    ? { licht: "offen", weil: `Schulbesuch in der Akte: ${dauerText(monate)}.` }
    : { licht: "unbekannt", weil: "In der Akte steht kein Schulbesuch und kein Abschluss." };
}

function dokument({ regel, akte: { dokumente }, tag, worte }: Frage): Befund {
  const da = (codes: readonly string[]) => codes.filter((one) => dokumente.has(one));
  const holds = (code: string) => (dokumente.get(code) ?? tag) >= tag;
  const gute = da(regel.zaehlt);
  const gut = gute.find(holds);
  if (gut !== undefined) return { licht: "erfuellt", weil: `Liegt vor: ${worte.dokument(gut)}.` };
  const [alt] = gute;
  if (alt !== undefined) return { licht: "offen", weil: `Abgelaufen: ${worte.dokument(alt)}.` };
  const [anders] = da(regel.pruefen);
  if (anders !== undefined)
    return { licht: "offen", weil: `Liegt vor: ${worte.dokument(anders)}. Ob das genügt, klärt die Behörde.` };
  return { licht: "unbekannt", weil: "Dazu ist kein Dokument abgelegt." };
}
