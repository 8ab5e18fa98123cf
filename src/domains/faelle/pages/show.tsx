import { page } from "../../../platform/access.ts";
import { type Actor, may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { Alert, ButtonLink, Card, Day, DescriptionList, Entered, Named, Page, Status, Tag } from "../../../ui/index.ts";
import { beratungenOf } from "../../beratungen/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { fristenOfFall } from "../../fristen/index.ts";
import { offeneAntworten } from "../../freigaben/index.ts";
import { planKurz } from "../../hilfeplan/index.ts";
import type { PersonKurz } from "../../personen/index.ts";
import { verweiseImFall } from "../../verweise/index.ts";
import { kontoNames } from "../../zugang/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { DRINGLICHKEIT, FALLART, WEITERES, aktenzeichen } from "../model/fall.ts";
import { PHASEN, isGesperrt } from "../model/phasen.ts";
import { Abschluesse, Fragen } from "../parts/abschluss.tsx";
import { Fristen } from "../parts/fristen.tsx";
import { Kind } from "../parts/kind.tsx";
import { Einholen, Einwilligung } from "../parts/einwilligung.tsx";
import { Antworten } from "../parts/antworten.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { Einschaetzung } from "../parts/einschaetzung.tsx";
import { Kontakte } from "../parts/kontakte.tsx";
import { Plan } from "../parts/plan.tsx";
import { Schritte } from "../parts/schritte.tsx";
import { OffenePunkte } from "../parts/vereinbarungen.tsx";
import { Verweise } from "../parts/verweise.tsx";
import { Weg } from "../parts/weg.tsx";
import { abschluesseOf, rueckmeldungenOf } from "../queries/abschluesse.ts";
import { betroffeneOf } from "../queries/betroffene.ts";
import { type Fall, fallOf } from "../queries/faelle.ts";
import { umfeldOf } from "../queries/umfeld.ts";
import { vereinbarungenOf } from "../queries/vereinbarungen.ts";

/** Why somebody opens a case of their own; the purpose of the access log. */
const ZWECK = "beratung";
const GESPERRT =
  "Die Einwilligung ist widerrufen, der Fall ist gesperrt: Es wird nichts mehr dazu geschrieben. Er geht nur mit einer neuen Einwilligung weiter.";
/** So many days somebody may still notice that an item was ticked off by mistake. */
const ABGEHAKT = 30;
const KEYS = [{ keys: "l", does: "Systemlücke melden" }] as const;
const NOT_TOLD = "nicht angegeben";

export const show = page({
  path: `${LIST}/:id`,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const of = await openRecordAs(actor, { art: "fall", id }, ZWECK, (tx) => gelesen(tx, actor, id));
    const { fall, betroffene, fremd, plan, kontakte, listen, punkte, verweise, fristen, antworten } = of;
    const { abschluesse, rueckmeldungen, umfeld, namen } = of;
    const schreibt = may(actor, "fall.schreiben");
    return (
      <Page
        frame={visit.frame}
        title={`Fall ${aktenzeichen(fall)}`}
        heading={false}
        extra
        keys={schreibt && !isGesperrt(fall.phase) ? KEYS : []}
        breadcrumb={[{ label: "Fälle", href: LIST }]}
      >
        <Angaben actor={actor} fall={fall} betroffene={betroffene} fremd={fremd} listen={listen} schreibt={schreibt} />
        <Kind fall={fall} umfeld={umfeld} />
        <Plan fallId={fall.id} plan={plan} />
        <OffenePunkte fallId={fall.id} punkte={punkte} schreibt={schreibt && !isGesperrt(fall.phase)} />
        <Antworten antworten={antworten} />
        <Verweise fall={fall} verweise={verweise} listen={listen} visit={visit} />
        <Fristen fallId={fall.id} fristen={fristen} schreibt={schreibt && !isGesperrt(fall.phase)} />
        <Abschluesse
          fall={fall}
          abschluesse={abschluesse}
          rueckmeldungen={rueckmeldungen}
          listen={listen}
          schreibt={schreibt}
        />
        <Weg fall={fall} listen={listen} namen={namen} />
        <Einschaetzung fall={fall} listen={listen} />
        <Kontakte fall={fall} kontakte={kontakte} listen={listen} />
      </Page>
    );
  },
});

/** Whether a case was ever closed. */
const warZu = ({ schritte }: Fall): boolean => schritte.some(({ nach }) => nach === "abgeschlossen");

/** Everything that the page of a case shows. */
async function gelesen(tx: Tx, actor: Actor, id: string) {
  const fall = await fallOf(tx, actor, id);
  const fremd = await fremdeAkte(tx, actor, fall.kontoId);
  const betroffene = await betroffeneOf(tx, actor, fall);
  return {
    fall,
    betroffene,
    fremd,
    umfeld: await umfeldOf(tx, actor, fall),
    plan: await planKurz(tx, actor, fall, today()),
    punkte: await vereinbarungenOf(tx, actor, {
      fallId: id,
      personId: fall.personId,
      seit: daysFrom(today(), -ABGEHAKT),
    }),
    verweise: await verweiseImFall(tx, id),
    fristen: await fristenOfFall(tx, actor, id),
    antworten: may(actor, "freigabe.lesen") ? await offeneAntworten(tx, actor, id) : [],
    abschluesse: warZu(fall) ? await abschluesseOf(tx, actor, fall) : [],
    rueckmeldungen: fall.gefragt ? await rueckmeldungenOf(tx, id) : [],
    kontakte: await beratungenOf(tx, fall.personId),
    listen: await codelisten(tx),
    namen: await kontoNames(tx, actor.kreis, [...new Set(fall.schritte.flatMap(({ anderer: wer }) => wer ?? []))]),
  };
}

type AngabenProps = {
  readonly actor: Actor;
  readonly fall: Fall;
  /** Whom it is about besides its person. */
  readonly betroffene: readonly PersonKurz[];
  /** Whose file it is, where it is not one's own. */
  readonly fremd: Fremd | undefined;
  readonly listen: Codelisten;
  readonly schreibt: boolean;
};

/** Who it is about, where the case is and what comes next, readable in ten seconds. */
function Angaben({ actor, fall, betroffene, fremd, listen, schreibt }: AngabenProps) {
  const change = (
    <ButtonLink kind="secondary" small href={`${LIST}/${fall.id}/bearbeiten`}>
      Angaben bearbeiten
    </ButtonLink>
  );
  return (
    <Card
      title={`Fall ${aktenzeichen(fall)}`}
      level={1}
      {...(schreibt && !isGesperrt(fall.phase) ? { action: change } : {})}
    >
      <Wer fall={fall} />
      <DescriptionList
        items={[
          { term: "Betrifft auch", value: <Betroffene fall={fall} betroffene={betroffene} schreibt={schreibt} /> },
          { term: "Anliegen", value: fall.anliegen === null ? NOT_TOLD : <Entered>{fall.anliegen}</Entered> },
          { term: "Wie eilig", value: DRINGLICHKEIT[fall.dringlichkeit] },
          { term: "Anfrage am", value: <Day iso={fall.begonnen} /> },
          { term: "Wie gekommen", value: nameOf(listen.zugangsweg, fall.zugangsweg) || NOT_TOLD },
          {
            term: "Weitere Fallführung",
            value: <WeitereFuehrung fall={fall} />,
          },
          { term: "Einwilligung", value: <Einwilligung fall={fall} /> },
          { term: "Einbürgerung, Aufenthalt", value: <Wege fall={fall} /> },
        ]}
      />
      {isGesperrt(fall.phase) ? <Alert kind="warning">{GESPERRT}</Alert> : null}
      <Einholen fall={fall} actor={actor} />
      {schreibt ? <Schritte fall={fall} /> : null}
      {schreibt && fall.phase === "evaluation" ? <Fragen fall={fall} /> : null}
      {schreibt && !isGesperrt(fall.phase) ? (
        <ButtonLink kind="tertiary" small href={`/luecken/neu?fall=${fall.id}`} shortcut="l">
          Was hier fehlt, fehlt vielen: Systemlücke melden
        </ButtonLink>
      ) : null}
      {fremd === undefined && may(actor, "vertretung.eigene") ? (
        <ButtonLink kind="tertiary" small href={`/personen/${fall.personId}/uebergeben`}>
          Fall mit der Person übergeben
        </ButtonLink>
      ) : null}
      <p class="hint">
        <Named says={fremd} />
        Jedes Öffnen wird protokolliert.
      </p>
    </Card>
  );
}

/** The person, where the case is, and that it is one of MuKi-S. */
const Wer = ({ fall }: Pick<AngabenProps, "fall">) => (
  <p>
    <a href={`/personen/${fall.personId}`}>
      <Entered>{fall.person}</Entered>
    </a>{" "}
    <Status kind="info">
      {PHASEN[fall.phase]} seit {tagText(fall.phaseSeit)}
    </Status>
    {fall.art === "mukis" ? (
      <>
        {" "}
        <Tag>{FALLART.mukis}</Tag>
      </>
    ) : null}
  </p>
);

/** What she needs to stay or to be naturalised. */
const Wege = ({ fall }: Pick<AngabenProps, "fall">) => (
  <a href={`/personen/${fall.personId}/einbuergerung`}>Checkliste ansehen</a>
);

/** Out of the family: each a link to her page, and the way to say so. */
const Betroffene = ({ fall, betroffene, schreibt }: Pick<AngabenProps, "fall" | "betroffene" | "schreibt">) => (
  <>
    {betroffene.length === 0 ? "niemanden " : null}
    {betroffene.map(({ id, name }) => (
      <>
        <a href={`/personen/${id}`}>
          <Entered>{name}</Entered>
        </a>{" "}
      </>
    ))}
    {schreibt ? <a href={`${LIST}/${fall.id}/personen`}>Ändern</a> : null}
  </>
);

/** Who else leads a case about the person, and since when. */
function WeitereFuehrung({ fall }: Pick<AngabenProps, "fall">) {
  if (fall.weiteresWer === null) {
    return <>{fall.weiteres === null ? "noch nicht geklärt" : WEITERES[fall.weiteres]}</>;
  }
  return (
    <>
      ja: <Entered>{fall.weiteresWer}</Entered>
      {fall.weiteresSeit === null ? null : `, seit ${tagText(fall.weiteresSeit)}`}
    </>
  );
}
