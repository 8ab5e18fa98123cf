import { type Visit, page } from "../../../platform/access.ts";
import { dayOf, today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { gilt, isOpen } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  ButtonLink,
  Card,
  Day,
  DescriptionList,
  Entered,
  Page,
  Status,
  Table,
} from "../../../ui/index.ts";
import { type KontoAkte, kontoAkte } from "../queries/konten.ts";
import { mayGrant } from "../model/konto.ts";
import { MITARBEITENDE } from "../parts/below.ts";
import { KontoStatus } from "../parts/konto-status.tsx";
import { roleName } from "../parts/role-words.ts";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";

function Zugang({ konto }: { readonly konto: KontoAkte }) {
  return (
    <>
      <KontoStatus status={konto.status} />
      {konto.status !== "eingeladen" ? null : konto.einladungBis === undefined ? (
        <> – kein gültiger Einladungslink</>
      ) : (
        <>
          {" "}
          – Link gilt bis <Day iso={dayOf(konto.einladungBis)} />
        </>
      )}
    </>
  );
}

function Facts({ konto }: { readonly konto: KontoAkte }) {
  const self = `${MITARBEITENDE}/${konto.id}`;
  return (
    <Card
      title="Person und Zugang"
      action={konto.verwaltbar ? <a href={`${self}/bearbeiten`}>Bearbeiten</a> : undefined}
    >
      <DescriptionList
        items={[
          { term: "Name", value: <Entered>{konto.name}</Entered> },
          { term: "E-Mail-Adresse", value: konto.email },
          { term: "Träger", value: konto.traeger },
          { term: "Standort", value: konto.standort ?? "keiner" },
          { term: "Zugang", value: <Zugang konto={konto} /> },
          ...(konto.geschlossen
            ? [
                {
                  term: "Akten",
                  value: "geschlossen, bis die Person sich nachweist oder Datenschutz oder eine Leitung sie bestätigt",
                },
              ]
            : []),
        ]}
      />
      {konto.verwaltbar ? (
        <Actions>
          <ButtonLink href={`${self}/neuer-link`}>
            {konto.status === "deaktiviert" ? "Zugang wieder öffnen" : "Neuer Einladungslink"}
          </ButtonLink>
          {konto.status === "deaktiviert" ? null : (
            <ButtonLink kind="danger" href={`${self}/deaktivieren`}>
              Zugang deaktivieren
            </ButtonLink>
          )}
        </Actions>
      ) : (
        <Alert kind="info">
          Dieser Zugang hat Rollen, die Sie nicht vergeben dürfen. Ändern kann ihn nur die Administration.
        </Alert>
      )}
    </Card>
  );
}

function Rollen({ visit, konto }: { readonly visit: Visit; readonly konto: KontoAkte }) {
  const self = `${MITARBEITENDE}/${konto.id}/rollen`;
  const heute = today();
  const may = konto.verwaltbar;
  type Row = KontoAkte["rollen"][number];
  const period = (row: Row) => (
    <>
      {row.bis !== null ? "" : row.von > heute ? "ab " : "seit "}
      <Day iso={row.von} />
      {row.bis === null ? null : (
        <>
          {" "}
          bis <Day iso={row.bis} />
        </>
      )}
    </>
  );
  const state = (row: Row) => (
    <>
      <Status kind={gilt(row, heute) ? "success" : "info"}>
        {gilt(row, heute) ? "gilt" : isOpen(row, heute) ? "künftig" : "beendet"}
      </Status>{" "}
      {may && isOpen(row, heute) && mayGrant(visit.actor, row.rolle) ? (
        <a href={`${self}/${row.id}/beenden`}>
          Beenden<span class="kern-sr-only">: {roleName(row.rolle)}</span>
        </a>
      ) : null}
    </>
  );
  return (
    <Card title="Rollen" action={may ? <a href={`${self}/neu`}>Rolle vergeben</a> : undefined}>
      <Table
        caption="Rollen mit Zeitraum"
        hideCaption
        rows={konto.rollen}
        empty="Noch keine Rolle. Ohne Rolle kann sich niemand anmelden."
        columns={[
          { label: "Rolle", cell: (row) => roleName(row.rolle) },
          { label: "Zeitraum", cell: period },
          { label: "Stand", cell: state },
        ]}
      />
    </Card>
  );
}

async function showKonto(visit: Visit) {
  const konto = await readAs(visit.actor, (tx) => kontoAkte(tx, visit.actor, idOf(visit)));
  return (
    <Page
      frame={visit.frame}
      title={konto.name}
      breadcrumb={[
        { label: "Verwaltung", href: "/verwaltung" },
        { label: "Mitarbeitende", href: MITARBEITENDE },
      ]}
    >
      <Facts konto={konto} />
      <Rollen visit={visit} konto={konto} />
    </Page>
  );
}

export const show = page({
  path: `${MITARBEITENDE}/:id`,
  permission: "konto.traeger_verwalten",
  notices: getan,
  show: showKonto,
});
