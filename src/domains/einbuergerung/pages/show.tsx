import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  ButtonLink,
  Card,
  Day,
  DescriptionList,
  Entered,
  History,
  Named,
  Page,
  Path,
} from "../../../ui/index.ts";
import { ebhStandOf } from "../../freigaben/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { OFFENE, STAENDE, type Stand, isOffen, schritteAus, versuchOf } from "../model/stand.ts";
import { LIST, checklisteOf, getan } from "../parts/getan.ts";
import { StandWort, Wartet, warteText } from "../parts/vorgang.tsx";
import { behoerdeText } from "../queries/behoerden.ts";
import { type Einbuergerung, type SchrittZeile, einbuergerungOf } from "../queries/einbuergerungen.ts";
import { type Wartezeit, wartezeitOf } from "../queries/regeln.ts";

/** One naturalisation: where it is, how long it takes, what comes next, what was. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "person.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const read = await openRecordAs(actor, { art: "einbuergerung", id }, "einbuergerung", async (tx) => {
      const e = await einbuergerungOf(tx, actor, id);
      return {
        e,
        fremd: await fremdeAkte(tx, actor, e.kontoId),
        wartezeit: await wartezeitOf(tx, actor.kreis, e.ebh),
        behoerde: may(actor, "freigabe.lesen") ? await ebhStandOf(tx, e.personId) : undefined,
      };
    });
    return (
      <Page
        frame={visit.frame}
        title="Einbürgerung"
        heading={false}
        extra
        breadcrumb={[
          { label: "Einbürgerungen", href: LIST },
          { label: "Checkliste der Person", href: checklisteOf(read.e.personId) },
        ]}
      >
        <Kopf {...read} visit={visit} />
        <Verlauf e={read.e} visit={visit} />
      </Page>
    );
  },
});

type Props = {
  readonly e: Einbuergerung;
  readonly fremd: Fremd | undefined;
  readonly wartezeit: Wartezeit | undefined;
  /** What the authority said itself, of a copy. */
  readonly behoerde: Awaited<ReturnType<typeof ebhStandOf>>;
  readonly visit: Visit;
};

/** The stations that everybody passes; a promise is not always given. */
const STATIONEN = [...OFFENE, "eingebuergert"] as const satisfies readonly Stand[];

function Weg({ e }: { readonly e: Einbuergerung }) {
  const versuch = versuchOf(e.schritte);
  const at = STATIONEN.findIndex((one) => one === e.stand);
  return (
    <Path
      label="Wie weit die Einbürgerung ist"
      stations={STATIONEN.map((one, i) => {
        const schritt = versuch.find(({ nach }) => nach === one);
        const state = one === e.stand ? "jetzt" : schritt !== undefined || i < at ? "erledigt" : "offen";
        return { label: STAENDE[one], state, ...(schritt === undefined ? {} : { note: tagText(schritt.am) }) };
      })}
    />
  );
}

function Kopf({ e, fremd, wartezeit, behoerde, visit }: Props) {
  const schreibt = may(visit.actor, "person.schreiben");
  return (
    <Card title={`Einbürgerung nach ${e.paragraf}`} level={1}>
      <p>
        <a href={`/personen/${e.personId}`}>
          <Entered>{e.person}</Entered>
        </a>{" "}
        <StandWort stand={e.stand} />
      </p>
      <Weg e={e} />
      <DescriptionList
        items={[
          { term: "Behörde", value: <Entered>{behoerdeText(e.ebh)}</Entered> },
          ...(behoerde === undefined
            ? []
            : [{ term: "Stand laut Behörde", value: <LautBehoerde behoerde={behoerde} /> }]),
          { term: "Stand seit", value: <Day iso={e.standSeit} /> },
          { term: "Wartezeit", value: warteText(e) },
          { term: "Dauer laut Behörde", value: <Wartet wartezeit={wartezeit} /> },
          ...(e.zusicherungBis === null
            ? []
            : [{ term: "Zusicherung gilt bis", value: <Day iso={e.zusicherungBis} /> }]),
          ...(e.nachfragenAm === null ? [] : [{ term: "Nachfragen am", value: <Day iso={e.nachfragenAm} /> }]),
        ]}
      />
      <Actions>
        {schreibt && schritteAus(e.stand).length > 0 ? (
          <ButtonLink kind="primary" href={`${LIST}/${e.id}/schritt`}>
            {isOffen(e.stand) ? "Schritt eintragen" : "Wieder aufnehmen"}
          </ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href={`${checklisteOf(e.personId)}?weg=${e.perspektive}`}>
          Zur Checkliste
        </ButtonLink>
        {may(visit.actor, "freigabe.schreiben") && isOffen(e.stand) ? (
          <ButtonLink kind="tertiary" href={`/personen/${e.personId}/freigaben/neu?art=ebh`}>
            Kopie für die Behörde vorbereiten
          </ButtonLink>
        ) : null}
      </Actions>
      <p class="hint">
        <Named says={fremd} />
        Jedes Öffnen wird protokolliert.
      </p>
    </Card>
  );
}

const LautBehoerde = ({ behoerde }: { readonly behoerde: NonNullable<Props["behoerde"]> }) => (
  <>
    <a href={`/freigaben/${behoerde.id}`}>{STAENDE[behoerde.stand]}</a>, seit {tagText(behoerde.seit)}
  </>
);

const schrittText = ({ nach, bis }: SchrittZeile): string =>
  bis === null ? STAENDE[nach] : `${STAENDE[nach]}, gilt bis ${tagText(bis)}`;

function Verlauf({ e, visit }: Pick<Props, "e" | "visit">) {
  const undo = may(visit.actor, "person.schreiben") && gueltige(e.schritte).length > 1;
  return (
    <History
      caption="Schritte dieser Einbürgerung, der erste zuerst"
      steps={e.schritte.map((s) => ({
        am: s.am,
        was: schrittText(s),
        dazu: s.notiz === null ? null : <Entered>{s.notiz}</Entered>,
        zurueckgenommen: s.zurueckgenommen,
      }))}
      undo={undo ? `${LIST}/${e.id}/zuruecknehmen` : undefined}
    />
  );
}
