import { inflateRawSync } from "node:zlib";
import PizZip from "pizzip";
import { z } from "zod";
import { aehnlich } from "../model/zahlen.ts";

/** What is wrong with somebody's Word file, as sentences that name the place. */

/** Bytes that a Word file may have, as it is and unpacked. */
export const MAX_WORD = 5 * 1024 * 1024;
const MAX_UNPACKED = 60 * 1024 * 1024;
const MAX_PARTS = 500;

const NO_WORD = "Das ist keine Word-Datei (.docx). Öffnen Sie sie in Word und speichern Sie sie als „Word-Dokument“.";
const TOO_LARGE = "Die Word-Datei ist zu groß. Nehmen Sie Bilder heraus oder verkleinern Sie sie; höchstens 5 MB.";

const OUTSIDE =
  "Die Word-Datei lädt etwas von außerhalb nach, zum Beispiel eine angehängte Dokumentvorlage oder ein verknüpftes Bild. Lösen Sie die Verknüpfung in Word: Wer das Papier öffnet, soll nichts nachladen.";

/** Whether opening the file makes Word ask somebody else for something. Links that people follow are no such thing. */
const loadsFromOutside = (zip: PizZip): boolean =>
  Object.keys(zip.files)
    .filter((name) => name.endsWith(".rels"))
    .flatMap(
      (name) =>
        zip
          .file(name)
          ?.asText()
          .match(/<Relationship [^>]*>/g) ?? [],
    )
    .some((one) => /TargetMode="External"/i.test(one) && !/\/hyperlink"/.test(one));

const TooBig = z.object({ code: z.literal("ERR_BUFFER_TOO_LARGE") });

/** Bytes of a packed part; the bound where it would have more. */
function unpackedLength(data: Buffer, bound: number): number {
  try {
    return inflateRawSync(data, { maxOutputLength: bound }).length;
  } catch (error) {
    if (TooBig.safeParse(error).success) return bound;
    throw error;
  }
}

/** Unpacks every part once with a bound, so that a small file cannot become a huge one. @throws RangeError for what is no archive */
function unpackable(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new RangeError("No end of a central directory.");
  let at = bytes.readUInt32LE(end + 16);
  let left = MAX_UNPACKED;
  const parts = bytes.readUInt16LE(end + 10);
  for (let i = 0; i < parts && i < MAX_PARTS; i += 1) {
    const [method, packed, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    left -= method === 0 ? data.length : unpackedLength(data, left);
    if (left <= 0) return false;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts <= MAX_PARTS;
}

/** The file, opened. @throws WordFehler */
export function wordDatei(bytes: Buffer): PizZip {
  if (bytes.length > MAX_WORD) throw new WordFehler([TOO_LARGE]);
  try {
    if (!unpackable(bytes)) throw new WordFehler([TOO_LARGE]);
    const zip = new PizZip(bytes);
    if (zip.file("word/document.xml") === null || zip.file("word/vbaProject.bin") !== null) throw new Error(NO_WORD);
    if (loadsFromOutside(zip)) throw new WordFehler([OUTSIDE]);
    return zip;
  } catch (error) {
    throw error instanceof WordFehler ? error : new WordFehler([NO_WORD]);
  }
}

/** A Word file that cannot be filled: each sentence says what and where. */
export class WordFehler extends Error {
  override readonly name = "WordFehler";
  readonly saetze: readonly string[];
  constructor(saetze: readonly string[]) {
    super(saetze.join(" "));
    this.saetze = saetze;
  }
}

const PARTS = [
  { file: /^word\/document\.xml$/, wo: "im Text" },
  { file: /^word\/header\d*\.xml$/, wo: "in der Kopfzeile" },
  { file: /^word\/footer\d*\.xml$/, wo: "in der Fußzeile" },
] as const;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

type Absatz = { readonly wo: string; readonly nr: number; readonly text: string };

/** Paragraphs with text of every part that is filled, counted within their part. */
function absaetzeIn(zip: PizZip): Absatz[] {
  return Object.keys(zip.files).flatMap((name) => {
    const part = PARTS.find(({ file }) => file.test(name));
    if (part === undefined) return [];
    const xml = zip.file(name)?.asText() ?? "";
    const texts = [...xml.matchAll(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g)].map(([p]) =>
      [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, said = ""]) => said.replaceAll(/&(\w+);/g, (_, entity: string) => ENTITIES[entity] ?? ""))
        .join(""),
    );
    return texts.filter((text) => text.trim() !== "").map((text, i) => ({ wo: part.wo, nr: i + 1, text }));
  });
}

const SHOWN = 60;
const place = ({ wo, nr, text }: Absatz): string =>
  `${wo}, Absatz ${nr} („${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}“)`;

const TAG = /\{[#/^@]?\s*([^{}]*?)\s*\}/g;

/** Placeholders that stand for nothing, each with its place and what may be meant. */
function unbekannte(absaetze: readonly Absatz[], names: ReadonlySet<string>): string[] {
  return absaetze.flatMap((absatz) =>
    [...absatz.text.matchAll(TAG)].flatMap(([tag, name = ""]) => {
      if (names.has(name)) return [];
      const meant = aehnlich(name, names);
      const instead = meant === undefined ? "Die Namen stehen im Handbuch." : `Meinten Sie {${meant}}?`;
      return [`Der Platzhalter ${tag} ${place(absatz)} steht für nichts. ${instead}`];
    }),
  );
}

const Problem = z.object({
  properties: z.object({ id: z.string(), xtag: z.string().optional(), context: z.string().optional() }),
});
const Problems = z.object({ properties: z.object({ errors: z.array(Problem) }) });

/** What docxtemplater found, by its id. Source: https://docxtemplater.com/docs/errors/ */
const SAID: Readonly<Record<string, string>> = {
  unopened_tag: "hat eine schließende Klammer ohne öffnende",
  unclosed_tag: "hat keine schließende Klammer",
  duplicate_open_tag: "hat zwei öffnende Klammern",
  duplicate_close_tag: "hat zwei schließende Klammern",
  unclosed_loop: "beginnt eine Wiederholung, die nicht endet; es fehlt der Platzhalter mit /",
  unopened_loop: "beendet eine Wiederholung, die nicht begonnen hat",
  closing_tag_does_not_match_opening_tag: "beendet eine andere Wiederholung als die begonnene",
  raw_xml_tag_should_be_only_text_in_paragraph: "muss allein in seinem Absatz stehen",
};

/** What docxtemplater has against a file, as sentences; undefined for an error that is none of the file. */
export function wordSaetze(error: unknown, zip: PizZip): string[] | undefined {
  const several = Problems.safeParse(error);
  const one = Problem.safeParse(error);
  const found = several.success ? several.data.properties.errors : one.success ? [one.data] : [];
  if (found.length === 0) return undefined;
  const absaetze = absaetzeIn(zip);
  return found.map(({ properties: { id, xtag = "", context = "" } }) => {
    const at =
      absaetze.find(({ text }) => text.includes(context === "" ? xtag : context)) ??
      absaetze.find(({ text }) => text.includes(xtag));
    return `Der Platzhalter „${xtag}“${at === undefined ? "" : ` ${place(at)}`} ${SAID[id] ?? "lässt sich nicht lesen"}.`;
  });
}

/** @throws WordFehler for placeholders that stand for nothing */
export function refuseUnbekannte(zip: PizZip, names: ReadonlySet<string>): void {
  const wrong = unbekannte(absaetzeIn(zip), names);
  if (wrong.length > 0) throw new WordFehler(wrong.slice(0, 5));
}
