import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, readAs, sql, writeAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { kreise } from "../../../platform/kreise.ts";
import { type Letter, sendMail } from "../../../platform/mail.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { anzahl } from "../../../platform/words.ts";
import { openEmail } from "../../zugang/index.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailAbsender" | "adresse" | "port">;

/** Whoever counsels and wants to be reminded, was not today, and has something that is due. */
const WAITING = sql`from kim.erinnerung e join kim.konto k on k.kreis = e.kreis and k.id = e.konto_id
  cross join lateral (select count(*)::int as anzahl from kim.frist f where f.kreis = e.kreis and f.traeger_id = k.traeger_id
    and f.konto_id = e.konto_id and f.stand = 'offen' and f.ab <= zustaendigkeit.heute()) n
  where e.zuletzt is distinct from zustaendigkeit.heute() and n.anzahl > 0
    and zustaendigkeit.darf(e.kreis, e.konto_id, 'beraten')`;

const letter = (to: string, n: number, url: string): Letter => ({
  to,
  subject: "KIM: Fristen",
  text: [
    `In KIM ${n === 1 ? "wartet" : "warten"} ${anzahl(n, "Frist", "Fristen")}.`,
    "",
    url,
    "",
    "Diese Nachricht nennt niemanden. Unter „Fristen“, „Erinnerung per E-Mail“ bestellen Sie sie ab.",
    "",
  ].join("\n"),
});

/** Writes to one account and marks it, while nobody else does: whoever comes second finds the mark. */
async function remindOne(tx: Tx, config: MailConfig, kreis: string, konto: string): Promise<void> {
  await sql`select from kim.erinnerung where kreis = ${kreis} and konto_id = ${konto}::uuid for no key update`.execute(
    tx,
  );
  const { rows } = await sql<{ email: Buffer; anzahl: number }>`
    select k.email, n.anzahl ${WAITING} and e.konto_id = ${konto}::uuid`.execute(tx);
  const [row] = rows;
  const key = (await subjectKeys(tx, kreis, [konto])).get(konto);
  if (row === undefined || key === undefined) return;
  const url = new URL("/fristen", config.adresse ?? `http://localhost:${config.port}`).href;
  if (!(await sendMail(config, letter(openEmail(key, kreis, konto, row.email), row.anzahl, url)))) return;
  await sql`update kim.erinnerung set zuletzt = zustaendigkeit.heute()
    where kreis = ${kreis} and konto_id = ${konto}::uuid`.execute(tx);
}

/** Reminds everybody who wants it, once a day. One that fails keeps nobody else from theirs; the job is tried again for it. */
export async function remindAll(config: MailConfig): Promise<void> {
  const failed: unknown[] = [];
  for (const kreis of await kreise()) {
    const actor = systemActor(kreis);
    const waiting = await readAs(
      actor,
      async (tx) => (await sql<{ id: string }>`select e.konto_id as id ${WAITING}`.execute(tx)).rows,
    );
    for (const { id } of waiting) {
      await writeAs(actor, (tx) => remindOne(tx, config, kreis, id)).catch((error: unknown) => failed.push(error));
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, "Nicht jede Erinnerung ließ sich verschicken.");
}

export const remindJob: Job = job("fristen.erinnern", z.unknown(), () => remindAll(readConfig(process.env)), {
  outside: true,
});
