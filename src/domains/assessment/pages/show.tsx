import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { Actions, ButtonLink, Card, DoButton, EmptyState, Page, Pager } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { zeilenOf } from "../model/zeilen.ts";
import { hindernis } from "../model/wann.ts";
import { Bereiche } from "../parts/bereiche.tsx";
import { Wer, belowFall } from "../parts/below.tsx";
import { ZWECK, assessmentPath, getan, netzwerkPath } from "../parts/getan.ts";
import { Ueberblick } from "../parts/ueberblick.tsx";
import { assessmentsOf } from "../queries/assessments.ts";
import { type Kopf, kopfOf } from "../queries/kopf.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });

/** The assessments of a case beside each other: every Lebensbereich with its figures at a glance, below it what was said. */
export const show = page({
  path: assessmentPath(":id"),
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { aeltere, neuere } = readQuery(Query, visit.url);
    const { fall, seite, felder } = await openRecordAs(actor, { art: "fall", id }, ZWECK.assessment, async (tx) => {
      const fall = await kopfOf(tx, actor, id);
      const seite = await assessmentsOf(tx, fall.key, id, { older: aeltere, newer: neuere });
      return { fall, seite, felder: (await codelisten(tx)).handlungsfeld };
    });
    const { assessments, neuer, aelter } = seite;
    const zeilen = zeilenOf(assessments, felder);
    const schreibt = may(actor, "fall.schreiben") && hindernis(fall.phase) === undefined;
    const self = assessmentPath(id);
    const beyond = (word: string, at: Place | undefined) =>
      at === undefined ? undefined : `${self}?${new URLSearchParams({ [word]: `${at.am}_${at.id}` }).toString()}`;
    return (
      <Page {...belowFall(visit, fall)} title="Assessment" heading={false} wide>
        <Card title="Assessment" level={1}>
          <Wer fall={fall} />
          {assessments.length === 0 ? (
            <Leer fall={fall} />
          ) : (
            <Ueberblick assessments={assessments} zeilen={zeilen} schreibt={schreibt} neueste={neuer === undefined} />
          )}
          <Pager newer={beyond("neuere", neuer)} older={beyond("aeltere", aelter)} />
          <Wege fall={fall} schreibt={schreibt} leer={assessments.length === 0} />
        </Card>
        <Bereiche assessments={assessments} zeilen={zeilen} schreibt={schreibt} />
      </Page>
    );
  },
});

const Leer = ({ fall }: { readonly fall: Kopf }) => (
  <EmptyState>
    {hindernis(fall.phase) ??
      "Noch ist nichts eingeschätzt. Beginnen Sie mit dem Lebensbereich, über den die Person sprechen möchte; jeder andere kann warten oder ausbleiben."}
  </EmptyState>
);

function Wege({ fall, schreibt, leer }: { readonly fall: Kopf; readonly schreibt: boolean; readonly leer: boolean }) {
  return (
    <Actions>
      {schreibt ? (
        <ButtonLink kind={leer ? "primary" : "secondary"} href={`${assessmentPath(fall.id)}/neu`}>
          {leer ? "Assessment beginnen" : "Neu einschätzen"}
        </ButtonLink>
      ) : null}
      <ButtonLink kind="secondary" href={netzwerkPath(fall.id)}>
        Netzwerkkarte
      </ButtonLink>
      {leer ? null : <DoButton does="print">Drucken</DoButton>}
    </Actions>
  );
}
