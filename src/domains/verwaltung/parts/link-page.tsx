import type { Visit } from "../../../platform/access.ts";
import { Actions, Alert, ButtonLink, Card, Day, DoButton, Entered, Page, TextField } from "../../../ui/index.ts";

type LinkPageProps = {
  readonly visit: Visit;
  readonly konto: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly geschlossen: boolean;
  };
  /** Last day of the link, ISO. */
  readonly bis: string | undefined;
  /** On its way to the account's own address; or its path, undefined when it was used or replaced before it was shown again. */
  readonly link: "mailed" | { readonly path: string | undefined };
};

const LIST = "/verwaltung/mitarbeitende";

const Until = ({ bis }: Pick<LinkPageProps, "bis">) =>
  bis === undefined ? null : (
    <>
      , bis zum <Day iso={bis} />
    </>
  );

const Mailed = ({ konto, bis }: Pick<LinkPageProps, "konto" | "bis">) => (
  <p>
    Der Link ist unterwegs an <Entered>{konto.email}</Entered>. Er gilt nur einmal
    <Until bis={bis} />, und nur <Entered>{konto.name}</Entered> soll ihn sehen; darum steht er nicht hier. Kommt die
    Nachricht nicht an, prüfen Sie die Adresse und erzeugen Sie einen neuen Link.
  </p>
);

const Gone = () => (
  <Alert kind="info">
    Der Link wurde schon benutzt oder ersetzt und wird nicht noch einmal gezeigt. Auf der Seite des Zugangs können Sie
    einen neuen erzeugen; der alte gilt dann nicht mehr.
  </Alert>
);

function Shown({ konto, bis, url }: Pick<LinkPageProps, "konto" | "bis"> & { readonly url: string }) {
  return (
    <>
      <p>
        Mit diesem Link setzt <Entered>{konto.name}</Entered> ein eigenes Passwort und richtet den zweiten Faktor ein.
        Er gilt nur einmal
        <Until bis={bis} />.
      </p>
      <TextField
        name="link"
        label="Link"
        value={url}
        readonly
        autofocus
        hint="KIM verschickt hier keine E-Mails, denn es ist kein Mailserver eingerichtet. Geben Sie den Link persönlich oder auf einem sicheren Weg weiter."
      />
      <DoButton does="copy" of="link">
        Link kopieren
      </DoButton>
      <Alert kind="warning">Der Link steht nur auf dieser Seite. Wer ihn hat, kann den Zugang einrichten.</Alert>
    </>
  );
}

/** Why the files of a renewed account stay closed for now. */
const StaysClosed = ({ konto, mailed }: Pick<LinkPageProps, "konto"> & { readonly mailed: boolean }) => (
  <Alert kind="info">
    Die Akten von <Entered>{konto.name}</Entered> bleiben geschlossen
    {mailed ? "" : ", weil auch Sie diesen Link benutzen könnten"}: bis sie oder er sich mit der bisherigen App oder
    einem Wiederherstellungscode nachweist, oder bis jemand anderes als Sie den Zugang unter „Erneuerte Zugänge“
    bestätigt.
  </Alert>
);

/** Shows an invitation link, this once, or says where it went. */
export function LinkPage({ visit, konto, bis, link }: LinkPageProps) {
  const mailed = link === "mailed";
  const path = mailed ? undefined : link.path;
  return (
    <Page frame={visit.frame} title="Einladungslink" breadcrumb={[{ label: "Mitarbeitende", href: LIST }]}>
      <Card>
        {mailed ? (
          <Mailed konto={konto} bis={bis} />
        ) : path === undefined ? (
          <Gone />
        ) : (
          <Shown konto={konto} bis={bis} url={`${visit.origin}${path}`} />
        )}
        {konto.geschlossen ? <StaysClosed konto={konto} mailed={mailed} /> : null}
        <Actions>
          <ButtonLink href={`${LIST}/${konto.id}`}>Zum Zugang</ButtonLink>
          <ButtonLink kind="tertiary" href={`${LIST}/neu`}>
            Weitere Mitarbeiter:in anlegen
          </ButtonLink>
        </Actions>
      </Card>
    </Page>
  );
}
