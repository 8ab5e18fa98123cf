import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, readAs, sql, writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { kreise } from "../../../platform/kreise.ts";
import { type Letter, sendMail } from "../../../platform/mail.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { STAND, istUeberfaellig } from "../model/auftrag.ts";
import { istDabei } from "../model/gremium.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { known } from "../../../platform/known.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailAbsender">;

/** So many days before an Auftrag is due whoever does it is reminded, and again every so many days until it is done. */
const AHEAD = 7;
const AGAIN = 7;

type Waiting = {
  readonly id: string;
  readonly mitgliedId: string;
  readonly gremiumId: string;
  readonly stand: string;
  readonly faelligAm: string;
  readonly gremium: string;
  readonly tag: string;
  /** The number of the point at which it was agreed. */
  readonly punkt: number;
};

const waiting = (tx: Tx, only?: string) =>
  sql<Waiting>`select a.id, a.mitglied_id as "mitgliedId", a.stand, a.faellig_am as "faelligAm", g.id as "gremiumId",
      g.name as gremium, s.tag, (select count(*)::int from kim.top o join kim.top t on t.kreis = a.kreis and t.id = a.top_id
        where o.kreis = a.kreis and o.sitzung_id = a.sitzung_id and (o.rang, o.id) <= (t.rang, t.id)) as punkt
    from kim.auftrag a join kim.gremium_sitzung s on s.kreis = a.kreis and s.id = a.sitzung_id
    join kim.gremium g on g.kreis = s.kreis and g.id = s.gremium_id
    where a.stand in ('offen', 'in_arbeit') and a.mitglied_id is not null
      and a.faellig_am <= ${daysFrom(today(), AHEAD)}::date
      and (a.erinnert_am is null or a.erinnert_am <= ${daysFrom(today(), -AGAIN)}::date)
      and (${only ?? null}::uuid is null or a.id = ${only ?? null}::uuid)`.execute(tx);

/** No content: what was agreed stands in the minutes, and mail is read on its way. */
const letterTo = (to: string, a: Waiting): Letter => ({
  to,
  subject: `Erinnerung: ${a.gremium}`,
  text: [
    "Guten Tag,",
    "",
    istUeberfaellig({ stand: known(STAND, a.stand), faelligAm: a.faelligAm }, today())
      ? `ein Auftrag an Ihre Stelle war bis ${tagText(a.faelligAm)} vereinbart und ist noch offen.`
      : `ein Auftrag an Ihre Stelle ist bis ${tagText(a.faelligAm)} vereinbart.`,
    "",
    `Was zu tun ist, steht im Protokoll der Sitzung „${a.gremium}“ vom ${tagText(a.tag)} unter Punkt ${a.punkt}.`,
    "",
    "Ist er erledigt, sagen Sie es der Koordination; dann endet die Erinnerung.",
    "",
  ].join("\n"),
});

/**
 * Who is reminded: the member as long as it belongs to the body and has an address, otherwise whoever stands in for it. Nobody who
 * left is written to.
 */
async function addressesOf(tx: Tx, kreis: string, { gremiumId, mitgliedId }: Waiting): Promise<string[]> {
  const there = (await mitglieder(tx, { kreis }, { gremiumId })).filter((m) => istDabei(m, today()));
  const own = there.filter(({ id }) => id === mitgliedId).flatMap(({ email }) => email ?? []);
  return own.length > 0
    ? own
    : there.filter(({ vertrittId }) => vertrittId === mitgliedId).flatMap(({ email }) => email ?? []);
}

/** Writes about one Auftrag and marks it, while nobody else does: whoever comes second finds the mark. */
async function remindOne(tx: Tx, config: MailConfig, kreis: string, id: string): Promise<void> {
  await sql`select from kim.auftrag where kreis = ${kreis} and id = ${id}::uuid for no key update`.execute(tx);
  const [auftrag] = (await waiting(tx, id)).rows;
  if (auftrag === undefined) return;
  let sent = false;
  for (const to of await addressesOf(tx, kreis, auftrag))
    sent = (await sendMail(config, letterTo(to, auftrag))) || sent;
  if (!sent) return;
  await tx.updateTable("kim.auftrag").set({ erinnert_am: today() }).where("id", "=", id).execute();
}

/** Reminds whoever has an Auftrag that is due soon or late, until it is done. One that fails keeps nobody else from theirs. */
export async function remindAll(config: MailConfig): Promise<void> {
  const failed: unknown[] = [];
  for (const kreis of await kreise()) {
    const actor = systemActor(kreis);
    for (const { id } of await readAs(actor, async (tx) => (await waiting(tx)).rows))
      await writeAs(actor, (tx) => remindOne(tx, config, kreis, id)).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw new AggregateError(failed, "Nicht jede Erinnerung ließ sich verschicken.");
}

/** So long after the last day of a member, or of its body, its name and address are kept. */
const MONTHS_KEPT = 12;

/** Forgets who members were whose time is over; organisation and function stay with what was decided. */
export async function forgetAll(): Promise<void> {
  for (const kreis of await kreise())
    await writeAs(systemActor(kreis), (tx) =>
      tx
        .updateTable("kim.gremium_mitglied as m")
        .set({ name: null, email: null, schluessel: null })
        .where("m.schluessel", "is not", null)
        .where(
          sql<string>`least(m.bis, (select g.beendet_am from kim.gremium g where g.kreis = m.kreis and g.id = m.gremium_id))`,
          "<",
          sql<string>`(${today()}::date - make_interval(months => ${MONTHS_KEPT}))::date`,
        )
        .execute(),
    );
}

export const remindJob: Job = job("auftraege.erinnern", z.unknown(), () => remindAll(readConfig(process.env)), {
  outside: true,
});
export const forgetJob: Job = job("mitglieder.vergessen", z.unknown(), () => forgetAll());
