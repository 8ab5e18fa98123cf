import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  Choices,
  ConflictNotice,
  Entered,
  Form,
  HiddenField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { punkteIn, punkteValues, translateListe } from "../commands/translate-liste.ts";
import { BRIEFSPRACHE } from "../model/brief.ts";
import { PunkteEingabe } from "../model/mitbringen.ts";
import { LISTEN, VORLAGEN, getan } from "../parts/getan.ts";

const Query = z.object({ sprache: z.enum(BRIEFSPRACHE).default("ar") });

/** The own lines of a list in another language. They are printed so once somebody has released them. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { sprache } = askedFor(Query, visit, rejected);
  const { liste, stand } = await readAs(visit.actor, (tx) => punkteIn(tx, visit.actor, id, sprache));
  const self = `${LISTEN}/${id}/uebersetzung`;
  const record = { version: stand.version, values: punkteValues(stand) };
  const { lang, name } = DRUCKSPRACHEN[sprache];
  return (
    <CardPage
      frame={visit.frame}
      breadcrumb={[
        { label: "Briefe und Listen", href: VORLAGEN },
        { label: "Mitbringliste ändern", href: `${LISTEN}/${id}` },
      ]}
      title="Eigene Punkte übersetzen"
      rejected={rejected}
      extra
    >
      <p>
        In Briefen in einer anderen Sprache stehen Ihre eigenen Punkte auf Deutsch, bis sie hier übersetzt und unter
        „Übersetzungen“ freigegeben sind.
      </p>
      <Choices
        label="Sprache"
        items={BRIEFSPRACHE.map((one) => ({
          label: DRUCKSPRACHEN[one].name,
          href: `${self}?sprache=${one}`,
          current: one === sprache,
        }))}
      />
      <ConflictNotice
        rejected={rejected}
        fields={[{ name: "zeilen", label: name }]}
        stored={`${self}?sprache=${sprache}`}
      />
      <h2>
        <Entered>{liste.anlass}</Entered>
      </h2>
      <ol>
        {liste.weiteres.map((one) => (
          <li>
            <Entered>{one}</Entered>
          </li>
        ))}
      </ol>
      <Form action={self} record={record} rejected={rejected}>
        <HiddenField name="sprache" value={sprache} />
        <TextArea
          {...fieldsOf(record.values, rejected)("zeilen")}
          label={name}
          hint="Zu jedem Punkt eine Zeile, in derselben Reihenfolge. Leer: bleibt deutsch."
          optional
          rows={Math.max(3, liste.weiteres.length)}
          lang={lang}
        />
        <Submit label="Speichern" cancel={`${LISTEN}/${id}`} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LISTEN}/:id/uebersetzung`,
  "briefvorlage.schreiben",
  { form, schema: PunkteEingabe, notices: getan },
  async (tx, { actor, at }, input) => {
    await translateListe(tx, actor, at, input);
    return getan.after(`${LISTEN}/${at.id}/uebersetzung?sprache=${input.sprache}`, "uebersetzt");
  },
);
