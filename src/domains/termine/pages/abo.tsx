import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { notices } from "../../../platform/notices.ts";
import { instant } from "../../../platform/words.ts";
import { Actions, Alert, Button, Card, DescriptionList, DoButton, Form, Page, TextField } from "../../../ui/index.ts";
import { makeAdresse, revokeAdresse } from "../commands/set-adresse.ts";
import { WEEK } from "../parts/getan.ts";
import { eigeneAdresse } from "../queries/abo.ts";
import { FEED } from "./feed.ts";

const PATH = "/kalender";
const permission = "beratung.lesen";

const getan = notices({
  weg: "Die Adresse gilt nicht mehr. Wer sie noch eingetragen hat, bekommt nichts mehr.",
  erzeugt: { kind: "info", text: "Die Adresse wurde schon gezeigt. Erzeugen Sie eine neue, wenn Sie sie nicht haben." },
});

/** One's calendar in a calendar program: the secret address, shown once. */
async function seite(visit: Visit, token?: string) {
  const adresse = await readAs(visit.actor, (tx) => eigeneAdresse(tx, visit.actor));
  return (
    <Page
      frame={visit.frame}
      title="Im eigenen Kalender"
      heading={false}
      breadcrumb={[{ label: "Termine", href: WEEK }]}
    >
      <Card title="Termine im eigenen Kalender" level={1}>
        <p>
          Ein Kalenderprogramm kann Ihre Termine unter einer geheimen Adresse lesen. Es sieht nie einen Namen, nur
          „Sprechstunde“, das Aktenzeichen oder „Termin“, dazu Zeit und Standort. Wer die Adresse hat, liest mit: Geben
          Sie sie nicht weiter.
        </p>
        {token === undefined ? null : (
          <>
            <Alert kind="warning">
              Kopieren Sie die Adresse jetzt. Sie wird nicht noch einmal gezeigt. In Ihrem Kalenderprogramm fügen Sie
              sie ein, wo ein Kalender aus dem Internet abonniert wird.
            </Alert>
            <TextField
              name="adresse"
              label="Ihre geheime Adresse"
              value={`${visit.origin}${FEED}/${token}.ics`}
              readonly
            />
            <Actions>
              <DoButton does="copy" of="adresse">
                Kopieren
              </DoButton>
            </Actions>
          </>
        )}
        <DescriptionList
          items={[
            { term: "Adresse", value: adresse === undefined ? "keine" : `seit ${instant(adresse.angelegt)}` },
            {
              term: "Zuletzt gelesen",
              value: adresse?.gelesen == null ? "noch nicht" : instant(adresse.gelesen),
            },
          ]}
        />
        <Form action={PATH}>
          <Actions>
            <Button kind={token === undefined ? "primary" : "secondary"}>
              {adresse === undefined ? "Adresse erzeugen" : "Neue Adresse erzeugen"}
            </Button>
            {adresse === undefined ? null : (
              <Button kind="danger" formaction={`${PATH}/zuruecknehmen`}>
                Adresse zurücknehmen
              </Button>
            )}
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

export const show = page({ path: PATH, permission, notices: getan, show: (visit) => seite(visit) });

export const save = change(
  PATH,
  permission,
  {
    schema: NOTHING,
    again: (visit) => seite(visit),
    answer: (visit, _to, once) => seite(visit, once),
  },
  async (tx, { actor }) => ({ to: getan.after(PATH, "erzeugt"), once: await makeAdresse(tx, actor) }),
);

export const saveRevoke = change(
  `${PATH}/zuruecknehmen`,
  permission,
  { schema: NOTHING, again: (visit) => seite(visit) },
  async (tx, { actor }) => {
    await revokeAdresse(tx, actor);
    return getan.after(PATH, "weg");
  },
);
