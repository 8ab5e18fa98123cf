import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Button,
  Card,
  CardPage,
  Checkbox,
  ConflictNotice,
  Form,
  Submit,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { changeVorlage } from "../commands/change-vorlage.ts";
import { VorlageEingabe } from "../model/eingabe.ts";
import { vorlageValues } from "../model/form-values.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { KOPF_CONFLICT, KopfFelder } from "../parts/kopf-felder.tsx";
import { type VorlageAkte, vorlageOf } from "../queries/vorlagen.ts";

const permission = "bericht.schreiben";
const PATH = `${VORLAGEN}/:id`;

const CONFLICT = [
  { name: "name", label: "Name der Vorlage" },
  ...KOPF_CONFLICT,
  { name: "angeboten", label: "Wird angeboten", empty: "nein" },
];

/** What the drafts that begin with it look like; changed from a draft. */
function Inhalt({ vorlage }: { readonly vorlage: VorlageAkte }) {
  return (
    <Card title="Kapitel">
      <ol>
        {vorlage.kapitel
          .filter((k) => !k.entfaellt)
          .map((k) => (
            <li>
              {k.titel}
              {k.text === null ? null : ", mit festem Text"}
            </li>
          ))}
      </ol>
      <p class="hint">
        Reihenfolge und Texte ändern Sie in einem Entwurf; mit „Als Vorlage speichern“ ersetzt er diese Vorlage.
      </p>
    </Card>
  );
}

function Word({ vorlage: { id, wordName } }: { readonly vorlage: VorlageAkte }) {
  return (
    <Card title="Word-Datei des Hauses">
      <p>
        {wordName === null
          ? "Berichte werden so gesetzt, wie KIM sie setzt."
          : `Berichte werden in „${wordName}“ gesetzt.`}
      </p>
      <p>
        <a href={`${VORLAGEN}/word?vorlage=${id}`}>
          {wordName === null ? "Word-Datei hochladen" : "Word-Datei ersetzen"}
        </a>
      </p>
      {wordName === null ? null : (
        <Form action={`${VORLAGEN}/${id}/ohne-word`}>
          <Button kind="tertiary" small>
            Word-Datei entfernen
          </Button>
        </Form>
      )}
    </Card>
  );
}

async function form(visit: Visit, rejected?: Rejected) {
  const vorlage = await readAs(visit.actor, (tx) => vorlageOf(tx, idOf(visit)));
  const self = `${VORLAGEN}/${vorlage.id}`;
  const record = { version: vorlage.version, values: vorlageValues(vorlage) };
  const field = fieldsOf(record.values, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title={`Vorlage „${vorlage.name}“`}
      rejected={rejected}
      breadcrumb={[
        { label: "Berichte", href: LIST },
        { label: "Vorlagen", href: VORLAGEN },
      ]}
      side={
        <>
          <Inhalt vorlage={vorlage} />
          <Word vorlage={vorlage} />
        </>
      }
    >
      <ConflictNotice rejected={rejected} fields={CONFLICT} stored={self} />
      <Form action={self} record={record} rejected={rejected}>
        <TextField {...field("name")} label="Name der Vorlage" />
        <KopfFelder field={field} />
        <Checkbox {...field("angeboten")} value="ja" label="Beim Entwerfen eines Berichts anbieten" />
        <Submit label="Speichern" cancel={VORLAGEN} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: VorlageEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await changeVorlage(tx, actor, at, input);
    return getan.after(VORLAGEN, "vorlage");
  },
);
