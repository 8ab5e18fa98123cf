import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll } from "vitest";

/** A letter as a mail server got it. */
export type Received = {
  readonly to: string;
  /** Everything of it, as it was sent. */
  readonly raw: string;
  /** Its first part, as people read it. */
  readonly text: string;
};

export type MailSink = {
  readonly letters: Received[];
  readonly config: () => { readonly smtpUrl: string; readonly mailAbsender: string; readonly port: number };
};

/** Its text part; quoted-printable and Base64 are undone, so that what was sent in them is read as it is. */
function textOf(raw: string): string {
  const at = raw.search(/Content-Type: text\/plain/i);
  const end = raw.indexOf("\r\n\r\n", at);
  const head = raw.slice(Math.max(0, raw.lastIndexOf("\r\n\r\n", at)), end);
  const [body = ""] = raw.slice(end + 4).split("\r\n--");
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(head)?.[1];
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const plain = body.replaceAll("=\r\n", "");
  const bytes = plain.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A mail server that keeps what it gets, from the first test of a file to its last. Call it at the top. */
export function useMailSink(): MailSink {
  const letters: Received[] = [];
  let sink: SMTPServer;
  let port = 0;
  beforeAll(async () => {
    sink = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const raw = Buffer.concat(parts).toString("utf8");
          letters.push({ to: envelope.rcptTo.map(({ address }) => address).join(), raw, text: textOf(raw) });
          done();
        });
      },
    });
    const address = await new Promise<AddressInfo | string | null>((done) => {
      const server = sink.listen(0, "127.0.0.1", () => done(server.address()));
    });
    port = typeof address === "object" ? (address?.port ?? 0) : 0;
  });
  afterAll(() => new Promise<void>((done) => sink.close(() => done())));
  const config = () => ({ smtpUrl: `smtp://127.0.0.1:${port}`, mailAbsender: "kim@beispiel.example", port: 8080 });
  return { letters, config };
}
