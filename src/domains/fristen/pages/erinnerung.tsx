import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { linksAreMailed } from "../../../platform/mail.ts";
import { Actions, Alert, Button, CardPage, Form } from "../../../ui/index.ts";
import { LIST, getan } from "../parts/getan.ts";

const PATH = `${LIST}/erinnerung`;
const permission = "fall.lesen";

const wanted = async (tx: Tx, kontoId: string): Promise<boolean> =>
  (await tx.selectFrom("kim.erinnerung").select("kreis").where("konto_id", "=", kontoId).executeTakeFirst()) !==
  undefined;

/** Whether one wants a mail in the morning, and that it says nothing but a number. */
async function seite(visit: Visit) {
  const an = await readAs(visit.actor, (tx) => wanted(tx, visit.actor.kontoId));
  return (
    <CardPage frame={visit.frame} title="Erinnerung per E-Mail" breadcrumb={[{ label: "Fristen", href: LIST }]}>
      <p>
        Werktags am Morgen eine Nachricht, wenn Fristen fällig sind: wie viele, sonst nichts. Sie nennt keine Person und
        keinen Fall.
      </p>
      {linksAreMailed() ? null : (
        <Alert kind="info">Diese Installation verschickt zurzeit keine E-Mails. Fragen Sie Ihre Administration.</Alert>
      )}
      <p>{an ? "Sie bekommen die Erinnerung." : "Sie bekommen keine Erinnerung."}</p>
      <Form action={PATH}>
        <Actions>
          <Button>{an ? "Abbestellen" : "Bestellen"}</Button>
        </Actions>
      </Form>
    </CardPage>
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: seite });

export const save = change(PATH, permission, { schema: NOTHING, again: seite }, async (tx, { actor }) => {
  const { kreis, kontoId } = actor;
  const an = await wanted(tx, kontoId);
  await (an
    ? tx.deleteFrom("kim.erinnerung").where("konto_id", "=", kontoId).execute()
    : tx.insertInto("kim.erinnerung").values({ kreis, konto_id: kontoId }).execute());
  await recordEvent(tx, actor, {
    art: an ? "kalender.erinnerung_aus" : "kalender.erinnerung_an",
    gegenstand: { art: "kalender", id: kontoId },
  });
  return getan.after(PATH, an ? "erinnerungAus" : "erinnerungAn");
});
