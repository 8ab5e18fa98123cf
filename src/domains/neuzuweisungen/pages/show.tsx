import { Redirect, type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  ButtonLink,
  Card,
  ConflictNotice,
  Day,
  DescriptionList,
  Entered,
  Form,
  Named,
  Page,
  Status,
  Submit,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { setThemen } from "../commands/set-themen.ts";
import { ThemenEingabe } from "../model/gespraech.ts";
import { STAENDE, schritteAus } from "../model/stand.ts";
import { themenValues } from "../model/themen.ts";
import { THEMEN_CONFLICT, ThemenListe } from "../parts/felder.tsx";
import { LIST, STAPEL, getan } from "../parts/getan.ts";
import { Verlauf } from "../parts/verlauf.tsx";
import { familienName, ortText, standKind } from "../parts/worte.ts";
import { aufgegangenIn } from "../queries/teilungen.ts";
import { type Mitglied, type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";

type Props = {
  readonly z: Zuweisung;
  readonly listen: Codelisten;
  readonly visit: Visit;
  readonly fremd: Fremd | undefined;
};

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { z, listen, fremd } = await openRecordAs(actor, { art: "zuweisung", id }, "zuweisung", async (tx) => {
    const z = await zuweisungOf(tx, actor, id);
    return { z, listen: await codelisten(tx), fremd: await fremdeAkte(tx, actor, z.kontoId) };
  });
  return (
    <Page
      frame={visit.frame}
      title="Zugewiesener Haushalt"
      heading={false}
      rejected={rejected}
      wide
      breadcrumb={[
        { label: "Neuzuweisungen", href: LIST },
        { label: "Liste", href: `${STAPEL}/${z.stapelId}` },
      ]}
    >
      <Haushalt z={z} listen={listen} visit={visit} fremd={fremd} />
      <Menschen z={z} listen={listen} visit={visit} />
      <Orientierung z={z} visit={visit} rejected={rejected} />
      <Gespraeche z={z} />
      <Verlauf z={z} visit={visit} />
    </Page>
  );
}

function Haushalt({ z, listen, visit, fremd }: Props) {
  const writes = may(visit.actor, "zuweisung.schreiben");
  const self = `${LIST}/${z.id}`;
  const edit = (
    <ButtonLink kind="secondary" small href={`${self}/bearbeiten`}>
      Bearbeiten
    </ButtonLink>
  );
  return (
    <Card title={<Entered>{familienName(z, z.mitglieder)}</Entered>} level={1} {...(writes ? { action: edit } : {})}>
      <p>
        <Status kind={standKind(z.stand)}>{STAENDE[z.stand]}</Status> seit {tagText(z.standSeit)}
      </p>
      <DescriptionList
        items={[
          { term: "Menschen", value: String(z.menschen) },
          { term: "Wo", value: ortText(z) },
          { term: "Zugewiesen am", value: tagText(z.zugewiesenAm) },
          ...(z.sprache === null ? [] : [{ term: "Sprache", value: nameOf(listen.sprache, z.sprache) }]),
        ]}
      />
      {writes ? (
        <Actions>
          {z.stand === "verlegt" ? null : (
            <ButtonLink kind="primary" href={`${self}/gespraech`}>
              Gespräch mit der Familie erfassen
            </ButtonLink>
          )}
          {schritteAus(z.stand).map(({ nach, verb }) => (
            <ButtonLink kind="secondary" href={`${self}/schritt?nach=${nach}`}>
              {verb}
            </ButtonLink>
          ))}
        </Actions>
      ) : null}
      <p class="hint">
        <Named says={fremd && { ...fremd, before: "Zuständig ist " }} />
        Jedes Öffnen wird protokolliert.
      </p>
    </Card>
  );
}

const Menschen = ({ z, listen, visit }: Omit<Props, "fremd">) => (
  <Card title="Wer dazugehört" id="menschen">
    <Table
      caption="Menschen dieses Haushalts"
      hideCaption
      cards
      rows={z.mitglieder}
      empty={<p class="muted">Die Liste nennt niemanden beim Namen. Namen kommen mit dem ersten Gespräch.</p>}
      columns={[
        {
          label: "Name",
          names: true,
          cell: (m: Mitglied) =>
            m.personId === null ? (
              <Entered>{m.name === "" ? "ohne Namen" : m.name}</Entered>
            ) : (
              <a href={`/personen/${m.personId}`}>
                <Entered>{m.name}</Entered>
              </a>
            ),
        },
        { label: "Geboren", cell: (m) => (m.geburtsdatum === null ? "–" : <Day iso={m.geburtsdatum} />) },
        {
          label: "Staats\u00adangehörigkeit",
          cell: (m) =>
            m.staatsangehoerigkeit === null ? "–" : nameOf(listen.staatsangehoerigkeit, m.staatsangehoerigkeit),
        },
        { label: "Akte", cell: (m) => (m.personId === null ? "noch keine" : "ja") },
        {
          label: "Was die Liste noch sagt",
          whole: true,
          cell: (m) => {
            const said = [
              ...(m.kontakt === null ? [] : [`Telefon: ${m.kontakt}`]),
              ...(m.hinweis === null ? [] : [m.hinweis]),
            ];
            return said.length === 0 ? "–" : <Entered>{said.join("; ").replaceAll("\n", "; ")}</Entered>;
          },
        },
      ]}
    />
    {z.mitglieder.some(({ personId }) => personId !== null) ? (
      <p class="hint">
        Wer eine Akte hat, steht mit allem dort; was die Liste von ihr oder ihm sagte, ist hier gelöscht.
      </p>
    ) : null}
    {may(visit.actor, "zuweisung.schreiben") ? (
      <Actions>
        <ButtonLink kind="tertiary" small href={`${LIST}/${z.id}/zusammenlegen`}>
          Mit einem anderen Haushalt zusammenlegen
        </ButtonLink>
        {z.menschen > 1 ? (
          <ButtonLink kind="tertiary" small href={`${LIST}/${z.id}/trennen`}>
            In zwei Haushalte trennen
          </ButtonLink>
        ) : null}
      </Actions>
    ) : null}
  </Card>
);

function Orientierung({
  z,
  visit,
  rejected,
}: Pick<Props, "z" | "visit"> & { readonly rejected?: Rejected | undefined }) {
  if (!may(visit.actor, "zuweisung.schreiben")) return null;
  const values = themenValues(z.themen);
  return (
    <Card title="Orientierung" id="orientierung">
      <ConflictNotice rejected={rejected} fields={THEMEN_CONFLICT} stored={`${LIST}/${z.id}`} />
      <Form action={`${LIST}/${z.id}`} record={{ version: z.version, values }} rejected={rejected}>
        <ThemenListe field={fieldsOf(values, rejected)} />
        <Submit label="Themen speichern" cancel={`${LIST}/${z.id}`} />
      </Form>
    </Card>
  );
}

const Gespraeche = ({ z }: Pick<Props, "z">) =>
  z.gespraeche.length === 0 ? null : (
    <Card title="Gespräche" id="gespraeche">
      <ul>
        {z.gespraeche.map(({ beratungId, am }) => (
          <li>
            <a href={`/beratungen/${beratungId}`}>Beratung vom {tagText(am)}</a>
          </li>
        ))}
      </ul>
    </Card>
  );

export const save = change(
  `${LIST}/:id`,
  "zuweisung.schreiben",
  { schema: ThemenEingabe, again: form },
  async (tx, { actor, at }, input) => {
    await setThemen(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
export const show = page({
  path: `${LIST}/:id`,
  permission: "zuweisung.lesen",
  notices: getan,
  // The address of a household that went into another one leads there.
  show: (visit) =>
    form(visit).catch(async (error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
      const into = await readAs(visit.actor, (tx) => aufgegangenIn(tx, visit.actor, idOf(visit)));
      if (into === undefined) throw error;
      return new Redirect(`${LIST}/${into}`);
    }),
});
