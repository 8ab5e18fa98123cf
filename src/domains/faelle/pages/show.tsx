import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, Day, DescriptionList, Entered, Page, Status } from "../../../ui/index.ts";
import { beratungenOf } from "../../beratungen/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { DRINGLICHKEIT, WEITERES, aktenzeichen } from "../model/fall.ts";
import { PHASEN } from "../model/phasen.ts";
import { LIST, getan } from "../parts/getan.ts";
import { Kontakte } from "../parts/kontakte.tsx";
import { Schritte } from "../parts/schritte.tsx";
import { Weg } from "../parts/weg.tsx";
import { type Fall, fallOf } from "../queries/faelle.ts";

/** Why somebody opens a case of their own; the purpose of the access log. */
const ZWECK = "beratung";
const NOT_TOLD = "nicht angegeben";

export const show = page({
  path: `${LIST}/:id`,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { fall, fremd, kontakte, listen } = await openRecordAs(actor, { art: "fall", id }, ZWECK, async (tx) => {
      const fall = await fallOf(tx, actor, id);
      const fremd = await fremdeAkte(tx, actor, fall.kontoId);
      return { fall, fremd, kontakte: await beratungenOf(tx, fall.personId), listen: await codelisten(tx) };
    });
    const schreibt = may(actor, "fall.schreiben");
    return (
      <Page
        frame={visit.frame}
        title={`Fall ${aktenzeichen(fall)}`}
        heading={false}
        extra
        breadcrumb={[{ label: "Fälle", href: LIST }]}
      >
        <Angaben fall={fall} fremd={fremd} listen={listen} schreibt={schreibt} />
        <Weg fall={fall} listen={listen} />
        <Kontakte fall={fall} kontakte={kontakte} listen={listen} />
      </Page>
    );
  },
});

type AngabenProps = {
  readonly fall: Fall;
  /** Whose file it is, where it is not one's own. */
  readonly fremd: Fremd | undefined;
  readonly listen: Codelisten;
  readonly schreibt: boolean;
};

/** Who it is about, where the case is and what comes next, readable in ten seconds. */
function Angaben({ fall, fremd, listen, schreibt }: AngabenProps) {
  const change = (
    <ButtonLink kind="secondary" small href={`${LIST}/${fall.id}/bearbeiten`}>
      Angaben bearbeiten
    </ButtonLink>
  );
  const weiteres = fall.weiteres === null ? "noch nicht geklärt" : WEITERES[fall.weiteres];
  return (
    <Card title={`Fall ${aktenzeichen(fall)}`} level={1} {...(schreibt ? { action: change } : {})}>
      <p>
        <a href={`/personen/${fall.personId}`}>
          <Entered>{fall.person}</Entered>
        </a>{" "}
        <Status kind="info">
          {PHASEN[fall.phase]} seit {tagText(fall.phaseSeit)}
        </Status>
      </p>
      <DescriptionList
        items={[
          { term: "Anliegen", value: fall.anliegen === null ? NOT_TOLD : <Entered>{fall.anliegen}</Entered> },
          { term: "Wie eilig", value: DRINGLICHKEIT[fall.dringlichkeit] },
          { term: "Anfrage am", value: <Day iso={fall.begonnen} /> },
          { term: "Wie gekommen", value: nameOf(listen.zugangsweg, fall.zugangsweg) || NOT_TOLD },
          {
            term: "Weitere Fallführung",
            value:
              fall.weiteresWer === null ? (
                weiteres
              ) : (
                <>
                  ja: <Entered>{fall.weiteresWer}</Entered>
                </>
              ),
          },
          {
            term: "Einwilligung",
            value: fall.einwilligungAm === null ? "liegt nicht vor" : `seit ${tagText(fall.einwilligungAm)}`,
          },
        ]}
      />
      {schreibt ? <Schritte fall={fall} /> : null}
      <p class="hint">
        {fremd === undefined ? null : (
          <>
            Akte von <Entered>{fremd.name}</Entered>. Sie handeln in Vertretung ({fremd.weil}).{" "}
          </>
        )}
        Jedes Öffnen wird protokolliert.
      </p>
    </Card>
  );
}
