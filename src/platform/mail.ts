import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";
import { isLoopback } from "./loopback.ts";

/** An entry for the calendar of whoever gets the letter (RFC 5546): to take in, or to take out again. */
export type CalendarPart = { readonly method: "REQUEST" | "CANCEL"; readonly content: string };
export type Attachment = { readonly filename: string; readonly content: Buffer; readonly contentType: string };

/** A letter in plain text. `to` is one address. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar?: CalendarPart;
  readonly attachments?: readonly Attachment[];
};

/**
 * Whether links go to the address of their account. Then nobody else is to see them: a page or command that made one does not
 * show it. Read from the environment, as the worker does who mails them.
 */
export const linksAreMailed = (env: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  (env["KIM_SMTP_URL"] ?? "") !== "";

const TIMEOUT_MS = 20_000;

/**
 * Sends a letter through the configured mail server; false where none is configured. Beyond this machine only over an
 * encrypted connection: links in letters open accounts.
 * @throws Error when the server cannot be reached or refuses; a job tries again
 */
export async function sendMail(config: Pick<Config, "smtpUrl" | "mailAbsender">, letter: Letter): Promise<boolean> {
  const { smtpUrl, mailAbsender } = config;
  if (smtpUrl === undefined || mailAbsender === undefined) return false;
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: !isLoopback(new URL(smtpUrl).hostname),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: "KIM", address: mailAbsender },
      to: { name: "", address: letter.to },
      subject: letter.subject,
      text: letter.text,
      ...(letter.calendar === undefined ? {} : { icalEvent: { ...letter.calendar, filename: "termin.ics" } }),
      ...(letter.attachments === undefined ? {} : { attachments: [...letter.attachments] }),
      // Nobody's holiday note shall answer it.
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return true;
  } finally {
    transport.close();
  }
}
