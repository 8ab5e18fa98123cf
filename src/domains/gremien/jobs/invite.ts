import { z } from "zod";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, anyOf, readAs, sql, writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { type Attachment, type Letter, sendMail } from "../../../platform/mail.ts";
import { tagText } from "../../../platform/span.ts";
import { pdfOf } from "../../papier/index.ts";
import { kalender, spanneText } from "../../termine/index.ts";
import { hausOf } from "../documents/dateien.ts";
import type { Sitzung, Top } from "../model/eingabe.ts";
import { istDabei } from "../model/gremium.ts";
import { einladungPapier, vorlagePapier } from "../model/papiere.ts";
import { type Post, type Sendung, danach, sendungAn } from "../model/sendung.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { sitzungen, teilnahmen, tops, unterlagen as unterlagenZu } from "../queries/sitzungen.ts";
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

/** The invitation, every Vorlage on the agenda and what is read besides, as the members get them. */
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
  for (const { topId, papier } of await unterlagenZu(tx, sitzung.id)) {
    const nr = agenda.find(({ id }) => id === topId)?.nr ?? 0;
    papers.push({ filename: `Fallrekonstruktion-zu-Punkt-${nr}.pdf`, content: pdfOf(papier), contentType: PDF });
  }
  return papers;
}

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

type Adresse = { readonly to: string; readonly ids: readonly string[] };

/** Those who have an address, address by address: a member who left and came back may stand there twice. */
async function empfaenger(tx: Tx, actor: Actor, sitzung: Sitzung): Promise<Adresse[]> {
  const ids = (await teilnahmen(tx, sitzung.id)).map(({ mitgliedId }) => mitgliedId);
  const all = await mitglieder(tx, actor, { ids });
  const reachable = all.flatMap(({ id, email }) => (email === null ? [] : [{ id, email }]));
  return [...Map.groupBy(reachable, ({ email }) => email.toLowerCase()).values()].map((of) => ({
    to: of[0]?.email ?? "",
    ids: of.map(({ id }) => id),
  }));
}

/** How those of one address were written to so far, held: whoever comes second finds the marks. */
async function heldPosts(tx: Tx, actor: Actor, { id, tag }: Sitzung, ids: readonly string[]): Promise<Post[]> {
  const { rows } = await sql<{ id: string; folge: number | null; zuletzt: number | null }>`
    select mitglied_id as id, folge, zuletzt from kim.gremium_teilnahme
    where sitzung_id = ${id}::uuid and mitglied_id = ${anyOf(ids)} order by mitglied_id for no key update`.execute(tx);
  const there = new Set((await mitglieder(tx, actor, { ids })).filter((m) => istDabei(m, tag)).map((m) => m.id));
  return rows.map((row) => ({ mitgliedId: row.id, dabei: there.has(row.id), folge: row.folge, zuletzt: row.zuletzt }));
}

/** Writes to one address and marks whom it belongs to. */
async function inviteOne(
  tx: Tx,
  config: MailConfig,
  brief: Brief,
  payload: Payload,
  { to, ids }: Adresse,
): Promise<void> {
  const { sitzung } = brief;
  const before = await heldPosts(tx, systemActor(payload.kreis), sitzung, ids);
  const sendung = sendungAn(before, payload);
  if (config.mailAbsender === undefined) return;
  if (sendung !== undefined && !(await sendMail(config, letterTo(to, config.mailAbsender, brief, sendung)))) return;
  for (const [i, { mitgliedId, folge, zuletzt, dabei }] of danach(before, payload, sendung).entries()) {
    const was = before[i];
    if (was?.folge === folge && was.zuletzt === zuletzt) continue;
    await tx
      .updateTable("kim.gremium_teilnahme")
      .set({ folge, zuletzt, ...(folge === null ? (dabei ? {} : { gesendet_am: null }) : { gesendet_am: today() }) })
      .where("sitzung_id", "=", sitzung.id)
      .where("mitglied_id", "=", mitgliedId)
      .execute();
  }
}

/**
 * Mails an invitation, its next version, or that it is taken back, to every address of a member: with an entry for the calendar
 * and the papers. A version that another one has overtaken is not sent any more. One that fails keeps nobody else from theirs.
 */
export async function inviteAll(config: MailConfig, payload: Payload): Promise<void> {
  const actor = systemActor(payload.kreis);
  const found = await readAs(actor, async (tx) => {
    const [sitzung] = await sitzungen(tx, { ids: [payload.sitzungId] });
    if (sitzung === undefined || sitzung.folge !== payload.folge) return undefined;
    const agenda = await tops(tx, { sitzungId: sitzung.id });
    const papers = payload.methode === "CANCEL" ? [] : await unterlagen(tx, actor, sitzung, agenda);
    return { brief: { sitzung, agenda, papers }, to: await empfaenger(tx, actor, sitzung) };
  });
  if (found === undefined) return;
  const failed: unknown[] = [];
  for (const one of found.to)
    await writeAs(actor, (tx) => inviteOne(tx, config, found.brief, payload, one)).catch((error: unknown) =>
      failed.push(error),
    );
  if (failed.length > 0) throw new AggregateError(failed, "Nicht jede Einladung ließ sich verschicken.");
}

export const inviteJob: Job = job(EINLADEN, PAYLOAD, (payload) => inviteAll(readConfig(process.env), payload), {
  subject: ({ sitzungId }) => sitzungId,
  outside: true,
});
