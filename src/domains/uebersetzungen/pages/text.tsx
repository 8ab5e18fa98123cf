import { type Visit, page } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, Alert, Button, Card, Choices, Entered, Form, HiddenField, Page, Table } from "../../../ui/index.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { releaseUebersetzung } from "../commands/release-uebersetzung.ts";
import { FreigabeEingabe, Gefragt } from "../model/eingabe.ts";
import { LIST, ONE, getan, textOf } from "../parts/getan.ts";
import { type Worte, reiheOf, worteOf } from "../queries/worte.ts";

const permission = "uebersetzung.freigeben";
const stelleOf = ({ formular, liste, sprache }: Gefragt) => ({ formular, gegenstand: liste ?? "", sprache });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const stelle = stelleOf(askedFor(Gefragt, visit, rejected));
  const { je, wer } = await readAs(actor, async (tx) => {
    const { je } = await reiheOf(tx, actor, stelle);
    const von = je.get(stelle.sprache)?.freigabe?.von;
    return { je, wer: von === undefined ? undefined : (await kontoNames(tx, actor.kreis, [von])).get(von) };
  });
  const worte = je.get(stelle.sprache);
  if (worte === undefined) throw new NotFound();
  const { lang, dir, name } = DRUCKSPRACHEN[stelle.sprache];
  return (
    <Page
      frame={visit.frame}
      title={worte.name}
      heading={false}
      wide
      rejected={rejected}
      breadcrumb={[{ label: "Übersetzungen", href: LIST }]}
    >
      <Card title={worte.name} level={1}>
        <Choices
          label="Sprache"
          items={[...je.keys()].map((sprache) => ({
            label: DRUCKSPRACHEN[sprache].name,
            href: textOf({ ...stelle, sprache }),
            current: sprache === stelle.sprache,
          }))}
        />
        <Freigegeben worte={worte} wer={wer} />
        <Table
          caption={`Texte auf Deutsch und daneben: ${name}`}
          hideCaption
          rows={worte.zeilen}
          columns={[
            { label: "Deutsch", cell: ({ deutsch }) => deutsch },
            {
              label: name,
              cell: ({ text }) => (
                <span lang={lang} dir={dir} translate="no">
                  {text}
                </span>
              ),
            },
          ]}
        />
        <Freigeben worte={worte} rejected={rejected} />
      </Card>
    </Page>
  );
}

function Freigegeben({ worte, wer }: { readonly worte: Worte; readonly wer: string | undefined }) {
  const { freigabe, stand } = worte;
  if (freigabe === undefined) return <p>Noch nicht freigegeben.</p>;
  return (
    <>
      <p>
        Freigegeben am {tagText(freigabe.am)}
        {wer === undefined ? null : (
          <>
            {" "}
            von <Entered>{wer}</Entered>
          </>
        )}
        .
      </p>
      {stand === "frei" ? null : (
        <Alert kind="warning">
          Die Texte haben sich seitdem geändert. Auf den Blättern steht wieder, dass sie nicht geprüft sind.
        </Alert>
      )}
    </>
  );
}

/** What was read goes with the form: released is that, and nothing that came after. */
function Freigeben({ worte, rejected }: { readonly worte: Worte; readonly rejected: Rejected | undefined }) {
  const { formular, gegenstand, sprache } = worte.stelle;
  const frei = worte.stand === "frei";
  return (
    <Form action={ONE} rejected={rejected}>
      <HiddenField name="formular" value={formular} />
      {gegenstand === "" ? null : <HiddenField name="liste" value={gegenstand} />}
      <HiddenField name="sprache" value={sprache} />
      <HiddenField name="pruefsumme" value={worte.pruefsumme} />
      {frei ? <HiddenField name="zurueck" value="ja" /> : null}
      <Actions>
        {frei ? <Button kind="secondary">Freigabe zurücknehmen</Button> : <Button>Für meinen Träger freigeben</Button>}
      </Actions>
    </Form>
  );
}

export const show = page({ path: ONE, permission, notices: getan, show: (visit) => form(visit) });

export const save = change(ONE, permission, { schema: FreigabeEingabe, again: form }, async (tx, { actor }, input) => {
  const { stelle, zeilen } = await worteOf(tx, actor, stelleOf(input));
  await releaseUebersetzung(tx, actor, stelle, zeilen, input);
  return getan.after(textOf(stelle), input.zurueck ? "zurueck" : "freigegeben");
});
