import { type PublicVisit, type Route, publicPage } from "../../../platform/access.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { publicFrame } from "../../../platform/public-frame.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, EmptyState, Page } from "../../../ui/index.ts";
import { dateiAntwort } from "../documents/dateien.ts";
import { OFFEN } from "../parts/getan.ts";
import { Inhalt, PapierKarte } from "../parts/papier.tsx";
import {
  FORMATE,
  type FassungKopf,
  type Format,
  dokument,
  fassungKopf,
  fassungOf,
  veroeffentlichte,
} from "../queries/fassungen.ts";

const PATH = `${OFFEN}/:kreis`;

/** @throws NotFound for what is no Kreis */
function kreisOf({ params }: PublicVisit): string {
  const kreis = params["kreis"] ?? "";
  if (!/^\d{5}$/.test(kreis)) throw new NotFound();
  return kreis;
}

/** @throws NotFound unless it holds and is published: anything else is the same as nothing */
function refuseVerborgen({ gilt, oeffentlich }: FassungKopf): void {
  if (!gilt || !oeffentlich) throw new NotFound();
}

/** What a Kreis has published, for everybody. */
export const show = publicPage({
  path: PATH,
  show: async (visit) => {
    const gelten = await readAs(systemActor(kreisOf(visit)), veroeffentlichte);
    const self = `${OFFEN}/${kreisOf(visit)}`;
    return (
      <Page frame={publicFrame(self, gelten[0]?.kreis)} title="Handlungskonzept">
        {gelten.length === 0 ? <EmptyState>Hier ist noch kein Handlungskonzept veröffentlicht.</EmptyState> : null}
        <ul>
          {gelten.map(({ id, titel, nummer, beschlossenAm }) => (
            <li>
              <a href={`${self}/${id}`}>{titel}</a>, Fassung {nummer}, beschlossen am {tagText(beschlossenAm)}
            </li>
          ))}
        </ul>
      </Page>
    );
  },
});

export const showFassung = publicPage({
  path: `${PATH}/:id`,
  show: async (visit) => {
    const fassung = await readAs(systemActor(kreisOf(visit)), (tx) => fassungOf(tx, idOf(visit)));
    refuseVerborgen(fassung);
    const list = `${OFFEN}/${kreisOf(visit)}`;
    const self = `${list}/${fassung.id}`;
    return (
      <Page
        frame={publicFrame(self, fassung.papier.kreis)}
        title={`Handlungskonzept, Fassung ${fassung.nummer}`}
        breadcrumb={[{ label: "Handlungskonzept", href: list }]}
        extra
      >
        <Actions>
          <ButtonLink kind="primary" href={`${self}/pdf`}>
            PDF
          </ButtonLink>
          <ButtonLink href={`${self}/docx`}>Word-Datei</ButtonLink>
        </Actions>
        <Inhalt papier={fassung.papier} />
        <PapierKarte papier={fassung.papier} />
      </Page>
    );
  },
});

const datei = (format: Format): Route =>
  publicPage({
    path: `${PATH}/:id/${format}`,
    show: async (visit) => {
      const { found, bytes } = await readAs(systemActor(kreisOf(visit)), async (tx) => {
        const kopf = await fassungKopf(tx, idOf(visit));
        refuseVerborgen(kopf);
        return { found: kopf, bytes: await dokument(tx, kopf.id, format) };
      });
      return dateiAntwort(bytes, found, format);
    },
  });

export const dateien: readonly Route[] = FORMATE.map(datei);
