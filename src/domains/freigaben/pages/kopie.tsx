import { type Visit, page } from "../../../platform/access.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, DescriptionList, Entered, Page, Status } from "../../../ui/index.ts";
import { ANGEBOT, MODUL_III, openKopie } from "../commands/receive-kopie.ts";
import { STAENDE, geht } from "../model/stand.ts";
import { ANGEBOTE, KOPIEN, kopieGetan } from "../parts/getan.ts";
import { Angaben, Verlauf, VorschauListe, genannterTermin, terminZeile } from "../parts/inhalt.tsx";
import type { Kopie } from "../queries/kopien.ts";
import { uebernommeneOf } from "../queries/uebernommene.ts";

const kopf = (k: Kopie) => [
  { term: "Von", value: <Entered>{k.voll === null ? k.traeger : `${k.voll.von.name}, ${k.traeger}`}</Entered> },
  ...terminZeile(k.schritte),
  { term: "Zu lesen bis", value: tagText(k.gueltigBis) },
];

/** What an authority reads: the lines that were released to it, and what was said since. */
export const behoerde = page({
  path: `${KOPIEN}/:id`,
  permission: "kopie.empfangen",
  notices: kopieGetan,
  show: async (visit: Visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const kopie = await openRecordAs(actor, { art: "kopie", id }, "freigabe", (tx) =>
      openKopie(tx, actor, MODUL_III, id),
    );
    const self = `${KOPIEN}/${id}`;
    return (
      <Page
        frame={visit.frame}
        title="Freigegebene Kopie"
        heading={false}
        wide
        breadcrumb={[{ label: "Freigegebene Kopien", href: KOPIEN }]}
      >
        <Card title="Freigegebene Kopie" level={1}>
          <p>
            <Status kind="info">{STAENDE[kopie.stand]}</Status>
          </p>
          <DescriptionList items={kopf(kopie)} />
          {kopie.voll === null ? null : <Angaben inhalt={kopie.voll} />}
          <Actions>
            {geht(kopie.art, kopie.stand, "termin", "empfaenger") ? (
              <ButtonLink kind="secondary" href={`${self}/termin`}>
                {genannterTermin(kopie.schritte) === undefined ? "Termin nennen" : "Termin ändern"}
              </ButtonLink>
            ) : null}
            {geht(kopie.art, kopie.stand, "ergebnis", "empfaenger") ? (
              <ButtonLink kind="primary" href={`${self}/ergebnis`}>
                Ergebnis eintragen
              </ButtonLink>
            ) : null}
            {geht(kopie.art, kopie.stand, "freigegeben", "empfaenger") ? (
              <ButtonLink kind="tertiary" href={`${self}/absagen`}>
                Termin absagen
              </ButtonLink>
            ) : null}
            {kopie.art === "ebh" && kopie.stand !== "erledigt" ? (
              <ButtonLink kind="tertiary" href={`${self}/stand`}>
                Stand eintragen
              </ButtonLink>
            ) : null}
          </Actions>
          <p class="hint">Es ist eine Kopie von dem Tag, an dem sie freigegeben wurde. Jedes Öffnen wird vermerkt.</p>
        </Card>
        <Verlauf schritte={kopie.schritte} geber={kopie.traeger} empfaenger="Ihre Stelle" />
      </Page>
    );
  },
});

/** What another Träger reads of an offer: without a name until somebody accepts, then everything for whoever did. */
export const traeger = page({
  path: `${ANGEBOTE}/:id`,
  permission: "angebot.empfangen",
  notices: kopieGetan,
  show: async (visit: Visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { kopie, person } = await openRecordAs(actor, { art: "kopie", id }, "freigabe", async (tx) => ({
      kopie: await openKopie(tx, actor, ANGEBOT, id),
      person: await uebernommeneOf(tx, id),
    }));
    const self = `${ANGEBOTE}/${id}`;
    const offen = geht(kopie.art, kopie.stand, "angenommen", "empfaenger");
    return (
      <Page
        frame={visit.frame}
        title="Angebot einer Übergabe"
        heading={false}
        wide
        breadcrumb={[{ label: "Angebote", href: ANGEBOTE }]}
      >
        <Card title="Angebot einer Übergabe" level={1}>
          <p>
            <Status kind={kopie.stand === "angenommen" ? "success" : "info"}>{STAENDE[kopie.stand]}</Status>
          </p>
          <DescriptionList items={kopf(kopie)} />
          {kopie.voll === null ? (
            kopie.vorschau === null ? null : (
              <VorschauListe vorschau={kopie.vorschau} />
            )
          ) : (
            <Angaben inhalt={kopie.voll} />
          )}
          {offen ? <Entscheiden self={self} fragt={geht(kopie.art, kopie.stand, "rueckfrage", "empfaenger")} /> : null}
          {person === undefined ? null : (
            <ButtonLink kind="primary" href={`/personen/${person}`}>
              Zu Ihrer Akte
            </ButtonLink>
          )}
        </Card>
        <Verlauf schritte={kopie.schritte} geber={kopie.traeger} empfaenger="Ihr Träger" />
      </Page>
    );
  },
});

const Entscheiden = ({ self, fragt }: { readonly self: string; readonly fragt: boolean }) => (
  <Actions>
    <ButtonLink kind="primary" href={`${self}/annehmen`}>
      Annehmen
    </ButtonLink>
    {fragt ? (
      <ButtonLink kind="secondary" href={`${self}/fragen`}>
        Rückfrage stellen
      </ButtonLink>
    ) : null}
    <ButtonLink kind="tertiary" href={`${self}/ablehnen`}>
      Ablehnen
    </ButtonLink>
  </Actions>
);
