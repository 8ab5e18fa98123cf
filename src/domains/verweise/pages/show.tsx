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
  Status,
} from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { isOffener, schritteAus } from "../model/stand.ts";
import { GRUENDE, KONTAKTE } from "../model/verweis.ts";
import { LIST, ORGANISATIONEN, getan, listOf } from "../parts/getan.ts";
import { standKind, standText, wohin } from "../model/worte.ts";
import { Links } from "../parts/links.tsx";
import { Zettel } from "../parts/zettel.tsx";
import { isFaellig } from "../queries/listen.ts";
import { linksOf } from "../queries/links.ts";
import { type Verweis, verweisOf } from "../queries/verweise.ts";

type Props = {
  readonly v: Verweis;
  readonly listen: Codelisten;
  readonly fremd: Fremd | undefined;
  readonly visit: Visit;
};

/** One referral: where it is, what comes next, what was. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "verweis.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { v, fremd, listen, links } = await openRecordAs(actor, { art: "verweis", id }, "verweis", async (tx) => {
      const v = await verweisOf(tx, actor, id);
      const links = may(actor, "freigabe.lesen") ? await linksOf(tx, id) : [];
      return { v, links, fremd: await fremdeAkte(tx, actor, v.kontoId), listen: await codelisten(tx) };
    });
    return (
      <Page
        frame={visit.frame}
        title="Verweis"
        heading={false}
        wide
        breadcrumb={[
          { label: "Verweise", href: LIST },
          { label: "Verweise der Person", href: listOf(v.personId) },
        ]}
      >
        <Stand v={v} listen={listen} fremd={fremd} visit={visit} />
        <Links v={v} links={links} gibtFrei={may(actor, "freigabe.schreiben")} />
        <Zettel id={id} />
        <Verlauf v={v} visit={visit} />
      </Page>
    );
  },
});

function Stand({ v, listen, fremd, visit }: Props) {
  const schreibt = may(visit.actor, "verweis.schreiben");
  const change = (
    <ButtonLink kind="secondary" small href={`${LIST}/${v.id}/bearbeiten`}>
      Bearbeiten
    </ButtonLink>
  );
  return (
    <Card title={wohin(v)} level={1} {...(schreibt ? { action: change } : {})}>
      <p>
        <a href={`/personen/${v.personId}`}>
          <Entered>{v.person}</Entered>
        </a>{" "}
        <Status kind={standKind(v.stand)}>{standText(v)}</Status>
      </p>
      <DescriptionList items={angaben(v, listen)} />
      {schreibt ? <Schritte v={v} /> : null}
      <p class="hint">
        <Named says={fremd} />
        Jedes Öffnen wird protokolliert.
      </p>
    </Card>
  );
}

function angaben(v: Verweis, listen: Codelisten) {
  const kontakt =
    v.einwilligungId === null ? (
      KONTAKTE[v.kontakt]
    ) : (
      <>
        {KONTAKTE[v.kontakt]} (<a href={`/einwilligungen/${v.einwilligungId}`}>Einwilligung</a>)
      </>
    );
  const um = v.terminUm === null ? "" : `, ${v.terminUm} Uhr`;
  return [
    { term: "Wohin", value: <a href={`${ORGANISATIONEN}/${v.organisationId}`}>{wohin(v)}</a> },
    { term: "Worum es geht", value: nameOf(listen.handlungsfeld, v.handlungsfeld) },
    { term: "Bedarf", value: v.bedarf === null ? "nicht angegeben" : <Entered>{v.bedarf}</Entered> },
    { term: "Warum dorthin", value: GRUENDE[v.warum] },
    { term: "Kontakt", value: kontakt },
    { term: "Stand seit", value: <Day iso={v.standSeit} /> },
    { term: "Verwiesen am", value: <Day iso={v.am} /> },
    ...(v.terminAm === null ? [] : [{ term: "Termin dort", value: `${tagText(v.terminAm)}${um}` }]),
    ...(isOffener(v.stand)
      ? [{ term: "Nachfragen am", value: `${tagText(v.nachfragenAm)}${isFaellig(v) ? " – jetzt fällig" : ""}` }]
      : []),
    ...(v.fallId === null ? [] : [{ term: "Fall", value: <a href={`/faelle/${v.fallId}`}>Zum Fall</a> }]),
  ];
}

function Schritte({ v }: { readonly v: Verweis }) {
  const ways = schritteAus(v.stand);
  const [only] = ways;
  const href = `${LIST}/${v.id}/ergebnis`;
  return (
    <Actions>
      {ways.length === 1 && only !== undefined ? (
        <ButtonLink kind="secondary" href={`${href}?nach=${only.nach}`}>
          {only.verb}
        </ButtonLink>
      ) : (
        <ButtonLink kind="primary" href={href}>
          Ergebnis eintragen
        </ButtonLink>
      )}
    </Actions>
  );
}

function Verlauf({ v, visit }: Pick<Props, "v" | "visit">) {
  const undo = may(visit.actor, "verweis.schreiben") && gueltige(v.schritte).length > 1;
  return (
    <History
      caption="Was aus diesem Verweis wurde, das Erste zuerst"
      steps={v.schritte.map((s) => ({
        am: s.am,
        was: standText({ stand: s.nach, absage: s.absage }),
        dazu: s.notiz === null ? null : <Entered>{s.notiz}</Entered>,
        zurueckgenommen: s.zurueckgenommen,
      }))}
      undo={undo ? `${LIST}/${v.id}/zuruecknehmen` : undefined}
    />
  );
}
