/** What a file may be. By its content, whatever its name says. */
export const KINDS = {
  pdf: { mime: "application/pdf", name: "PDF" },
  jpeg: { mime: "image/jpeg", name: "Bild (JPEG)" },
  png: { mime: "image/png", name: "Bild (PNG)" },
  webp: { mime: "image/webp", name: "Bild (WebP)" },
  docx: { mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name: "Word" },
  odt: { mime: "application/vnd.oasis.opendocument.text", name: "OpenDocument" },
} as const;
export type Kind = keyof typeof KINDS;
export const KIND = ["pdf", "jpeg", "png", "webp", "docx", "odt"] as const satisfies readonly Kind[];

export const isPicture = (kind: Kind): kind is "jpeg" | "png" | "webp" =>
  kind === "jpeg" || kind === "png" || kind === "webp";

/** What a file pretends to be by its first bytes; undefined for anything that is not taken. An archive still has to be looked into. */
export type Start = "pdf" | "jpeg" | "png" | "webp" | "zip";

const STARTS: readonly (readonly [Start, readonly (readonly [at: number, bytes: string])[]])[] = [
  ["pdf", [[0, "%PDF-"]]],
  ["jpeg", [[0, "\u00ff\u00d8\u00ff"]]],
  ["png", [[0, "\u0089PNG\r\n\u001a\n"]]],
  [
    "webp",
    [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  ],
  ["zip", [[0, "PK\u0003\u0004"]]],
];

export function startOf(bytes: Uint8Array): Start | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return STARTS.find(([, marks]) => marks.every(([at, mark]) => head.startsWith(mark, at)))?.[0];
}

/**
 * Whether it is a photo in HEIC, the format that iPhones save in (ISO 23008-12: a box `ftyp` whose brand says HEVC, or any picture
 * sequence of that family that is not AVIF). Nothing here can decode it; it is known so that it can be said.
 */
export function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(4, 64)).toString("latin1");
  return head.startsWith("ftyp") && /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/.test(head) && !head.includes("avif");
}

/** Which office document an archive is, by the names of its parts; undefined for any other archive, and for one with macros. */
export function officeKind(parts: readonly string[], mimetype: string): "docx" | "odt" | undefined {
  if (parts.some((name) => /vbaProject\.bin$|vbaData\.xml$|^Basic\/|^Scripts\//i.test(name))) return undefined;
  if (mimetype === KINDS.odt.mime && parts.includes("content.xml")) return "odt";
  return parts.includes("word/document.xml") && parts.includes("[Content_Types].xml") ? "docx" : undefined;
}
