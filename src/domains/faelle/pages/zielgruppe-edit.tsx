import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { today } from "../../../platform/clock.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, CardPage, ConflictNotice, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { changeZielgruppe } from "../commands/set-zielgruppe.ts";
import { ZielgruppeEingabe, zielgruppeValues } from "../model/zielgruppe.ts";
import { ZIELGRUPPE_CONFLICT, ZielgruppeFields } from "../parts/zielgruppe-felder.tsx";
import { ZIELGRUPPE as LIST, belowZielgruppe, zielgruppeGetan as getan, standAm } from "../parts/zielgruppe-getan.ts";
import { Regel } from "../parts/zielgruppe-regel.tsx";
import { zielgruppeOf } from "../queries/zielgruppen.ts";

const permission = "zielgruppe.pflegen";

async function form(visit: Visit, rejected?: Rejected) {
  const regel = await readAs(visit.actor, (tx) => zielgruppeOf(tx, idOf(visit)));
  const self = `${LIST}/${regel.id}`;
  const record = { version: regel.version, values: zielgruppeValues(regel) };
  const title = `Regel ab ${tagText(regel.ab)}`;
  if (standAm(regel, today()) !== "kommt") {
    return (
      <CardPage frame={visit.frame} {...belowZielgruppe} title={title} rejected={rejected} extra>
        <p>
          Nach dieser Regel wird oder wurde entschieden, darum bleibt sie stehen. Soll etwas anders werden, beginnen Sie
          eine <a href={`${LIST}/neu`}>neue Regel</a>.
        </p>
        <Regel regel={regel} />
      </CardPage>
    );
  }
  return (
    <CardPage frame={visit.frame} {...belowZielgruppe} title={title} rejected={rejected} wide>
      <ConflictNotice rejected={rejected} fields={ZIELGRUPPE_CONFLICT} stored={self} />
      <Form action={self} record={record} rejected={rejected}>
        <ZielgruppeFields field={fieldsOf(record.values, rejected)} rejected={rejected} />
        <Submit label="Speichern" cancel={LIST} />
        <ButtonLink kind="tertiary" href={`${self}/entfernen`}>
          Regel entfernen
        </ButtonLink>
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id`,
  permission,
  { form, schema: ZielgruppeEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await changeZielgruppe(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
