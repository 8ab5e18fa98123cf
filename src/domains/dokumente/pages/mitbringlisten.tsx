import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  ButtonLink,
  CardPage,
  CheckChips,
  Confirm,
  ConflictNotice,
  type FieldsOf,
  Form,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { MITBRINGWAHL } from "../../codelisten/index.ts";
import { addListe, changeListe, listeValues, removeListe } from "../commands/keep-liste.ts";
import { ListeEingabe, VORSCHLAEGE } from "../model/mitbringen.ts";
import { LISTEN, VORLAGEN, getan } from "../parts/getan.ts";
import { listenOf } from "../queries/vorlagen.ts";

const permission = "briefvorlage.schreiben";
const breadcrumb = [{ label: "Briefe und Listen", href: VORLAGEN }];
const Query = z.object({ vorschlag: z.string().max(40).optional() });
const FELDER = [
  { name: "anlass", label: "Wofür?" },
  { name: "arten", label: "Was mitzubringen ist" },
  { name: "weiteres", label: "Außerdem" },
] as const;

const Felder = ({ field }: { readonly field: FieldsOf }) => (
  <>
    <TextField {...field("anlass")} label="Wofür?" />
    <CheckChips
      {...field("arten")}
      label="Was mitzubringen ist"
      hint="Dafür gibt es Wörter in jeder Sprache der Briefe. Bei den meisten sagt KIM auch, ob sie vorliegen."
      options={MITBRINGWAHL}
      rows
    />
    <TextArea
      {...field("weiteres")}
      label="Außerdem"
      hint="Eine Zeile je Punkt. In anderen Sprachen steht es deutsch da, bis Sie es übersetzen."
      optional
      rows={4}
    />
  </>
);

function neuForm(visit: Visit, rejected?: Rejected) {
  const asked = readQuery(Query, visit.url).vorschlag;
  const begin = VORSCHLAEGE.find(({ key }) => key === asked);
  return (
    <CardPage frame={visit.frame} breadcrumb={breadcrumb} title="Mitbringliste anlegen" rejected={rejected}>
      <Form action={LISTEN} rejected={rejected}>
        <Felder field={fieldsOf(begin && listeValues(begin), rejected)} />
        <Submit label="Speichern" cancel={VORLAGEN} />
      </Form>
    </CardPage>
  );
}

export const neu = formPage(
  LISTEN,
  permission,
  { form: neuForm, shownAt: `${LISTEN}/neu`, schema: ListeEingabe },
  async (tx, { actor }, input) => {
    await addListe(tx, actor, input);
    return getan.after(VORLAGEN, "gespeichert");
  },
);

async function editForm(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const liste = (await readAs(visit.actor, (tx) => listenOf(tx, visit.actor))).find(({ key }) => key === id);
  if (liste?.version === undefined) throw new NotFound();
  const record = { version: liste.version, values: listeValues(liste) };
  const self = `${LISTEN}/${id}`;
  return (
    <CardPage frame={visit.frame} breadcrumb={breadcrumb} title="Mitbringliste ändern" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={FELDER} stored={self} />
      <Form action={self} record={record} rejected={rejected}>
        <Felder field={fieldsOf(record.values, rejected)} />
        <Submit label="Speichern" cancel={VORLAGEN} />
      </Form>
      <Actions>
        {liste.weiteres.length === 0 ? null : (
          <ButtonLink kind="tertiary" small href={`${self}/uebersetzung`}>
            Eigene Punkte übersetzen
          </ButtonLink>
        )}
        <ButtonLink kind="tertiary" small href={`${self}/entfernen`}>
          Liste entfernen
        </ButtonLink>
      </Actions>
    </CardPage>
  );
}

export const edit = formPage(
  `${LISTEN}/:id`,
  permission,
  { form: editForm, schema: ListeEingabe },
  async (tx, { actor, at }, input) => {
    await changeListe(tx, actor, at, input);
    return getan.after(VORLAGEN, "gespeichert");
  },
);

async function removeForm(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const liste = (await readAs(visit.actor, (tx) => listenOf(tx, visit.actor))).find(({ key }) => key === id);
  if (liste?.version === undefined) throw new NotFound();
  return (
    <CardPage frame={visit.frame} breadcrumb={breadcrumb} title="Mitbringliste entfernen" rejected={rejected}>
      <Confirm
        action={`${LISTEN}/${id}/entfernen`}
        confirm="Entfernen"
        back={`${LISTEN}/${id}`}
        version={liste.version}
        rejected={rejected}
        danger
      >
        <p>
          „{liste.anlass}“ wird nicht mehr angeboten. Geschriebene Briefe bleiben. Hat KIM für den Anlass einen
          Vorschlag, steht der wieder da.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const remove = formPage(
  `${LISTEN}/:id/entfernen`,
  permission,
  { form: removeForm, schema: NOTHING },
  async (tx, { actor, at }) => {
    await removeListe(tx, actor, at);
    return getan.after(VORLAGEN, "entfernt");
  },
);
