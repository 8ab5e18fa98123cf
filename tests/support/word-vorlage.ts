import { Document, Header, Packer, Paragraph, TextRun } from "docx";

/** A Word file as a Kreis might have it: these paragraphs, and one in the header. */
export const wordDateiMit = (absaetze: readonly string[], kopfzeile = "{kreis} – {vorlage}"): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph(kopfzeile)] }) },
          children: absaetze.map(
            (text) =>
              // In pieces, as Word leaves it after somebody has typed over it.
              new Paragraph({ children: [...text.matchAll(/.{1,7}/gs)].map(([piece]) => new TextRun(piece)) }),
          ),
        },
      ],
    }),
  );
