import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, Day, DescriptionList, Entered, Page, Table } from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { STAENDE, WUENSCHE, euroText, schritteAus, spanneText } from "../model/einsatz.ts";
import { StandWort, ortText } from "../parts/einsatz-liste.tsx";
import { getan } from "../parts/getan.ts";
import { EINSAETZE, POOL } from "../parts/wege.ts";
import { type Einsatz, type SchrittZeile, einsatzOf, schritteOf, terminZu } from "../queries/einsaetze.ts";

/** One booking: which language, when, who, what it cost, what became of it. The appointment only for whoever keeps its file. */
export const show = page({
  path: `${EINSAETZE}/:id`,
  permission: "sprachmittlung.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { e, verlauf, termin, listen } = await readAs(actor, async (tx) => {
      const one = await einsatzOf(tx, actor, id);
      return {
        e: one,
        verlauf: await schritteOf(tx, actor, id),
        termin: await terminZu(tx, id),
        listen: await codelisten(tx),
      };
    });
    return (
      <Page
        frame={visit.frame}
        title="Einsatz der Sprachmittlung"
        heading={false}
        extra
        breadcrumb={[{ label: "Einsätze", href: EINSAETZE }]}
      >
        <Angaben e={e} listen={listen} termin={termin} bucht={may(actor, "sprachmittlung.buchen")} />
        <Verlauf verlauf={verlauf} />
      </Page>
    );
  },
});

type Props = {
  readonly e: Einsatz;
  readonly listen: Codelisten;
  readonly termin: string | undefined;
  readonly bucht: boolean;
};

function Angaben({ e, listen, termin, bucht }: Props) {
  const self = `${EINSAETZE}/${e.id}`;
  // What lies ahead was not done yet.
  const schritte = schritteAus(e.stand).filter(
    ({ nach }) => e.tag <= today() || (nach !== "geleistet" && nach !== "ausgefallen"),
  );
  const aenderbar = e.stand === "offen" || e.stand === "gebucht";
  const wer =
    e.sprachmittler === null || e.sprachmittlerId === null ? (
      "noch niemand"
    ) : (
      <a href={`${POOL}/${e.sprachmittlerId}`}>
        <Entered>{e.sprachmittler}</Entered>
      </a>
    );
  return (
    <Card
      title={`${nameOf(listen.sprache, e.sprache)}, ${tagText(e.tag)}, ${spanneText(e.beginn, e.beginn + e.dauer)}`}
      level={1}
    >
      <DescriptionList
        items={[
          { term: "Stand", value: <StandWort stand={e.stand} /> },
          { term: "Wer mittelt", value: wer },
          { term: "Gewünscht", value: e.wunsch === null ? "egal" : WUENSCHE[e.wunsch] },
          { term: "Wo", value: ortText(e) },
          { term: "Gebraucht von", value: <Entered>{e.wer}</Entered> },
          ...(termin === undefined
            ? []
            : [{ term: "Termin", value: <a href={`/termine/${termin}`}>zu Ihrem Termin</a> }]),
          ...(e.minuten === null ? [] : geleistet(e, e.minuten)),
        ]}
      />
      {bucht ? (
        <Actions>
          {schritte.map(({ nach, verb }, i) => (
            <ButtonLink kind={i === 0 ? "secondary" : "tertiary"} small href={`${self}/schritt?nach=${nach}`}>
              {verb}
            </ButtonLink>
          ))}
          {aenderbar ? (
            <ButtonLink kind="tertiary" small href={`${self}/bearbeiten`}>
              Verlegen oder ändern
            </ButtonLink>
          ) : null}
        </Actions>
      ) : null}
    </Card>
  );
}

const geleistet = (e: Einsatz, minuten: number) => [
  { term: "Geleistet", value: `${String(minuten)} Minuten` },
  {
    term: "Betrag",
    value: `${euroText(e.betragCent ?? 0)}, davon Fahrt ${euroText(e.fahrtCent ?? 0)}; je Stunde ${euroText(e.satzCent ?? 0)}`,
  },
  ...(e.abgerechnetAm === null ? [] : [{ term: "Abgerechnet", value: `am ${tagText(e.abgerechnetAm)}` }]),
];

const Verlauf = ({ verlauf }: { readonly verlauf: readonly SchrittZeile[] }) => (
  <Card title="Verlauf">
    <Table
      caption="Was aus dem Einsatz wurde, das Erste zuerst"
      hideCaption
      cards
      rows={verlauf}
      columns={[
        { label: "Am", cell: ({ am }) => <Day iso={am} /> },
        { label: "Stand", cell: ({ stand }) => STAENDE[stand] },
        { label: "Wer", cell: ({ wer }) => <Entered>{wer}</Entered> },
      ]}
    />
  </Card>
);
