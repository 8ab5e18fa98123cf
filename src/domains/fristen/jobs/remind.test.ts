import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { setFrist } from "../commands/set-frist.ts";
import { NeueFrist } from "../model/frist.ts";
import { remindAll } from "./remind.ts";

const db = testDatabase();
const letters: string[] = [];
let sink: SMTPServer;
let smtpUrl: string;
let stelle: Beratungsstelle;

beforeAll(async () => {
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
  const address = await new Promise<AddressInfo | string | null>((done) => {
    const server = sink.listen(0, "127.0.0.1", () => done(server.address()));
  });
  smtpUrl = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  stelle = await beratungsstelle();
});
afterAll(() => new Promise<void>((done) => sink.close(() => done())));

const remind = (url = smtpUrl) =>
  asWorker(db, () =>
    remindAll({ smtpUrl: url, mailAbsender: "kim@beispiel.example", adresse: "https://kim.beispiel.example", port: 1 }),
  );

test("whoever wants it gets one letter a day that says how many and nothing else; a mail server that is away costs nobody hers", async () => {
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jolanda" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  for (const days of [-2, 3, 40]) {
    const input = NeueFrist.parse({ person, titel: "Bescheid nachfragen", am: daysFrom(today(), days) });
    await writeAs(actor, (tx) => setFrist(tx, actor, input));
  }
  await db.admin("insert into betrieb.mandant (kreis) values ($1) on conflict do nothing", [stelle.kreis]);
  await remind();
  expect(letters).toEqual([]);
  await writeAs(actor, (tx) =>
    tx.insertInto("kim.erinnerung").values({ kreis: stelle.kreis, konto_id: actor.kontoId }).execute(),
  );
  await expect(remind("smtp://127.0.0.1:1")).rejects.toThrow("Nicht jede");
  await remind();
  await remind();
  expect(letters).toHaveLength(1);
  expect(letters[0]).toContain("In KIM warten 2 Fristen.");
  expect(letters[0]).not.toMatch(/Jolanda|Bescheid/);
});
