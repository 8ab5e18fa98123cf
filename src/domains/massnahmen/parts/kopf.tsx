import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, DescriptionList, DoButton, Entered, Path } from "../../../ui/index.ts";
import { antwortenText } from "../../luecken/index.ts";
import { euroText } from "../model/betrag.ts";
import { STAENDE, WEG } from "../model/stand.ts";
import type { Eine } from "../queries/eine.ts";
import { KETTEN, LIST } from "./getan.ts";
import { Schritte } from "./schritte.tsx";
import { StandWort } from "./worte.tsx";

type Props = {
  readonly eine: Eine;
  readonly steuert: boolean;
  /** Whether bodies have pages for whoever looks. */
  readonly gremien: boolean;
};

/** What a measure is and how far. */
export function Kopf({ eine, steuert, gremien }: Props) {
  const { massnahme: m, luecken } = eine;
  const self = `${LIST}/${m.id}`;
  const at = WEG.findIndex((one) => one === m.stand);
  return (
    <Card title={<Entered>{m.titel}</Entered>} level={1} action={<DoButton does="print">Drucken</DoButton>}>
      <p>
        <Entered class="text">{m.ziel}</Entered>
      </p>
      <p>
        <StandWort stand={m.stand} /> seit {tagText(m.standSeit)}
      </p>
      {at < 0 ? null : (
        <Path
          label="Wie weit die Maßnahme ist"
          stations={WEG.map((one, i) => ({
            label: STAENDE[one],
            state: i < at ? "erledigt" : i === at ? "jetzt" : "offen",
          }))}
        />
      )}
      <DescriptionList items={angaben(eine, gremien)} />
      {steuert ? <Schritte massnahme={m} /> : null}
      <Actions>
        {steuert ? (
          <ButtonLink kind="secondary" small href={`${self}/bearbeiten`}>
            Bearbeiten
          </ButtonLink>
        ) : null}
        {luecken.map(({ id, name }) => (
          <ButtonLink kind="tertiary" small href={`${KETTEN}/${id}`}>
            Von der Lücke zur Wirkung
            {luecken.length === 1 ? null : (
              <>
                : <Entered>{name}</Entered>
              </>
            )}
          </ButtonLink>
        ))}
      </Actions>
    </Card>
  );
}

function angaben({ massnahme: m, luecken, organisationen, beschluss, gruppe, stimmen }: Eine, gremien: boolean) {
  const zu = (href: string, text: string) =>
    gremien ? (
      <a href={`/gremien${href}`}>
        <Entered>{text}</Entered>
      </a>
    ) : (
      <Entered>{text}</Entered>
    );
  return [
    {
      term: luecken.length === 1 ? "Gegen die Lücke" : "Gegen die Lücken",
      value: luecken.map(({ id, name }, i) => (
        <>
          {i === 0 ? null : <br />}
          <a href={`/luecken/${id}`}>
            <Entered>{name}</Entered>
          </a>
        </>
      )),
    },
    {
      term: "Beschluss",
      value:
        beschluss === undefined
          ? "noch keiner"
          : zu(
              `/beschluesse/${beschluss.id}`,
              `Nr. ${beschluss.nummer} vom ${tagText(beschluss.gefasstAm)}: ${beschluss.wortlaut}`,
            ),
    },
    ...(gruppe === undefined ? [] : [{ term: "Projektgruppe", value: zu(`/${gruppe.id}`, gruppe.name) }]),
    { term: "Verantwortlich", value: <Entered>{m.verantwortlich}</Entered> },
    ...(organisationen.length === 0
      ? []
      : [{ term: "Es wirken mit", value: <Entered>{organisationen.join(", ")}</Entered> }]),
    { term: "Budget", value: m.budget === null ? "keines" : euroText(m.budget) },
    ...(m.quelle === null ? [] : [{ term: "Geld von", value: <Entered>{m.quelle}</Entered> }]),
    { term: "Zeitraum", value: m.bis === null ? `ab ${tagText(m.von)}` : `${tagText(m.von)} bis ${tagText(m.bis)}` },
    ...(stimmen.alle === 0 ? [] : [{ term: "Wer gemeldet hat, sagt", value: antwortenText(stimmen) }]),
  ];
}
