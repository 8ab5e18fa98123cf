import { OdsStile } from "./ods-stile.ts";
import { readOdsTabellen } from "./ods-tabellen.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { readXml } from "./xml.ts";
import type { Blatt } from "./zelle.ts";
import type { Archiv } from "./zip.ts";

const INHALT = "content.xml";
const STILE = "styles.xml";
const ART = "mimetype";
const VERZEICHNIS = "meta-inf/manifest.xml";
const TABELLEN = "application/vnd.oasis.opendocument.spreadsheet";
const KEINE_TABELLE = "Die Datei ist ein Text- oder anderes Dokument aus LibreOffice und keine Tabelle.";

/** Whether the archive is a document of LibreOffice or OpenOffice (OpenDocument, ISO/IEC 26300). */
export const isOpenDocument = ({ namen }: Archiv): boolean => namen.has(INHALT) && namen.has(ART);

async function textOf(archiv: Archiv, part: string): Promise<string> {
  let text = "";
  for await (const piece of archiv.lies(part, 1024)) text += piece;
  return text.trim();
}

/** The parts of an encrypted document say so in the manifest; nothing of them is XML. */
async function isEncrypted(archiv: Archiv): Promise<boolean> {
  if (!archiv.namen.has(VERZEICHNIS)) return false;
  let found = false;
  await readXml(archiv.lies(VERZEICHNIS, GRENZEN.verzeichnis), {
    open: (name) => {
      if (name === "encryption-data") found = true;
    },
  });
  return found;
}

/** Reads every sheet of an .ods, hidden ones too, in the order of the tabs. @throws Unlesbar */
export async function readOds(archiv: Archiv): Promise<Blatt[]> {
  const art = await textOf(archiv, ART);
  if (!art.startsWith(TABELLEN)) throw new Unlesbar("anderes_format", KEINE_TABELLE);
  if (await isEncrypted(archiv)) throw new Unlesbar("verschluesselt");
  const stile = new OdsStile();
  if (archiv.namen.has(STILE)) {
    const open = (name: string, attributes: Readonly<Record<string, string>>) => stile.open(name, attributes);
    await readXml(archiv.lies(STILE, GRENZEN.verzeichnis), { open });
  }
  return readOdsTabellen(archiv.lies(INHALT), stile);
}
