import { createTransport } from "nodemailer";
import { type Config, isLoopback } from "./config.ts";

/** A letter in plain text. `to` is one address. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

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
      // Nobody's holiday note shall answer it.
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return true;
  } finally {
    transport.close();
  }
}
