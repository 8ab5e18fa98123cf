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
import { FORMATE, type Fassung, type Format, dokument, veroeffentlichte } from "../queries/fassungen.ts";

const PATH = `${OFFEN}/:kreis`;

/** @throws NotFound for what is no Kreis */
function kreisOf({ params }: PublicVisit): string {
  const kreis = params["kreis"] ?? "";
  if (!/^\d{5}$/.test(kreis)) throw new NotFound();
  return kreis;
}

const alle = (visit: PublicVisit): Promise<Fassung[]> => readAs(systemActor(kreisOf(visit)), veroeffentlichte);

/** Only what holds and is published; anything else is the same as nothing. */
async function eine(visit: PublicVisit): Promise<Fassung> {
  const id = idOf(visit);
  const found = (await alle(visit)).find((f) => f.id === id);
  if (found === undefined) throw new NotFound();
  return found;
}

/** What a Kreis has published, for everybody. */
export const show = publicPage({
  path: PATH,
  show: async (visit) => {
    const gelten = await alle(visit);
    const self = `${OFFEN}/${kreisOf(visit)}`;
    return (
      <Page frame={publicFrame(self, gelten[0]?.papier.kreis)} title="Handlungskonzept">
        {gelten.length === 0 ? <EmptyState>Hier ist noch kein Handlungskonzept veröffentlicht.</EmptyState> : null}
        <ul>
          {gelten.map(({ id, papier, nummer, beschlossenAm }) => (
            <li>
              <a href={`${self}/${id}`}>{papier.titel}</a>, Fassung {nummer}, beschlossen am {tagText(beschlossenAm)}
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
    const fassung = await eine(visit);
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
      const { id, papier } = await eine(visit);
      const bytes = await readAs(systemActor(kreisOf(visit)), (tx) => dokument(tx, id, format));
      return dateiAntwort(bytes, papier, format);
    },
  });

export const dateien: readonly Route[] = FORMATE.map(datei);
