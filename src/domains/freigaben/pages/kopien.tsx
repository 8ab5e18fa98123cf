import { z } from "zod";
import { type Permission, type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { ButtonLink, Card, Day, EmptyState, Entered, Page, Pager, Status, Table } from "../../../ui/index.ts";
import { ANGEBOT, MODUL_III } from "../commands/receive-kopie.ts";
import { ARTEN, type Art, STAENDE } from "../model/stand.ts";
import { ANGEBOTE, BESTAND, KOPIEN, kopieGetan } from "../parts/getan.ts";
import { type KopieKurz, kopien } from "../queries/kopien.ts";

const Query = z.object({ aeltere: placeInAddress.optional(), neuere: placeInAddress.optional() });

type Liste = {
  readonly path: string;
  readonly permission: Permission;
  readonly arten: readonly Art[];
  readonly title: string;
  readonly leer: string;
  readonly hinweis: string;
};

const at = (path: string, name: string, place: Place | undefined) =>
  place === undefined ? undefined : `${path}?${name}=${place.am}_${place.id}`;

/** What was released to one's own role, the last first. There is no search: what is not here, nobody asks for. */
const liste = ({ path, permission, arten, title, leer, hinweis }: Liste) =>
  page({
    path,
    permission,
    notices: kopieGetan,
    show: async (visit: Visit) => {
      const { aeltere, neuere } = readQuery(Query, visit.url);
      const from = { older: aeltere, newer: neuere };
      const { zeilen, newer, older } = await readAs(visit.actor, (tx) => kopien(tx, visit.actor, arten, from));
      return (
        <Page frame={visit.frame} title={title} heading={false} wide>
          <Card
            title={title}
            level={1}
            {...(path === KOPIEN && may(visit.actor, "kopie.bestand") ? { action: <Bestand /> } : {})}
          >
            <p class="hint">{hinweis}</p>
            <Table
              caption={`${title}, das Letzte zuerst`}
              hideCaption
              cards
              rows={zeilen}
              empty={<EmptyState>{leer}</EmptyState>}
              columns={[
                { label: "Von", cell: (one: KopieKurz) => <Von path={path} one={one} /> },
                ...(arten.length > 1 ? [{ label: "Für", cell: (one: KopieKurz) => ARTEN[one.art] }] : []),
                { label: "Freigegeben am", cell: (one: KopieKurz) => <Day iso={one.gesendetAm} /> },
                { label: "Zu lesen bis", cell: (one: KopieKurz) => <Day iso={one.gueltigBis} /> },
                { label: "Stand", cell: (one: KopieKurz) => <Stand one={one} /> },
              ]}
            />
            <Pager newer={at(path, "neuere", newer)} older={at(path, "aeltere", older)} />
          </Card>
        </Page>
      );
    },
  });

const Bestand = () => (
  <ButtonLink kind="tertiary" small href={BESTAND}>
    Einbürgerungen nach Stand
  </ButtonLink>
);

/** What cannot be read leads nowhere. */
const Von = ({ path, one }: { readonly path: string; readonly one: KopieKurz }) =>
  one.offen ? (
    <a href={`${path}/${one.id}`}>
      <Entered>{one.traeger}</Entered>
    </a>
  ) : (
    <Entered>{one.traeger}</Entered>
  );

function Stand({ one }: { readonly one: KopieKurz }) {
  if (one.offen || one.stand === "abgelehnt") return <Status kind="info">{STAENDE[one.stand]}</Status>;
  return <Status kind="warning">nicht mehr verfügbar</Status>;
}

export const behoerde = liste({
  path: KOPIEN,
  permission: "kopie.empfangen",
  arten: MODUL_III,
  title: "Freigegebene Kopien",
  leer: "Gerade ist Ihnen nichts freigegeben.",
  hinweis:
    "Hier steht nur, was Ratsuchende Ihrer Stelle freigegeben haben. Jede Kopie gilt für ihren Zweck und bis zu ihrem Tag; jedes Öffnen wird bei der Stelle vermerkt, von der sie kommt.",
});

export const traeger = liste({
  path: ANGEBOTE,
  permission: "angebot.empfangen",
  arten: ANGEBOT,
  title: "Angebote von anderen Trägern",
  leer: "Kein anderer Träger bietet Ihnen gerade jemanden an.",
  hinweis: "Vor der Annahme sehen Sie Bedarf, Kommune, Alter und Sprachen, keinen Namen. Wer annimmt, führt die Akte.",
});
