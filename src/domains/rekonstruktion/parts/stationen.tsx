import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  Entered,
  Form,
  Status,
} from "../../../ui/index.ts";
import type { Codelisten } from "../../codelisten/index.ts";
import { STAENDE, isEnde } from "../../luecken/index.ts";
import type { Station } from "../model/rekonstruktion.ts";
import { bruchText, stationName, werHandelte } from "../model/worte.ts";
import type { Eine } from "../queries/eine.ts";
import type { StationLuecke } from "../queries/luecken.ts";
import { LIST, STATION } from "./getan.ts";

type Props = {
  readonly eine: Eine;
  readonly listen: Codelisten;
  /** Whether this person may write stations now; whether she may report gaps. */
  readonly schreibt: boolean;
  readonly meldet: boolean;
  /** Whether she may add one to a gap that is known. */
  readonly ordnetZu: boolean;
};

/** Every station whole, with what can be done with it and what became of its gap. */
export function Stationen({ eine, listen, schreibt, meldet, ordnetZu }: Props) {
  const { rekonstruktion, stationen, luecken } = eine;
  return (
    <Card
      title="Stationen"
      action={
        schreibt ? (
          <ButtonLink kind="secondary" small href={`${LIST}/${rekonstruktion.id}/station`}>
            Station hinzufügen
          </ButtonLink>
        ) : undefined
      }
    >
      {stationen.length === 0 ? (
        <EmptyState>
          Noch keine Station. Beginnen Sie mit dem, was zuerst geschah: wer handelte, was gebraucht wurde, ob es brach.
        </EmptyState>
      ) : null}
      {stationen.map((station) => (
        <section aria-labelledby={`station-${station.nr}`}>
          <h3 id={`station-${station.nr}`}>
            <Entered>{stationName(station)}</Entered>
          </h3>
          <p>
            <Entered class="text">{station.geschehen}</Entered>
          </p>
          <DescriptionList items={angaben(station, listen)} />
          <Gemeldet luecken={luecken.filter(({ stationId }) => stationId === station.id)} meldet={meldet} />
          {schreibt ? <Knoepfe station={station} last={station.nr === stationen.length} /> : null}
          {meldet && station.bruch && !luecken.some(({ stationId }) => stationId === station.id) ? (
            <Actions>
              <ButtonLink kind="secondary" small href={`${STATION}/${station.id}/luecke`}>
                Als Systemlücke melden
                <Welche station={station} />
              </ButtonLink>
              {ordnetZu ? (
                <ButtonLink kind="tertiary" small href={`${STATION}/${station.id}/zuordnen`}>
                  Zu einer bekannten Lücke
                  <Welche station={station} />
                </ButtonLink>
              ) : null}
            </Actions>
          ) : null}
        </section>
      ))}
    </Card>
  );
}

function angaben(s: Station, listen: Codelisten) {
  const told = (term: string, value: string | null) =>
    value === null ? [] : [{ term, value: <Entered class="text">{value}</Entered> }];
  return [
    ...told("Wer handelte", werHandelte(s, listen)),
    ...told("Gebraucht worden wäre", s.gebraucht),
    ...told("Gelungen ist", s.gelungen),
    ...(s.bruch ? [{ term: "Bruch", value: <Status kind="warning">{bruchText(s, listen)}</Status> }] : []),
    ...told("Wie es sich zeigte", s.bruchText),
    ...told("Noch offen", s.offen),
  ];
}

type GemeldetProps = { readonly luecken: readonly StationLuecke[]; readonly meldet: boolean };

/** What became of the gap that was born here, or that the break was added to. */
const Gemeldet = ({ luecken, meldet }: GemeldetProps) =>
  luecken.length === 0 ? null : (
    <ul class="plain-list">
      {luecken.map(({ stationId, wurzel, zugeordnet }) => (
        <li>
          {zugeordnet ? "Spricht für die Systemlücke" : "Gemeldete Systemlücke"}:{" "}
          <a href={`/luecken/${wurzel.id}`}>
            <Entered>{wurzel.thema ?? wurzel.satz}</Entered>
          </a>{" "}
          <Status kind="info">{STAENDE[wurzel.stand]}</Status>
          {zugeordnet && meldet && !isEnde(wurzel.stand) ? (
            <Form action={`${STATION}/${stationId}/zuordnung-zuruecknehmen`}>
              <Button kind="tertiary" small>
                Zurücknehmen
                <span class="kern-sr-only">
                  : <Entered>{wurzel.thema ?? wurzel.satz}</Entered>
                </span>
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );

const Welche = ({ station }: { readonly station: Station }) => (
  <span class="kern-sr-only">
    : <Entered>{stationName(station)}</Entered>
  </span>
);

function Knoepfe({ station, last }: { readonly station: Station; readonly last: boolean }) {
  const self = `${STATION}/${station.id}`;
  const shift = (hin: "hoch" | "runter", label: string) => (
    <Form action={`${self}/${hin}`}>
      <Button kind="tertiary" small>
        {label}
        <Welche station={station} />
      </Button>
    </Form>
  );
  return (
    <>
      <Form action={`${self}/entfernen`} record={{ version: station.version, values: undefined }}>
        <Actions>
          <ButtonLink kind="secondary" small href={self}>
            Bearbeiten
            <Welche station={station} />
          </ButtonLink>
          <ButtonLink kind="tertiary" small href={`${LIST}/${station.rekonstruktionId}/station?vor=${station.id}`}>
            Davor einfügen
            <Welche station={station} />
          </ButtonLink>
          <Button kind="tertiary" small>
            Herausnehmen
            <Welche station={station} />
          </Button>
        </Actions>
      </Form>
      {station.nr === 1 && last ? null : (
        <div class="actions">
          {station.nr === 1 ? null : shift("hoch", "Nach oben")}
          {last ? null : shift("runter", "Nach unten")}
        </div>
      )}
    </>
  );
}

/** What was dropped, to be fetched back. */
export const Herausgenommen = ({ entfernt }: { readonly entfernt: readonly Station[] }) =>
  entfernt.length === 0 ? null : (
    <Card title="Herausgenommene Stationen">
      <ul class="plain-list">
        {entfernt.map((station) => (
          <li>
            <Entered>{station.geschehen}</Entered>
            <Form action={`${STATION}/${station.id}/zurueckholen`}>
              <Button kind="secondary" small>
                Zurückholen
                <span class="kern-sr-only">
                  : <Entered>{station.geschehen}</Entered>
                </span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
