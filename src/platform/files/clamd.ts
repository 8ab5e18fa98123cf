import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { Refused } from "../form.ts";
import { log } from "../log.ts";

/** Where a virus scanner listens. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** `unix:/run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`; undefined for anything else. */
export function scannerAddress(text: string): ScannerAddress | undefined {
  const path = /^unix:(\/.+)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const url = text.startsWith("tcp://") && URL.canParse(text) ? new URL(text) : undefined;
  const port = Number(url?.port);
  return url === undefined || !(port > 0) || url.hostname === "" ? undefined : { host: url.hostname, port };
}

const TIMEOUT_MS = 60_000;
const CHUNK = 64 * 1024;
/** A scanner answers with one short line. */
const LONGEST_ANSWER = 4096;

const FOUND =
  "Der Virenscanner hat in dieser Datei Schadsoftware gefunden. Sie wurde nicht gespeichert. Sagen Sie Ihrer IT Bescheid, und öffnen Sie die Datei nicht.";
const DOWN =
  "Der Virenscanner antwortet nicht. Ohne ihn wird keine Datei angenommen. Versuchen Sie es später noch einmal, und sagen Sie Ihrer IT Bescheid.";

/**
 * Asks the virus scanner of the house (`KIM_CLAMD`), where there is one. A scanner that is set and does not answer, or says anything
 * but that the file is clean, takes none.
 * @throws Refused (at `field`)
 */
export async function scan(
  bytes: Uint8Array,
  field: string,
  setting: string = process.env["KIM_CLAMD"] ?? "",
): Promise<void> {
  if (setting === "") return;
  const address = scannerAddress(setting);
  const said = address === undefined ? undefined : await ask(address, bytes).catch(() => undefined);
  if (said === "stream: OK") return;
  if (said?.endsWith(" FOUND") === true) {
    log.warn("datei.schadsoftware", {});
    throw new Refused(FOUND, field);
  }
  log.warn("datei.ohne_scanner", {});
  throw new Refused(DOWN, field);
}

/** One file by clamd's INSTREAM: pieces with their length in front, a length of 0 at the end (clamd(8)). */
async function ask(address: ScannerAddress, bytes: Uint8Array): Promise<string> {
  const socket = connect(address);
  const late = setTimeout(() => socket.destroy(new Error("late")), TIMEOUT_MS);
  try {
    await once(socket, "connect");
    const answer = listen(socket);
    // Whoever answers before the end (too large) is heard all the same.
    await Promise.race([send(socket, bytes), answer]);
    return (await answer).replace(/\0.*$/s, "").trim();
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK);
    socket.write(lengthOf(piece.length));
    if (!socket.write(piece)) await once(socket, "drain");
  }
  socket.write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}

async function listen(socket: Socket): Promise<string> {
  let said = "";
  for await (const piece of socket) {
    said += String(piece);
    if (said.includes("\0") || said.length > LONGEST_ANSWER) break;
  }
  return said;
}
