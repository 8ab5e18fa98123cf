import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useMailSink } from "../../../../tests/support/mail-sink.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { countAllOpenWork } from "../commands/count-open-work.ts";
import { remindAll } from "./remind.ts";

const db = testDatabase();
const mail = useMailSink();

test("a Leitung is written to once a week as long as somebody's work waits; the letter names nobody, and nobody else gets one", async () => {
  const stelle = await beratungsstelle();
  const weg = await kollegin(stelle, "Wilma Weg");
  const jo = PersonEingabe.parse({ person_vorname: "Jolanda", person_nachname: "Muster" });
  await writeAs(weg.actor, (tx) => createPerson(tx, weg.actor, jo));
  const leitung = (await testKonto({ ...stelle, rollen: ["traeger_leitung"] })).actor;
  const anderswo = await beratungsstelle(stelle.kreis);
  await testKonto({ ...anderswo, rollen: ["traeger_leitung"] });
  await db.admin("insert into betrieb.mandant (kreis) values ($1) on conflict do nothing", [stelle.kreis]);
  const remind = (url = mail.config().smtpUrl) =>
    asWorker(db, async () => {
      await countAllOpenWork();
      await remindAll({ ...mail.config(), smtpUrl: url, adresse: "https://kim.beispiel.example" });
    });
  const days = (n: number) =>
    db.admin("update kim.verteilung_erinnert set zuletzt = zuletzt - $1::int where konto_id = $2", [
      n,
      leitung.kontoId,
    ]);

  await remind();
  expect(mail.letters).toEqual([]);
  await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [weg.actor.kontoId]);
  // A mail server that is away marks nobody as written to.
  await expect(remind("smtp://127.0.0.1:1")).rejects.toThrow("Nicht jede");
  await remind();
  await days(6);
  await remind();
  expect(mail.letters).toHaveLength(1);
  expect(mail.letters[0]?.text).toContain("Bei Ihrem Träger liegt Arbeit von jemandem, der nicht mehr berät.");
  expect(mail.letters[0]?.text).toContain("https://kim.beispiel.example/vertretungen");
  expect(mail.letters[0]?.raw).not.toMatch(/Wilma|Weg\b|Jolanda|Muster/);
  await days(1);
  await remind();
  expect(mail.letters).toHaveLength(2);
  await db.admin("delete from kim.person where konto_id = $1", [weg.actor.kontoId]);
  await days(7);
  await remind();
  expect(mail.letters).toHaveLength(2);
});
