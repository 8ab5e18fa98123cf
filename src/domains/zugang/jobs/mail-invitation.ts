import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { type Letter, sendMail } from "../../../platform/mail.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openEmail, openName } from "../queries/kontodaten.ts";
import { openLink } from "../queries/invitation-link.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailAbsender" | "adresse" | "port">;
type Payload = { readonly kreis: string; readonly einladungId: string };

/**
 * Mails the link of an invitation and forgets it. Without a mail server it stays sealed until it is used, replaced or ran
 * out, so that a form sent twice finds it again. Runs twice with the effect of once: a link that is gone is not mailed again.
 */
export async function mailInvitation(config: MailConfig, { kreis, einladungId }: Payload): Promise<void> {
  const actor = systemActor(kreis);
  const letter = await readAs(actor, (tx) => invitationLetter(tx, config, { kreis, einladungId }));
  if (letter === undefined) return;
  if (!(await sendMail(config, letter))) return;
  await writeAs(actor, (tx) =>
    tx.updateTable("kim.einladung").set({ link: null }).where("id", "=", einladungId).execute(),
  );
}

async function invitationLetter(tx: Tx, config: MailConfig, { kreis, einladungId }: Payload) {
  const link = await openLink(tx, kreis, einladungId);
  const row = await tx
    .selectFrom("kim.einladung as e")
    .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "e.kreis").onRef("k.id", "=", "e.konto_id"))
    .select(["k.id", "k.name", "k.email", "k.angenommen", "e.gueltig_bis"])
    .where("e.id", "=", einladungId)
    .executeTakeFirst();
  if (link === undefined || row === undefined) return undefined;
  const key = (await subjectKeys(tx, kreis, [row.id])).get(row.id);
  if (key === undefined) return undefined;
  const url = new URL(link, config.adresse ?? `http://localhost:${config.port}`).href;
  const name = openName(key, kreis, row.id, row.name);
  const to = openEmail(key, kreis, row.id, row.email);
  return letterOf({ to, name, url, gueltigBis: row.gueltig_bis, erneuert: row.angenommen !== null });
}

const WHEN = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "long", timeStyle: "short" });

type Facts = { readonly to: string; readonly name: string; readonly url: string; readonly gueltigBis: Date } & {
  /** Somebody was in before, and somebody else gives her a new way in. */
  readonly erneuert: boolean;
};

const NEW = [
  "für Sie ist ein Zugang zur Landesdatenbank KIM eingerichtet. Öffnen Sie diesen Link und setzen Sie Ihr Passwort:",
];
const RENEWED = [
  "Ihr Zugang zur Landesdatenbank KIM wurde erneuert. Öffnen Sie diesen Link und setzen Sie ein neues Passwort. Ihre Akten",
  "bleiben geschlossen, bis feststeht, dass Sie es sind: Halten Sie Ihre bisherige App oder einen Wiederherstellungscode",
  "bereit, oder lassen Sie sich danach bestätigen; wer das kann, steht auf der Seite.",
];

const letterOf = ({ to, name, url, gueltigBis, erneuert }: Facts): Letter => ({
  to,
  subject: "Ihr Zugang zur Landesdatenbank KIM",
  text: [
    `Guten Tag ${name},`,
    "",
    ...(erneuert ? RENEWED : NEW),
    "",
    url,
    "",
    `Der Link gilt einmal und bis zum ${WHEN.format(gueltigBis)} Uhr. Legen Sie Ihr Telefon bereit; damit richten Sie`,
    "anschließend den zweiten Faktor ein. Geben Sie den Link nicht weiter.",
    "",
    "Haben Sie diese Nachricht nicht erwartet, sagen Sie es bitte Ihrer Administration und Ihren Datenschutzbeauftragten.",
    "",
  ].join("\n"),
});

const PAYLOAD = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), einladungId: z.uuid() });

export const mailInvitationJob: Job = job(
  "einladung.mailen",
  PAYLOAD,
  (payload) => mailInvitation(readConfig(process.env), payload),
  { subject: ({ einladungId }) => einladungId, outside: true },
);
