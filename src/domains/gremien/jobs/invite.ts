import { z } from "zod";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, readAs, sql, writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { type Attachment, type Letter, sendMail } from "../../../platform/mail.ts";
import { tagText } from "../../../platform/span.ts";
import { pdfOf } from "../../papier/index.ts";
import { kalender, spanneText } from "../../termine/index.ts";
import { hausOf } from "../documents/dateien.ts";
import type { Sitzung, Top } from "../model/eingabe.ts";
import { istDabei } from "../model/gremium.ts";
import { einladungPapier, vorlagePapier } from "../model/papiere.ts";
import { mitgliedOf } from "../queries/mitglieder.ts";
import { sitzungen, teilnahmen, tops } from "../queries/sitzungen.ts";
import { vorlageOf, zahlenZu } from "../queries/vorlagen.ts";
import { EINLADEN } from "../rows/einladung.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailAbsender">;

const PAYLOAD = z.object({
  kreis: z.string().regex(/^\d{5}(\d{3})?$/),
  sitzungId: z.uuid(),
  folge: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  methode: z.enum(["REQUEST", "CANCEL"]),
});
type Payload = z.output<typeof PAYLOAD>;

const PDF = "application/pdf";

/** The invitation and every Vorlage on the agenda, as the members get them. */
async function unterlagen(tx: Tx, actor: Actor, sitzung: Sitzung, agenda: readonly Top[]): Promise<Attachment[]> {
  const haus = await hausOf(tx, actor);
  const papers: Attachment[] = [
    {
      filename: `Einladung-${sitzung.tag}.pdf`,
      content: pdfOf(einladungPapier(haus, sitzung, agenda)),
      contentType: PDF,
    },
  ];
  for (const { vorlageId, nr } of agenda) {
    if (vorlageId === null) continue;
    const vorlage = await vorlageOf(tx, vorlageId);
    const content = pdfOf(vorlagePapier(haus, vorlage, await zahlenZu(tx, vorlage)));
    papers.push({ filename: `Vorlage-zu-Punkt-${nr}.pdf`, content, contentType: PDF });
  }
  return papers;
}

/** What one member is sent: the invitation, a later version of it, or that it is taken back. */
type Sendung = { readonly folge: number; readonly methode: Payload["methode"]; readonly erste: boolean };

function text(sitzung: Sitzung, agenda: readonly Top[], { methode, erste }: Sendung): string {
  const when = `${tagText(sitzung.tag)}, ${spanneText(sitzung.beginn, sitzung.ende)}`;
  if (methode === "CANCEL")
    return [
      "Guten Tag,",
      "",
      sitzung.stand === "abgesagt"
        ? `die Sitzung „${sitzung.gremium}“ am ${when} fällt aus.`
        : `am Tag der Sitzung „${sitzung.gremium}“, ${tagText(sitzung.tag)}, gehören Sie dem Gremium nicht mehr an. Ihre Einladung ist damit zurückgenommen.`,
      "",
    ].join("\n");
  return [
    "Guten Tag,",
    "",
    erste
      ? `wir laden Sie ein zur Sitzung „${sitzung.gremium}“.`
      : `zur Sitzung „${sitzung.gremium}“ hat sich etwas geändert. Es gilt:`,
    "",
    `Tag und Zeit: ${when}`,
    `Ort: ${sitzung.ort}`,
    "",
    "Tagesordnung:",
    ...agenda.map(({ nr, titel }) => `${nr}. ${titel}`),
    "",
    ...(sitzung.hinweis === null ? [] : [sitzung.hinweis, ""]),
    "Bitte sagen Sie der Koordination, ob Sie kommen oder Ihre Vertretung.",
    "",
  ].join("\n");
}

type Brief = { readonly sitzung: Sitzung; readonly agenda: readonly Top[]; readonly papers: readonly Attachment[] };

const letterTo = (to: string, von: string, { sitzung, agenda, papers }: Brief, sendung: Sendung): Letter => {
  const { id, tag, beginn, ende, ort, gremium } = sitzung;
  const { folge, methode, erste } = sendung;
  const abgesagt = methode === "CANCEL";
  const entry = { id, version: folge + 1, stand: today(), titel: gremium, ort, tag, beginn, ende, abgesagt };
  return {
    to,
    subject: `${abgesagt ? "Absage" : erste ? "Einladung" : "Geänderte Einladung"}: ${gremium}, ${tagText(tag)}`,
    text: text(sitzung, agenda, sendung),
    calendar: { method: methode, content: kalender([{ ...entry, einladung: { von, an: to } }], methode) },
    attachments: abgesagt ? [] : papers,
  };
};

/** Writes to one member and marks it, while nobody else does: whoever comes second finds the mark. */
async function inviteOne(
  tx: Tx,
  config: MailConfig,
  brief: Brief,
  payload: Payload,
  mitgliedId: string,
): Promise<void> {
  const { rows } = await sql<{ folge: number | null }>`select folge from kim.gremium_teilnahme
    where sitzung_id = ${payload.sitzungId}::uuid and mitglied_id = ${mitgliedId}::uuid for no key update`.execute(tx);
  const before = rows[0]?.folge ?? null;
  const member = await mitgliedOf(tx, payload, mitgliedId);
  const gone = !istDabei(member, brief.sitzung.tag);
  const methode = gone ? "CANCEL" : payload.methode;
  const current = before !== null && before >= payload.folge;
  if ((before === null && methode === "CANCEL") || (current && !gone)) return;
  const { email } = member;
  if (email === null || config.mailAbsender === undefined) return;
  // What is taken back needs a higher number than what was sent (RFC 5546).
  const sendung = { folge: payload.folge + (gone && current ? 1 : 0), methode, erste: before === null };
  if (!(await sendMail(config, letterTo(email, config.mailAbsender, brief, sendung)))) return;
  await tx
    .updateTable("kim.gremium_teilnahme")
    // Whoever was taken off the list is nobody's guest: only a later version of the invitation reaches it again.
    .set(gone ? { folge: null, gesendet_am: null } : { folge: payload.folge, gesendet_am: today() })
    .where("sitzung_id", "=", payload.sitzungId)
    .where("mitglied_id", "=", mitgliedId)
    .execute();
}

/**
 * Mails an invitation, its next version, or that it is taken back, to every member with an address: with an entry for the calendar
 * and the papers. A version that another one has overtaken is not sent any more. One that fails keeps nobody else from theirs.
 */
export async function inviteAll(config: MailConfig, payload: Payload): Promise<void> {
  const actor = systemActor(payload.kreis);
  const found = await readAs(actor, async (tx) => {
    const [sitzung] = await sitzungen(tx, { ids: [payload.sitzungId] });
    if (sitzung === undefined || sitzung.folge !== payload.folge) return undefined;
    const agenda = await tops(tx, { sitzungId: sitzung.id });
    const papers = payload.methode === "CANCEL" ? [] : await unterlagen(tx, actor, sitzung, agenda);
    return { brief: { sitzung, agenda, papers }, rows: await teilnahmen(tx, sitzung.id) };
  });
  if (found === undefined) return;
  const failed: unknown[] = [];
  for (const { mitgliedId } of found.rows)
    await writeAs(actor, (tx) => inviteOne(tx, config, found.brief, payload, mitgliedId)).catch((error: unknown) =>
      failed.push(error),
    );
  if (failed.length > 0) throw new AggregateError(failed, "Nicht jede Einladung ließ sich verschicken.");
}

export const inviteJob: Job = job(EINLADEN, PAYLOAD, (payload) => inviteAll(readConfig(process.env), payload), {
  subject: ({ sitzungId }) => sitzungId,
  outside: true,
});
