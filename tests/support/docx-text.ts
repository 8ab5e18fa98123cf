import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** The parts of a Word file that are XML, by name. */
export async function docxParts(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith(".xml")) continue;
    parts.set(entry.fileName, await text(Readable.from(await zip.openReadStreamPromise(entry))));
  }
  return parts;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Its text, one line for each paragraph. */
export const docxText = (document: string): string =>
  document
    .replaceAll("</w:p>", "\n")
    .replaceAll("<w:tab/>", "\t")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? "");
