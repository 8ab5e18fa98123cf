import type { Visit } from "../../../platform/access.ts";
import { Actions, Alert, ButtonLink, Card, Day, Page, TextField } from "../../../ui/index.ts";

type LinkPageProps = {
  readonly visit: Visit;
  readonly konto: { readonly id: string; readonly name: string; readonly email: string };
  /** Last day of the link, ISO. */
  readonly bis: string | undefined;
  /** Path of the invitation; undefined when it was mailed, used or replaced before this page was shown again. */
  readonly link: string | undefined;
};

const LIST = "/verwaltung/mitarbeitende";

/** Shows an invitation link, this once. */
export function LinkPage({ visit, konto, bis, link }: LinkPageProps) {
  return (
    <Page frame={visit.frame} title="Einladungslink" breadcrumb={[{ label: "Mitarbeitende", href: LIST }]}>
      <Card>
        {link === undefined ? (
          <Alert kind="info">
            Der Link wurde schon verschickt oder benutzt und wird nicht noch einmal gezeigt. Auf der Seite des Zugangs
            können Sie einen neuen erzeugen; der alte gilt dann nicht mehr.
          </Alert>
        ) : (
          <>
            <p>
              Mit diesem Link setzt <bdi>{konto.name}</bdi> ein eigenes Passwort und richtet den zweiten Faktor ein. Er
              gilt nur einmal
              {bis === undefined ? null : (
                <>
                  , bis zum <Day iso={bis} />
                </>
              )}
              .
            </p>
            <TextField
              name="link"
              label="Link"
              value={`${visit.origin}${link}`}
              readonly
              autofocus
              hint="Kopieren: Strg + A, dann Strg + C. Geben Sie ihn persönlich oder auf einem sicheren Weg weiter."
            />
            <Alert kind="warning">
              Der Link steht nur auf dieser Seite. Wer ihn hat, kann den Zugang einrichten. Ist der Mailversand
              eingerichtet, geht er außerdem an <bdi>{konto.email}</bdi>.
            </Alert>
          </>
        )}
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
