import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Actions, Alert, Button, ButtonLink, CardPage, Form, fieldsOf } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { addVerbindung } from "../commands/add-verbindung.ts";
import { NeueVerbindung } from "../model/netzwerk.ts";
import { hindernis } from "../model/wann.ts";
import { Wer, belowNetzwerk } from "../parts/below.tsx";
import { FAELLE, ZWECK, getan, netzwerkPath } from "../parts/getan.ts";
import { TieFields } from "../parts/tie-fields.tsx";
import { kopfOf } from "../queries/kopf.ts";

const PATH = `${netzwerkPath(":id")}/neu`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { fall, arten } = await openRecordAs(visit.actor, { art: "fall", id }, ZWECK.netzwerk, async (tx) => ({
    fall: await kopfOf(tx, visit.actor, id),
    arten: kodesAm((await codelisten(tx)).netzwerkart, today()),
  }));
  const problem = hindernis(fall.phase);
  const self = netzwerkPath(id);
  return (
    <CardPage {...belowNetzwerk(visit, fall)} title="Auf der Netzwerkkarte eintragen" rejected={rejected}>
      <Wer fall={fall} />
      {problem !== undefined && rejected === undefined ? (
        <Alert kind="warning">
          {problem} <a href={`${FAELLE}/${id}`}>Zum Fall</a>
        </Alert>
      ) : (
        <Form action={`${self}/neu`} rejected={rejected}>
          <TieFields field={fieldsOf({ von: [today()] }, rejected)} arten={arten} von="Auf der Karte ab" />
          <Actions>
            <Button>Eintragen</Button>
            <Button kind="secondary" name="weiter" value="naechste">
              Eintragen und weiter
            </Button>
            <ButtonLink kind="tertiary" href={self}>
              Abbrechen
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: NeueVerbindung, notices: getan },
  async (tx, { actor, at }, input) => {
    await addVerbindung(tx, actor, { fall: at.id }, input);
    const self = netzwerkPath(at.id);
    return getan.after(input.weiter === null ? self : `${self}/neu`, "eingetragen");
  },
);
