import { z } from "zod";
import { isLoopback } from "./loopback.ts";
import { Refused } from "./form.ts";
import { log } from "./log.ts";

/** A machine that translates text, wherever it runs. Nothing in the program knows more of it. */
export type Translator = {
  /** Where the text goes, for the sentence that says so before it is sent. */
  readonly host: string;
  /** `from` and `to` are language tags ("de", "ar"). @throws Refused (field `text`) with a sentence where it does not answer */
  readonly translate: (text: string, from: string, to: string) => Promise<string>;
};

/** `https://…`, or plain HTTP on this machine itself; no password in it, nothing behind the path. undefined for anything else. */
export function translatorAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.search !== "" || url.hash !== "") return undefined;
  const plain = url.protocol === "http:" && isLoopback(url.hostname);
  return url.protocol === "https:" || plain ? url : undefined;
}

const TIMEOUT_MS = 15_000;
/** A translation is about as long as its text; whatever is longer is no answer of this protocol. */
const LONGEST_ANSWER = 64 * 1024;

const SILENT = "Der Übersetzungsdienst antwortet nicht. Versuchen Sie es später noch einmal.";
const BUSY = "Der Übersetzungsdienst hat gerade zu viel zu tun. Versuchen Sie es in einer Minute noch einmal.";
const REFUSED = "Der Übersetzungsdienst hat den Text nicht angenommen. Vielleicht kann er diese Sprache nicht.";
const CLOSED = "Der Übersetzungsdienst lässt KIM nicht hinein. Sagen Sie Ihrer IT Bescheid.";
const BROKEN = "Der Übersetzungsdienst hat etwas geantwortet, das keine Übersetzung ist. Sagen Sie Ihrer IT Bescheid.";

const Answer = z.object({ translatedText: z.string() });

/** How the failures are called in the log; none of them carries any of the text. */
function failed(reason: string, sentence: string): Refused {
  log.warn("uebersetzer.gescheitert", { fehlerart: reason });
  return new Refused(sentence, "text");
}

const sentenceOf = (status: number): string => {
  if (status === 429) return BUSY;
  if (status === 401 || status === 403) return CLOSED;
  return status >= 500 ? SILENT : REFUSED;
};

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > LONGEST_ANSWER) throw failed("zu_lang", BROKEN);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parsed(text: string): string {
  try {
    return Answer.parse(JSON.parse(text)).translatedText;
  } catch {
    throw failed("form", BROKEN);
  }
}

/** The translator of the house (`KIM_UEBERSETZER`, the protocol of LibreTranslate); undefined where none is set: then nothing is sent. */
export function translator(
  setting: string = process.env["KIM_UEBERSETZER"] ?? "",
  key: string = process.env["KIM_UEBERSETZER_SCHLUESSEL"] ?? "",
  timeoutMs = TIMEOUT_MS,
): Translator | undefined {
  const address = setting === "" ? undefined : translatorAddress(setting);
  if (address === undefined) return undefined;
  const url = new URL(`${address.href.replace(/\/$/, "")}/translate`);
  const translate = async (text: string, from: string, to: string): Promise<string> => {
    const asked = { q: text, source: from, target: to, format: "text", ...(key === "" ? {} : { api_key: key }) };
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(asked),
        // Where it is sent is said before it is sent: it is not led on to somebody else.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) throw failed(String(response.status), sentenceOf(response.status));
      return parsed(await boundedText(response));
    } catch (error) {
      throw error instanceof Refused ? error : failed("keine_antwort", SILENT);
    }
  };
  return { host: url.host, translate };
}
