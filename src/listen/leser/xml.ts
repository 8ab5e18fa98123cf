import { SaxesParser } from "saxes";
import { Unlesbar } from "./unlesbar.ts";

/** What a part is made of, told while it is read. Names come without their prefix. */
export type XmlLeser = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** @throws Unlesbar when the part is not well formed or declares a document type (no sheet does; entities hide in it) */
export async function readXml(pieces: AsyncIterable<string>, leser: XmlLeser): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let started = false;
  parser.on("doctype", () => {
    throw new Unlesbar("kaputt");
  });
  parser.on("opentag", (tag) => leser.open(local(tag.name), tag.attributes));
  const { close, text } = leser;
  if (close !== undefined) parser.on("closetag", (tag) => close(local(tag.name)));
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  try {
    for await (const piece of pieces) {
      // A mark of the encoding is no character of the document.
      parser.write(started || !piece.startsWith("\uFEFF") ? piece : piece.slice(1));
      started = true;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Unlesbar ? error : new Unlesbar("kaputt");
  }
}

/** An attribute by its local name (`r:id` is asked for as `id`). */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const full = Object.keys(attributes).find((key) => local(key) === name);
  return full === undefined ? undefined : attributes[full];
}

export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";
