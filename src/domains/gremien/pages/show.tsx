import { type Visit, page } from "../../../platform/access.ts";
import { type Actor, may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, DescriptionList, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { spanneText } from "../../termine/index.ts";
import { addPunkt, removePunkt } from "../commands/set-punkt.ts";
import { ARTEN, type Gremium, PunktEingabe, QUOREN, RHYTHMEN, istDabei } from "../model/gremium.ts";
import { taktVon } from "../model/takt.ts";
import { belowList } from "../parts/below.ts";
import { AUFTRAEGE, BESCHLUESSE, LIST, SITZUNGEN, getan } from "../parts/getan.ts";
import { Beendet, MitgliederKarte, PunkteKarte } from "../parts/gremium-karten.tsx";
import { Naechste, zuletztText } from "../parts/takt.tsx";
import { MassnahmeVorschlagen } from "../parts/weiter.tsx";
import { SitzungWort } from "../parts/worte.tsx";
import { beschlussOf } from "../queries/beschluesse.ts";
import { gremiumOf } from "../queries/gremien.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { punkte } from "../queries/punkte.ts";
import { sitzungen } from "../queries/sitzungen.ts";

async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const gremium = await gremiumOf(tx, id);
    const durch = gremium.gegruendetDurch;
    return {
      gremium,
      members: await mitglieder(tx, actor, { gremiumId: id }),
      again: await punkte(tx, id),
      meetings: await sitzungen(tx, { gremiumId: id }),
      gegruendet: durch === null ? undefined : await beschlussOf(tx, durch),
    };
  });
}
type Gelesen = Awaited<ReturnType<typeof lies>>;

async function seite(visit: Visit, rejected?: Rejected) {
  const g = await lies(visit, idOf(visit));
  const schreibt = may(visit.actor, "gremium.schreiben");
  const { gremium, members, again } = g;
  const heute = today();
  return (
    <Page {...belowList(visit)} title="Gremium" heading={false} wide rejected={rejected}>
      <Kopf g={g} schreibt={schreibt} actor={visit.actor} />
      <Sitzungen g={g} schreibt={schreibt} />
      <MitgliederKarte
        gremium={gremium}
        members={members.filter((m) => istDabei(m, heute) || m.von > heute)}
        frueher={members.filter(({ bis }) => bis !== null && bis < heute)}
        schreibt={schreibt}
      />
      <PunkteKarte gremium={gremium} punkte={again} schreibt={schreibt} rejected={rejected} />
    </Page>
  );
}

export const show = page({
  path: `${LIST}/:id`,
  permission: "gremium.lesen",
  notices: getan,
  show: (visit) => seite(visit),
});

type Props = { readonly g: Gelesen; readonly schreibt: boolean };
type KopfProps = Props & { readonly actor: Actor };

function Kopf({ g: { gremium, gegruendet, members, meetings }, schreibt, actor }: KopfProps) {
  const takt = taktVon(gremium, meetings, today());
  const stimmen = members.filter((m) => m.stimme && istDabei(m, today())).length;
  return (
    <Card title={<Entered>{gremium.name}</Entered>} level={1}>
      <DescriptionList
        items={[
          { term: "Art", value: ARTEN[gremium.art] },
          {
            term: "Auftrag",
            value: gremium.auftrag === null ? "–" : <Entered class="text">{gremium.auftrag}</Entered>,
          },
          { term: "Trifft sich", value: RHYTHMEN[gremium.rhythmus] },
          { term: "Zuletzt", value: zuletztText(takt) },
          ...(gremium.beendetAm === null ? [{ term: "Nächste Sitzung", value: <Naechste takt={takt} /> }] : []),
          { term: "Beschlussfähig mit", value: `${QUOREN[gremium.quorum]}; heute ${stimmen} Stimmen` },
          {
            term: "Gegründet",
            value:
              gegruendet === undefined ? (
                tagText(gremium.gegruendetAm)
              ) : (
                <>
                  {tagText(gremium.gegruendetAm)} durch{" "}
                  <a href={`${BESCHLUESSE}/${gegruendet.id}`}>Beschluss {gegruendet.nummer}</a>
                </>
              ),
          },
          ...(gremium.lueckeId === null
            ? []
            : [{ term: "Für die Lücke", value: <a href={`/luecken/${gremium.lueckeId}`}>ansehen</a> }]),
        ]}
      />
      <Beendet gremium={gremium} schreibt={schreibt} />
      <Wege gremium={gremium} schreibt={schreibt} actor={actor} />
    </Card>
  );
}

type WegeProps = Omit<KopfProps, "g"> & { readonly gremium: Gremium };

/** Where it goes on from a body. */
function Wege({ gremium, schreibt, actor }: WegeProps) {
  const self = `${LIST}/${gremium.id}`;
  return (
    <Actions>
      {schreibt ? (
        <ButtonLink kind="secondary" small href={`${self}/bearbeiten`}>
          Bearbeiten
        </ButtonLink>
      ) : null}
      {gremium.art === "projektgruppe" && gremium.beendetAm === null ? (
        <MassnahmeVorschlagen
          actor={actor}
          luecke={gremium.lueckeId}
          beschluss={gremium.gegruendetDurch}
          gruppe={gremium.id}
        />
      ) : null}
      <ButtonLink kind="tertiary" small href={`${BESCHLUESSE}?gremium=${gremium.id}`}>
        Beschlüsse
      </ButtonLink>
      <ButtonLink kind="tertiary" small href={`${AUFTRAEGE}?gremium=${gremium.id}`}>
        Aufträge
      </ButtonLink>
      {schreibt && gremium.beendetAm === null ? (
        <ButtonLink kind="tertiary" small href={`${self}/ende`}>
          Beenden
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

const Sitzungen = ({ g: { gremium, meetings }, schreibt }: Props) => (
  <Card
    title="Sitzungen"
    action={
      schreibt && gremium.beendetAm === null ? (
        <ButtonLink kind="secondary" small href={`${LIST}/${gremium.id}/sitzungen/neu`}>
          Sitzung planen
        </ButtonLink>
      ) : undefined
    }
  >
    <Table
      caption="Sitzungen"
      hideCaption
      rows={meetings}
      href={({ id }) => `${SITZUNGEN}/${id}`}
      empty={<EmptyState>Noch ist keine Sitzung geplant.</EmptyState>}
      columns={[
        { label: "Tag", cell: ({ tag, beginn, ende }) => `${tagText(tag)}, ${spanneText(beginn, ende)}` },
        { label: "Ort", cell: ({ ort }) => <Entered>{ort}</Entered> },
        { label: "Stand", cell: ({ stand }) => <SitzungWort stand={stand} /> },
      ]}
    />
  </Card>
);

const permission = "gremium.schreiben";

export const savePunkt = change(
  `${LIST}/:id/punkte`,
  permission,
  { schema: PunktEingabe, again: (visit, rejected) => seite(visit, rejected) },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await addPunkt(tx, visit.actor, id, input);
    return getan.after(`${LIST}/${id}`, "punkt");
  },
);

export const saveRemovePunkt = change(
  `${LIST}/punkte/:id/entfernen`,
  permission,
  { schema: NOTHING, again: (visit, rejected) => seite(visit, rejected) },
  async (tx, visit) => getan.after(`${LIST}/${await removePunkt(tx, visit.actor, idOf(visit))}`, "entfernt"),
);
