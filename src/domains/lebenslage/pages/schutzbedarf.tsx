import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { ButtonLink, Card, type Column, EmptyState, Entered, Page, Table } from "../../../ui/index.ts";
import { personsByIds } from "../../personen/index.ts";
import type { Eintrag } from "../model/bereiche.ts";
import { SCHUTZ, type SchutzEingabe } from "../model/schutzbedarf.ts";
import { zeitText } from "../model/texte.ts";
import { belowLage } from "../parts/below.tsx";
import { getan } from "../parts/getan.ts";
import { Fruehere } from "../parts/verlauf.tsx";
import { fassungen } from "../queries/fassungen.ts";
import { worte } from "../queries/liste.ts";
import { schutzbedarf } from "../queries/schutzbedarf.ts";

const ZWECK = "beratung";

/** Needs for protection stand alone, so that opening them is something one does, and something the log knows. */
export const show = page({
  path: "/personen/:id/schutzbedarf",
  permission: "schutzbedarf.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { person, alle, frueher, words } = await openRecordAs(
      actor,
      { art: "schutzbedarf", id },
      ZWECK,
      async (tx) => {
        const [found] = await personsByIds(tx, actor, [id]);
        if (found === undefined) throw new NotFound();
        return {
          person: found,
          alle: await schutzbedarf(tx, actor, { person: id }),
          frueher: await fassungen(tx, actor, id, ["schutzbedarf"]),
          words: await worte(tx),
        };
      },
    );
    const schreibt = may(actor, "schutzbedarf.schreiben");
    const add = (
      <ButtonLink small href={`/personen/${id}/schutzbedarf/neu`}>
        Eintragen
      </ButtonLink>
    );
    return (
      <Page {...belowLage(visit, person)} title="Schutzbedarf" heading={false} wide>
        <Card
          title={
            <>
              Schutzbedarf von <Entered>{person.name}</Entered>
            </>
          }
          level={1}
          {...(schreibt ? { action: add } : {})}
        >
          <Bedarfe alle={alle} schreibt={schreibt} />
          <p class="hint">
            Besondere Kategorien von Daten (Art. 9 DSGVO): Halten Sie nur fest, was die Person möchte und was andere
            wissen müssen. Jedes Öffnen dieser Seite steht im Protokoll.
          </p>
        </Card>
        <Fruehere fassungen={frueher} worte={words} />
      </Page>
    );
  },
});

type BedarfeProps = { readonly alle: readonly Eintrag<SchutzEingabe>[]; readonly schreibt: boolean };

function Bedarfe({ alle, schreibt }: BedarfeProps) {
  const change: Column<Eintrag<SchutzEingabe>> = {
    label: "Eintrag",
    cell: ({ id }) => <a href={`/lebenslage/schutzbedarf/${id}`}>Ändern</a>,
  };
  return (
    <Table
      caption="Besonderer Schutzbedarf, der letzte zuerst"
      hideCaption
      cards
      rows={alle.filter((one) => !one.falsch)}
      empty={<EmptyState>Ein besonderer Schutzbedarf ist nicht festgehalten.</EmptyState>}
      columns={[
        { label: "Bedarf", names: true, cell: ({ daten }) => daten.arten.map((art) => SCHUTZ[art]).join(", ") },
        { label: "Zeit", cell: ({ daten }) => zeitText(daten) || "ohne Datum" },
        { label: "Zu beachten", whole: true, cell: ({ daten }) => <Entered>{daten.hinweis ?? ""}</Entered> },
        ...(schreibt ? [change] : []),
      ]}
    />
  );
}
