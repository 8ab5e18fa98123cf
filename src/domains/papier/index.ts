/** The door of the room: what a paper says, and its files. README.md says what a paper is here. */
export { DOCUMENT, docxOf } from "./documents/docx.ts";
export { NUMBERING, STYLES, inhaltOf } from "./documents/docx-inhalt.ts";
export { described } from "./documents/docx-tabelle.ts";
export { pdfOf } from "./documents/pdf.ts";
export { refuseUnprintable } from "./documents/setzbar.ts";
export { type Abschnitt, type Block, Papier, type Tabelle, texteIn } from "./model/papier.ts";
