import { z } from "zod";
import { PageAs, type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { isPicture } from "../../../platform/files/kind.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Alert,
  ButtonLink,
  Card,
  Confirm,
  Day,
  DescriptionList,
  Entered,
  Named,
  Page,
  Status,
} from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { type Fremd, fremdeAkte } from "../../zustaendigkeit/index.ts";
import { restoreDokument } from "../commands/change-dokument.ts";
import { QUELLEN } from "../model/dokument.ts";
import { belowDokumente } from "../parts/below.ts";
import { ONE, getan } from "../parts/getan.ts";
import { dateiText, gilt } from "../parts/worte.ts";
import { type Dokument, dokumentOf } from "../queries/dokumente.ts";

const permission = "dokument.schreiben";
const ZWECK = "dokument";
const Query = z.object({ ansicht: z.literal("pdf").optional() });

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const { ansicht } = readQuery(Query, visit.url);
  const { d, name, listen, fremd } = await openRecordAs(actor, { art: "dokument", id }, ZWECK, async (tx) => {
    const d = await dokumentOf(tx, actor, id);
    return {
      d,
      name: (await personNames(tx, actor, [d.personId])).get(d.personId) ?? "",
      listen: await codelisten(tx),
      fremd: await fremdeAkte(tx, actor, d.kontoId),
    };
  });
  const schreibt = may(actor, permission);
  const fort = d.zurueckgezogenAm !== null;
  const titel = nameOf(listen.dokumentart, d.art);
  const html = (
    <Page {...belowDokumente(visit, d.personId)} title="Dokument" heading={false} wide rejected={rejected}>
      <Angaben d={d} name={name} titel={titel} fremd={fremd} listen={listen} schreibt={schreibt && !fort} />
      {fort ? (
        <Zurueckholen d={d} schreibt={schreibt} rejected={rejected} />
      ) : (
        <Vorschau d={d} titel={titel} zeigt={ansicht === "pdf"} />
      )}
    </Page>
  );
  return new PageAs(html, { showsFiles: true, ...(rejected === undefined ? {} : { status: 409 }) });
}

/** One document: what it is, and what is in it, as far as a browser shows it by itself. */
export const show = page({
  path: `${ONE}/:id`,
  permission: "dokument.lesen",
  notices: getan,
  show: (visit) => form(visit),
});

type AngabenProps = {
  readonly d: Dokument;
  readonly name: string;
  readonly titel: string;
  readonly fremd: Fremd | undefined;
  readonly listen: Codelisten;
  readonly schreibt: boolean;
};

function Angaben({ d, name, titel, fremd, schreibt }: AngabenProps) {
  const stand = gilt(d.gueltigBis, today());
  const action = (
    <div class="actions">
      <ButtonLink kind="secondary" small href={`${ONE}/${d.id}/bearbeiten`}>
        Angaben bearbeiten
      </ButtonLink>
      <ButtonLink kind="tertiary" small href={`${ONE}/${d.id}/zurueckziehen`}>
        Zurückziehen
      </ButtonLink>
    </div>
  );
  return (
    <Card title={titel} level={1} {...(schreibt ? { action } : {})}>
      <p>
        <a href={`/personen/${d.personId}`}>
          <Entered>{name}</Entered>
        </a>
      </p>
      <DescriptionList
        items={[
          { term: "Worum es geht", value: d.titel === null ? "nicht angegeben" : <Entered>{d.titel}</Entered> },
          { term: "Von wem", value: QUELLEN[d.quelle] },
          { term: d.quelle === "haus" ? "Geschrieben" : "Gekommen", value: <Day iso={d.am} /> },
          {
            term: "Gilt",
            value: stand === undefined ? "nicht angegeben" : <Status kind={stand.kind}>{stand.text}</Status>,
          },
          ...(d.fallId === null
            ? []
            : [{ term: "Fall", value: <a href={`/faelle/${d.fallId}`}>Zum Fall, zu dem es gehört</a> }]),
          { term: "Datei", value: dateiText(d) },
        ]}
      />
      <p class="hint">
        <Named says={fremd} />
        Jedes Öffnen wird protokolliert.
      </p>
    </Card>
  );
}

/**
 * A picture, and on demand a PDF, shown where nothing in it can do anything; for the rest, and where a browser shows none, the link. On
 * demand, because what a browser shows a PDF with has keys of its own, and because opening it is told in the log.
 */
function Vorschau({ d, titel, zeigt }: { readonly d: Dokument; readonly titel: string; readonly zeigt: boolean }) {
  const datei = `${ONE}/${d.id}/datei`;
  return (
    <Card
      title="Inhalt"
      action={
        <ButtonLink kind="secondary" small href={`${ONE}/${d.id}/herunterladen`}>
          Herunterladen
        </ButtonLink>
      }
    >
      {isPicture(d.typ) ? <img class="file-picture" src={datei} alt={`Bild: ${titel}`} /> : null}
      {d.typ === "pdf" && zeigt ? (
        <object class="file-paper" data={datei} type="application/pdf" aria-label={`PDF: ${titel}`}>
          <p>
            Ihr Browser zeigt hier kein PDF. <a href={datei}>PDF öffnen</a>
          </p>
        </object>
      ) : null}
      {d.typ === "pdf" && !zeigt ? (
        <p>
          <a href={`${ONE}/${d.id}?ansicht=pdf`}>PDF hier ansehen</a>
        </p>
      ) : null}
      {d.typ === "docx" || d.typ === "odt" ? (
        <p>Ein Textdokument zeigt der Browser nicht. Laden Sie es herunter, um es zu lesen.</p>
      ) : null}
    </Card>
  );
}

type Eines = { readonly d: Dokument; readonly rejected: Rejected | undefined };

const Zurueckholen = ({ d, schreibt, rejected }: Eines & { readonly schreibt: boolean }) => (
  <Card title="Zurückgezogen">
    <Alert kind="warning" title="Dieses Dokument ist zurückgezogen">
      Seit dem <Day iso={d.zurueckgezogenAm ?? ""} />. Nach 30 Tagen ist es fort; bis dahin können Sie es zurückholen.
    </Alert>
    {schreibt ? (
      <Confirm
        action={`${ONE}/${d.id}/zurueckholen`}
        confirm="Zurückholen"
        back={`/personen/${d.personId}/dokumente`}
        version={d.version}
        rejected={rejected}
      />
    ) : null}
  </Card>
);

export const restore = change(
  `${ONE}/:id/zurueckholen`,
  permission,
  { schema: NOTHING, again: form },
  async (tx, { actor, at }) => {
    await restoreDokument(tx, actor, at);
    return getan.after(`${ONE}/${at.id}`, "zurueckgeholt");
  },
);
