import { type Visit, page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { may } from "../../../platform/actor.ts";
import { idOf } from "../../../platform/ids.ts";
import { readAs } from "../../../platform/db.ts";
import {
  Actions,
  ButtonLink,
  Card,
  type Column,
  Day,
  DescriptionList,
  Entered,
  Page,
  Table,
} from "../../../ui/index.ts";
import { LIST, getan } from "../parts/getan.ts";
import { Span, VakanzSatz, stelleName } from "../parts/zellen.tsx";
import { besetzungNamen } from "../queries/personal.ts";
import { type Span as Tage, gilt } from "../../../platform/span.ts";
import { amTag, vakanzen } from "../model/plan.ts";
import { type BesetzungZeile, type StelleAkte, stelleOf } from "../queries/stellen.ts";
import { grundText, vzae } from "../model/texte.ts";
import { ueberschneidungText } from "../model/stelle.ts";

type Props = {
  readonly visit: Visit;
  readonly stelle: StelleAkte;
  /** Names by the id of the row, as far as they are in sight. */
  readonly namen: ReadonlyMap<string, string>;
};

/** One post: how it stands today, who filled it when, and when it was vacant why. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "stelle.lesen",
  notices: getan,
  show: async (visit) => {
    const props = await readAs(visit.actor, async (tx) => {
      const stelle = await stelleOf(tx, visit.actor, idOf(visit));
      return { visit, stelle, namen: await besetzungNamen(tx, visit.actor, stelle.besetzungen) };
    });
    const name = stelleName(props.stelle);
    return (
      <Page frame={visit.frame} title={name} breadcrumb={[{ label: "Stellen", href: LIST }]} wide>
        <Stand {...props} />
        <Besetzungen {...props} />
        <Vakanzen {...props} />
      </Page>
    );
  },
});

function Stand({ visit, stelle }: Props) {
  const { ist, vakanz } = amTag(stelle, today());
  const self = `${LIST}/${stelle.id}`;
  const kommunen = stelle.kommunen.map((k) => k.name).join(", ");
  return (
    <Card title="Stelle">
      <DescriptionList
        items={[
          { term: "Modul", value: stelle.modul },
          { term: "Träger", value: stelle.traeger },
          { term: "Genehmigt", value: vzae(stelle.vzae) },
          { term: "Zeitraum", value: <Span von={stelle.von} bis={stelle.bis} /> },
          ...(kommunen === "" ? [] : [{ term: "Kommunen", value: kommunen }]),
          { term: "Heute besetzt", value: gilt(stelle, today()) ? vzae(ist) : "heute nicht genehmigt" },
          ...(vakanz === undefined
            ? []
            : [
                {
                  term: "Vakant",
                  value: <VakanzSatz vakanz={vakanz} namen={may(visit.actor, "stelle.namen_lesen")} />,
                },
              ]),
        ]}
      />
      {may(visit.actor, "stelle.schreiben") ? (
        <Actions>
          {/* What is missing asks for it; a full post can still be filled for later. */}
          <ButtonLink
            kind={gilt(stelle, today()) && vakanz === undefined ? "secondary" : "primary"}
            href={`${self}/besetzen`}
          >
            Besetzen
          </ButtonLink>
          <ButtonLink href={`${self}/vakanz`}>Grund einer Vakanz angeben</ButtonLink>
          <ButtonLink href={`${self}/bearbeiten`}>Bearbeiten</ButtonLink>
          {stelle.besetzungen.length > 0 ? null : (
            <ButtonLink kind="tertiary" href={`${self}/entfernen`}>
              Entfernen
            </ButtonLink>
          )}
        </Actions>
      ) : null}
    </Card>
  );
}

function Wege({ stelle, besetzung }: { readonly stelle: StelleAkte; readonly besetzung: BesetzungZeile }) {
  const self = `${LIST}/${stelle.id}/besetzungen/${besetzung.id}`;
  const which = (
    <span class="kern-sr-only">
      : ab <Day iso={besetzung.von} />
    </span>
  );
  return (
    <>
      {besetzung.bis === null ? (
        <>
          <a href={`${self}/beenden`}>Beenden{which}</a> ·{" "}
        </>
      ) : null}
      <a href={`${self}/bearbeiten`}>Korrigieren{which}</a>
    </>
  );
}

const DOPPELT: Column<BesetzungZeile> = {
  label: "Überschneidung",
  cell: (b) => ueberschneidungText(b.ueberschneidung) || "–",
};

function Besetzungen({ visit, stelle, namen }: Props) {
  const wer: Column<BesetzungZeile> = {
    label: "Wer",
    cell: (b) => <Entered>{namen.get(b.id) ?? "Name nicht einsehbar"}</Entered>,
  };
  const wege: Column<BesetzungZeile> = { label: "Ändern", cell: (b) => <Wege stelle={stelle} besetzung={b} /> };
  return (
    <Card title="Besetzungen">
      <Table
        caption="Wer die Stelle besetzt oder besetzt hat, die letzte zuerst"
        hideCaption
        rows={stelle.besetzungen.toReversed()}
        empty={<p>Die Stelle war noch nie besetzt.</p>}
        columns={[
          { label: "Zeitraum", cell: (b) => <Span von={b.von} bis={b.bis} /> },
          { label: "Anteil", cell: (b) => vzae(b.anteil), figure: true },
          ...(stelle.besetzungen.some((b) => b.ueberschneidung) ? [DOPPELT] : []),
          ...(may(visit.actor, "stelle.namen_lesen") ? [wer] : []),
          ...(may(visit.actor, "stelle.schreiben") ? [wege] : []),
        ]}
      />
    </Card>
  );
}

function Vakanzen({ visit, stelle }: Props) {
  const rows = vakanzen(stelle).toReversed();
  if (rows.length === 0) return null;
  return (
    <Card title="Vakanzen">
      <Table
        caption="Wann die Stelle nicht voll besetzt war und warum, die letzte zuerst"
        hideCaption
        rows={rows}
        columns={[
          { label: "Zeitraum", cell: (v) => <Span von={v.von} bis={v.bis} /> },
          {
            label: "Grund",
            cell: (v) => <Gruende stelle={stelle} vakanz={v} namen={may(visit.actor, "stelle.namen_lesen")} />,
          },
        ]}
      />
    </Card>
  );
}

function Gruende(props: { readonly stelle: StelleAkte; readonly vakanz: Tage; readonly namen: boolean }) {
  const rows = props.stelle.gruende.filter((g) => gilt(props.vakanz, g.von) && (props.namen || !g.persoenlich));
  if (rows.length === 0) return <>{grundText(undefined, props.namen)}</>;
  return (
    <>
      {rows.map((g, i) => (
        <>
          {i === 0 ? "" : "; "}
          {grundText(g, props.namen)} (ab <Day iso={g.von} />)
        </>
      ))}
    </>
  );
}
