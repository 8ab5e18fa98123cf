import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type Config, readConfig } from "../../../platform/config.ts";
import { type Tx, anyOf, readAs } from "../../../platform/db.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { type Letter, sendMail } from "../../../platform/mail.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openEmail } from "../../zugang/index.ts";
import { fragt } from "../model/antwort.ts";
import { darunter } from "../queries/gruppe.ts";
import { standOf } from "../queries/luecken.ts";
import { MAIL } from "../rows/schritt.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailAbsender" | "adresse" | "port">;
type Payload = { readonly kreis: string; readonly schrittId: string };

/**
 * Tells by mail, without content, whoever reported a gap and asked for it that something became of it, and asks whether it is better
 * once something was done; also those whose gap was put together with it. Without a mail server it stands in the program only. Run twice, it may mail twice: a second one says no more.
 */
export async function mailSchritt(config: MailConfig, payload: Payload): Promise<void> {
  const { to, gefragt } = await readAs(systemActor(payload.kreis), (tx) => addresses(tx, payload));
  const url = new URL("/luecken/meine", config.adresse ?? `http://localhost:${config.port}`).href;
  for (const address of to) await sendMail(config, letterTo(address, url, gefragt));
}

type An = { readonly to: readonly string[]; readonly gefragt: boolean };

async function addresses(tx: Tx, { kreis, schrittId }: Payload): Promise<An> {
  const step = await tx
    .selectFrom("kim.luecke_schritt")
    .select(["luecke_id", "getan_von", "nach"])
    .where("id", "=", schrittId)
    .executeTakeFirst();
  if (step === undefined) return { to: [], gefragt: false };
  const rows = await tx
    .selectFrom("kim.luecke_melder as m")
    .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "m.kreis").onRef("k.id", "=", "m.konto_id"))
    .select(["k.id", "k.email"])
    .distinctOn("k.id")
    .where("m.luecke_id", "=", anyOf(await darunter(tx, step.luecke_id)))
    .where("m.mail", "=", true)
    .where("k.status", "=", "aktiv")
    .$if(step.getan_von !== null, (q) => q.where("k.id", "<>", step.getan_von ?? ""))
    .execute();
  const keys = await subjectKeys(
    tx,
    kreis,
    rows.map(({ id }) => id),
  );
  const to = rows.flatMap(({ id, email }) => {
    const key = keys.get(id);
    return key === undefined ? [] : [openEmail(key, kreis, id, email)];
  });
  return { to, gefragt: fragt(standOf(step.nach)) };
}

const letterTo = (to: string, url: string, gefragt: boolean): Letter => ({
  to,
  subject: "Neues zu Ihrer Meldung in KIM",
  text: [
    "Guten Tag,",
    "",
    "zu einer Systemlücke, die Sie gemeldet haben, gibt es einen neuen Stand. Melden Sie sich an, um ihn zu lesen:",
    "",
    url,
    ...(gefragt ? ["", "Dort können Sie auch sagen, ob es für Sie besser geworden ist."] : []),
    "",
    "Sie bekommen diese Nachricht, weil Sie es bei der Meldung so gewünscht haben. Auf derselben Seite bestellen Sie sie ab.",
    "",
  ].join("\n"),
});

const PAYLOAD = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), schrittId: z.uuid() });

export const mailSchrittJob: Job = job(MAIL, PAYLOAD, (payload) => mailSchritt(readConfig(process.env), payload), {
  subject: ({ schrittId }) => schrittId,
  outside: true,
});
