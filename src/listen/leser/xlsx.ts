import { posix } from "node:path";
import { readSheet } from "./xlsx-blatt.ts";
import { readFormate } from "./xlsx-formate.ts";
import { readKommentare } from "./xlsx-kommentare.ts";
import { readSharedStrings } from "./xlsx-texte.ts";
import { isOpenDocument, readOds } from "./ods.ts";
import { type Archiv, openArchiv } from "./zip.ts";
import { Umfang } from "./umfang.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { attribute, isTrue, readXml } from "./xml.ts";
import type { Blatt } from "./zelle.ts";

type Verweis = { readonly id: string; readonly art: string; readonly ziel: string };

/** The parts that a part refers to, with full paths. */
async function verweise(archiv: Archiv, part: string): Promise<Verweis[]> {
  const { dir, base } = posix.parse(part);
  const file = posix.join(dir, "_rels", `${base}.rels`);
  if (!archiv.namen.has(file.toLowerCase())) return [];
  const found: Verweis[] = [];
  await readXml(archiv.lies(file, GRENZEN.verzeichnis), {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const target = (attribute(attributes, "Target") ?? "").replaceAll("\\", "/");
      const ziel = target.startsWith("/") ? target.slice(1) : posix.join(dir, target);
      const art = (attribute(attributes, "Type") ?? "").split("/").at(-1) ?? "";
      if (found.length >= GRENZEN.verweise) throw new Unlesbar("bombe");
      found.push({ id: attribute(attributes, "Id") ?? "", art, ziel });
    },
  });
  return found;
}

/** What an archive is that holds no workbook of the new format. */
function fremdes(namen: ReadonlySet<string>): Unlesbar {
  const has = (start: string) => [...namen].some((name) => name.startsWith(start));
  if (namen.has("xl/workbook.bin")) {
    return new Unlesbar("anderes_format", "Die Datei hat das Format .xlsb. Speichern Sie sie in Excel als .xlsx.");
  }
  if (has("word/")) return new Unlesbar("anderes_format", "Die Datei ist ein Word-Dokument und keine Liste.");
  if (has("ppt/")) return new Unlesbar("anderes_format", "Die Datei ist eine Präsentation und keine Liste.");
  if (has("index/") || has("index.zip")) {
    return new Unlesbar("anderes_format", "Die Datei kommt aus Numbers. Exportieren Sie sie dort als Excel (.xlsx).");
  }
  return new Unlesbar("anderes_format");
}

/**
 * Reads every worksheet of a workbook (.xlsx, .xlsm without its macros, .ods), hidden ones too, in the order of the tabs.
 * @throws Unlesbar
 */
export async function readXlsx(bytes: Uint8Array): Promise<Blatt[]> {
  const archiv = await openArchiv(bytes);
  if (isOpenDocument(archiv)) return readOds(archiv);
  const root = await verweise(archiv, "");
  const workbook = root.find((v) => v.art === "officeDocument")?.ziel ?? "xl/workbook.xml";
  if (!archiv.namen.has(workbook.toLowerCase()) || !workbook.endsWith(".xml")) throw fremdes(archiv.namen);

  const sheets: { readonly name: string; readonly id: string; readonly versteckt: boolean }[] = [];
  let ab1904 = false;
  let isWorkbook = false;
  await readXml(archiv.lies(workbook, GRENZEN.verzeichnis), {
    open: (name, attributes) => {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") ab1904 = isTrue(attribute(attributes, "date1904"));
      if (name === "sheet") {
        if (sheets.length >= GRENZEN.blaetter) throw new Unlesbar("zu_breit");
        sheets.push({
          name: attribute(attributes, "name") ?? "",
          id: attribute(attributes, "id") ?? "",
          versteckt: /hidden/iu.test(attribute(attributes, "state") ?? ""),
        });
      }
    },
  });
  if (!isWorkbook) throw fremdes(archiv.namen);
  const parts = await verweise(archiv, workbook);
  const part = (art: string) => parts.find((v) => v.art === art)?.ziel;
  const texte = await readSharedStrings(archiv, part("sharedStrings"));
  const formate = await readFormate(archiv, part("styles"), part("theme"));
  const umfang = new Umfang();
  const found: Blatt[] = [];
  for (const { name, id, versteckt } of sheets) {
    const target = parts.find((v) => v.id === id);
    if (target === undefined) throw new Unlesbar("kaputt");
    // Charts and dialogs of old versions are sheets without cells.
    if (target.art !== "worksheet") continue;
    const own = found.some((b) => b.name === name) ? `${name} (${found.length + 1})` : name;
    const beside = await verweise(archiv, target.ziel);
    const kommentare = await readKommentare(archiv, beside.find((v) => v.art === "comments")?.ziel);
    const mappe = { name: own, texte, formate, ab1904, umfang, versteckt, kommentare };
    found.push(await readSheet(archiv.lies(target.ziel), mappe));
  }
  return found;
}
