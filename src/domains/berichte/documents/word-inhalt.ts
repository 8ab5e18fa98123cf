import { Document, Packer } from "docx";
import PizZip from "pizzip";
import { type Abschnitt, type Block, DOCUMENT, NUMBERING, STYLES, described, inhaltOf } from "../../papier/index.ts";

/**
 * Chapters as the XML that stands between the paragraphs of somebody else's Word file. Its styles are those of that file; charts
 * stay out, because a file that is not ours has no place for their parts. The tables beside them say the same.
 */

const PARAGRAPH = /<w:p>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g;
const POINT = '<w:r><w:t xml:space="preserve">–</w:t></w:r><w:r><w:tab/></w:r>';

/** Points of a list without the list, which is declared in another part of a file of ours. */
const unlisted = (xml: string): string =>
  xml.replaceAll(PARAGRAPH, (p) =>
    p.includes("<w:numPr>")
      ? p
          .replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, '<w:ind w:left="340" w:hanging="240"/>')
          .replace("</w:pPr>", `</w:pPr>${POINT}`)
      : p,
  );

/** Points of a counted list with their numbers as text, for the same reason. */
const gezaehlte = (block: Block): readonly Block[] =>
  block.art === "liste" && block.gezaehlt
    ? block.punkte.map((line, i) => ({ art: "absatz", laeufe: [{ text: `${i + 1}. `, fett: false }, ...line] }))
    : [block];

/** The styles of a file by the names that every Word knows, whatever language it was made in. */
export function stylesOf(zip: PizZip): ReadonlyMap<string, string> {
  const xml = zip.file("word/styles.xml")?.asText() ?? "";
  const found = xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*>[\s\S]*?<w:name w:val="([^"]+)"/g);
  return new Map([...found].map(([, id = "", name = ""]) => [name.toLowerCase(), id]));
}

const OURS = { Heading2: "heading 2", Heading3: "heading 3", Caption: "caption" } as const;

function restyled(xml: string, styles: ReadonlyMap<string, string>): string {
  let out = xml;
  for (const [ours, name] of Object.entries(OURS)) {
    const theirs = styles.get(name);
    const style = `<w:pStyle w:val="${ours}"/>`;
    out = out.replaceAll(style, theirs === undefined ? "" : `<w:pStyle w:val="${theirs}"/>`);
  }
  return out.replaceAll('<w:pStyle w:val="Anmerkung"/>', "");
}

/** What a chapter says below its heading, as paragraphs and tables of a file with these styles. */
export async function inhaltXml(abschnitt: Abschnitt, styles: ReadonlyMap<string, string>): Promise<string> {
  const bloecke = abschnitt.bloecke.filter((b) => b.art !== "diagramm").flatMap(gezaehlte);
  const children = inhaltOf({ ...abschnitt, bloecke });
  const document = new Document({ styles: STYLES, numbering: NUMBERING, sections: [{ children }] });
  const packed = new PizZip(await Packer.toBuffer(document)).file(DOCUMENT)?.asText() ?? "";
  const xml = described(
    packed,
    bloecke.filter((b) => b.art === "tabelle"),
  );
  const body = /<w:body>([\s\S]*?)(?:<w:sectPr[\s\S]*)?<\/w:body>/.exec(xml)?.[1] ?? "";
  return restyled(unlisted(body), styles);
}
