import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, readAs, sql, writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { kreise } from "../../../platform/kreise.ts";
import { type Letter, sendMail } from "../../../platform/mail.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openEmail } from "../../zugang/index.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailAbsender" | "adresse" | "port">;

/** So many days after a reminder it comes again, as long as there is something to distribute. */
const AGAIN = 7;

/** A Leitung whose Träger has work that nobody keeps any more, and who was not written to within `AGAIN` days. */
const WAITING = sql`from kim.konto k
  left join kim.verteilung_erinnert e on e.kreis = k.kreis and e.konto_id = k.id
  cross join lateral (select count(distinct o.konto_id)::int as anzahl from kim.offene_arbeit o
    where o.kreis = k.kreis and o.traeger_id = k.traeger_id) n
  where n.anzahl > 0 and zustaendigkeit.darf(k.kreis, k.id, 'leiten')
    and (e.zuletzt is null or e.zuletzt <= zustaendigkeit.heute() - ${AGAIN}::int)`;

/** No content: neither whose work it was nor what it is. */
const letter = (to: string, n: number, url: string): Letter => ({
  to,
  subject: "KIM: Arbeit zu verteilen",
  text: [
    n === 1
      ? "Bei Ihrem Träger liegt Arbeit von jemandem, der nicht mehr berät. Niemand führt sie, bis Sie sie verteilen."
      : `Bei Ihrem Träger liegt Arbeit von ${n} Menschen, die nicht mehr beraten. Niemand führt sie, bis Sie sie verteilen.`,
    "",
    url,
    "",
    "Diese Nachricht nennt niemanden. Sie kommt jede Woche, bis alles verteilt ist.",
    "",
  ].join("\n"),
});

/** Writes to one Leitung and marks it, while nobody else does: whoever comes second finds the mark. */
async function remindOne(tx: Tx, config: MailConfig, kreis: string, konto: string): Promise<void> {
  await sql`insert into kim.verteilung_erinnert (kreis, konto_id) values (${kreis}, ${konto}::uuid)
    on conflict do nothing`.execute(tx);
  await sql`select from kim.verteilung_erinnert where kreis = ${kreis} and konto_id = ${konto}::uuid
    for no key update`.execute(tx);
  const { rows } = await sql<{ email: Buffer; anzahl: number }>`
    select k.email, n.anzahl ${WAITING} and k.id = ${konto}::uuid`.execute(tx);
  const [row] = rows;
  const key = (await subjectKeys(tx, kreis, [konto])).get(konto);
  if (row === undefined || key === undefined) return;
  const url = new URL("/vertretungen", config.adresse ?? `http://localhost:${config.port}`).href;
  if (!(await sendMail(config, letter(openEmail(key, kreis, konto, row.email), row.anzahl, url)))) return;
  await sql`update kim.verteilung_erinnert set zuletzt = zustaendigkeit.heute()
    where kreis = ${kreis} and konto_id = ${konto}::uuid`.execute(tx);
}

/** Reminds every Leitung that has work to distribute. One that fails keeps nobody else from theirs; the job is tried again for it. */
export async function remindAll(config: MailConfig): Promise<void> {
  const failed: unknown[] = [];
  for (const kreis of await kreise()) {
    const actor = systemActor(kreis);
    const waiting = await readAs(
      actor,
      async (tx) => (await sql<{ id: string }>`select k.id ${WAITING}`.execute(tx)).rows,
    );
    for (const { id } of waiting)
      await writeAs(actor, (tx) => remindOne(tx, config, kreis, id)).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw new AggregateError(failed, "Nicht jede Erinnerung ließ sich verschicken.");
}

export const remindJob: Job = job("zustaendigkeit.erinnern", z.unknown(), () => remindAll(readConfig(process.env)), {
  outside: true,
});
