import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Entered, Form, HiddenField, Submit, fieldsOf } from "../../../ui/index.ts";
import { addAuftrag, changeAuftrag } from "../commands/set-auftrag.ts";
import { AuftragEingabe } from "../model/eingabe.ts";
import { auftragValues } from "../model/form-values.ts";
import { istDabei } from "../model/gremium.ts";
import { AUFTRAG_CONFLICT, AuftragFelder } from "../parts/auftrag-felder.tsx";
import { belowAuftraege, belowSitzung } from "../parts/below.ts";
import { AUFTRAEGE, SITZUNGEN, TOPS, getan } from "../parts/getan.ts";
import { auftragOf } from "../queries/auftraege.ts";
import { beschluesse } from "../queries/beschluesse.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { topOf } from "../queries/sitzungen.ts";

const permission = "gremium.schreiben";

async function neu(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { top, sitzung, members, decided } = await readAs(actor, async (tx) => {
    const found = await topOf(tx, idOf(visit));
    const all = await mitglieder(tx, actor, { gremiumId: found.sitzung.gremiumId });
    return {
      ...found,
      members: all.filter((m) => istDabei(m, found.sitzung.tag)),
      decided: await beschluesse(tx, { topId: found.top.id }),
    };
  });
  const field = fieldsOf({ beschluss: decided.length === 1 ? decided.map(({ id }) => id) : [] }, rejected);
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title="Auftrag festhalten" rejected={rejected}>
      <p>
        <Entered>{`${top.nr}. ${top.titel}`}</Entered>
      </p>
      <Form action={`${TOPS}/${top.id}/auftrag`} rejected={rejected}>
        <AuftragFelder field={field} members={members} beschluesse={decided} rejected={rejected} />
        <Submit label="Festhalten" cancel={`${SITZUNGEN}/${sitzung.id}`} />
      </Form>
    </CardPage>
  );
}

export const { show: showNew, save: saveNew } = formPage(
  `${TOPS}/:id/auftrag`,
  permission,
  { form: neu, schema: AuftragEingabe },
  async (tx, visit, input) => {
    await addAuftrag(tx, visit.actor, idOf(visit), input);
    return getan.after(`${TOPS}/${idOf(visit)}/notiz`, "vereinbart");
  },
);

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { auftrag, members } = await readAs(actor, async (tx) => {
    const found = await auftragOf(tx, actor, idOf(visit));
    return { auftrag: found, members: await mitglieder(tx, actor, { gremiumId: found.gremiumId }) };
  });
  const self = `${AUFTRAEGE}/${auftrag.id}`;
  const values = auftragValues(auftrag);
  return (
    <CardPage {...belowAuftraege(visit, auftrag.id)} title="Auftrag ändern" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={AUFTRAG_CONFLICT} stored={self} />
      <Form action={`${self}/bearbeiten`} record={{ version: auftrag.version, values }} rejected={rejected}>
        <HiddenField name="beschluss" value={auftrag.beschlussId ?? ""} />
        <AuftragFelder field={fieldsOf(values, rejected)} members={members} beschluesse={[]} rejected={rejected} />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${AUFTRAEGE}/:id/bearbeiten`,
  permission,
  { form, schema: AuftragEingabe },
  async (tx, { actor, at }, input) => {
    await changeAuftrag(tx, actor, at, input);
    return getan.after(`${AUFTRAEGE}/${at.id}`, "gespeichert");
  },
);
