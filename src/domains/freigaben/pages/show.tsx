import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  Entered,
  Form,
  Named,
  Page,
} from "../../../ui/index.ts";
import { geltende } from "../../einwilligungen/index.ts";
import { personNames } from "../../personen/index.ts";
import { fremdeAkte } from "../../zustaendigkeit/index.ts";
import { neueAntwort } from "../commands/read-antworten.ts";
import { EBH_STAENDE } from "../model/ebh.ts";
import { ARTEN, TITEL, ZWECK, geht, isAngefragt } from "../model/stand.ts";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { Angaben, StandMarke, Verlauf, terminZeile } from "../parts/inhalt.tsx";
import { type FreigabeGanz, freigabeOf } from "../queries/freigaben.ts";

/** One release on the side of the file: what went out, who opened it, what came back. */
export const show = page({
  path: `${ONE}/:id`,
  permission: "freigabe.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { f, name, fremd, ja } = await openRecordAs(actor, { art: "freigabe", id }, "freigabe", async (tx) => {
      const f = await freigabeOf(tx, actor, id);
      const name = (await personNames(tx, actor, [f.personId])).get(f.personId) ?? "";
      const wozu = { zweck: ZWECK[f.art], empfaengerArt: f.empfaengerArt, empfaenger: f.empfaenger };
      const ja = f.stand === null ? await geltende(tx, actor, f.personId, wozu) : undefined;
      return { f, name, ja, fremd: await fremdeAkte(tx, actor, f.kontoId) };
    });
    return (
      <Page
        frame={visit.frame}
        title={TITEL[f.art]}
        heading={false}
        wide
        breadcrumb={[
          { label: "Person", href: `/personen/${f.personId}` },
          { label: "Freigaben", href: listOf(f.personId) },
        ]}
      >
        <Card title={TITEL[f.art]} level={1}>
          <p>
            <Entered>{name}</Entered> <StandMarke art={f.art} stand={f.stand} gesperrt={f.gesperrt} />
          </p>
          <DescriptionList items={kopf(f)} />
          {f.stand === null ? <Freigabe f={f} ja={ja} /> : null}
          {may(actor, "freigabe.schreiben") ? <Schritte f={f} /> : null}
          <p class="hint">
            <Named says={fremd} />
            Jedes Öffnen wird protokolliert, hier und bei der anderen Stelle.
          </p>
        </Card>
        {f.inhalt === null ? null : (
          <Card title="Was in der Kopie steht">
            <Angaben inhalt={f.inhalt} />
          </Card>
        )}
        {f.schritte.length === 0 ? null : <Verlauf schritte={f.schritte} geber="Ihre Seite" empfaenger={f.an} />}
      </Page>
    );
  },
});

const kopf = (f: FreigabeGanz) => [
  { term: "An wen", value: <Entered>{f.art === "link" ? f.an : `${f.an} (${ARTEN[f.art]})`}</Entered> },
  ...(f.stand === null ? [{ term: "Worum es geht", value: <Entered>{f.anliegen}</Entered> }] : []),
  ...terminZeile(f.schritte),
  {
    term: "Zu lesen bis",
    value: f.gueltigBis === null ? "noch nicht freigegeben" : tagText(f.gueltigBis),
  },
  ...(f.ebh === null
    ? []
    : [{ term: "Stand laut Behörde", value: `${EBH_STAENDE[f.ebh.stand]} seit ${tagText(f.ebh.seit)}` }]),
  ...(f.verweisId === null ? [] : [{ term: "Verweis", value: <a href={`/verweise/${f.verweisId}`}>öffnen</a> }]),
  ...(f.fallId === null
    ? []
    : [
        {
          term: "Fall",
          value: <a href={`/faelle/${f.fallId}`}>öffnen</a>,
        },
      ]),
];

type FreigabeProps = { readonly f: FreigabeGanz; readonly ja: Awaited<ReturnType<typeof geltende>> };

/** Whether the person let it out yet: nothing goes before, and the other side knows of nothing. */
function Freigabe({ f, ja }: FreigabeProps) {
  const wer = isAngefragt(f.art, f.stand) ? "Die Behörde" : "Die andere Stelle";
  return ja === undefined ? (
    <Alert kind="info">
      {wer} weiß noch nichts davon. Es fehlt die{" "}
      <a href={`/personen/${f.personId}/einwilligungen/neu?zweck=${ZWECK[f.art]}`}>Einwilligung der Person</a>.
    </Alert>
  ) : (
    <p>
      {wer} weiß noch nichts davon. Die <a href={`/einwilligungen/${ja.id}`}>Einwilligung der Person</a> liegt vor
      {ja.bis === null ? "" : ` und gilt bis ${tagText(ja.bis)}`}.
    </p>
  );
}

/** What can be done now. */
function Schritte({ f }: { readonly f: FreigabeGanz }) {
  const self = `${ONE}/${f.id}`;
  if (f.stand === null) {
    return (
      <Actions>
        <ButtonLink kind="primary" href={`${self}/freigeben`}>
          Auswählen und freigeben
        </ButtonLink>
        <ButtonLink kind="tertiary" href={`${self}/verwerfen`}>
          Verwerfen
        </ButtonLink>
      </Actions>
    );
  }
  const { stand, gesperrt } = f;
  const kann = gesperrt === null;
  return (
    <Actions>
      {kann && geht(f.art, stand, "angeboten", "geber") ? (
        <ButtonLink kind="primary" href={`${self}/antworten`}>
          Rückfrage beantworten
        </ButtonLink>
      ) : null}
      {kann && geht(f.art, stand, "erledigt", "geber") ? (
        <ButtonLink kind="secondary" href={`${self}/erledigen`}>
          Als erledigt abschließen
        </ButtonLink>
      ) : null}
      {kann && stand !== "angenommen" ? (
        <ButtonLink kind="tertiary" href={`${self}/zurueckziehen`}>
          Zurückziehen
        </ButtonLink>
      ) : null}
      <ButtonLink kind="tertiary" href={`${listOf(f.personId)}/neu?art=${f.art}`}>
        Neuer Stand als neue Kopie
      </ButtonLink>
      {neueAntwort(f) === undefined && f.ebh?.neu !== true ? null : (
        <Form action={`${self}/gelesen`}>
          <Button kind={f.verweisId === null ? "tertiary" : "primary"}>
            {f.verweisId === null ? "Antworten gelesen" : "Antwort in den Verweis übernehmen"}
          </Button>
        </Form>
      )}
    </Actions>
  );
}
