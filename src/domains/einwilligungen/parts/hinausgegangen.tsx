import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { Actions, Button, ButtonLink, Card, Day, EmptyState, Form, Table } from "../../../ui/index.ts";
import { WEGE } from "../model/zwecke.ts";
import type { Einwilligung, Weitergegeben } from "../queries/einwilligungen.ts";
import { ONE } from "./getan.ts";
import { angaben } from "./worte.ts";

type Props = { readonly e: Einwilligung; readonly hinaus: readonly Weitergegeben[]; readonly visit: Visit };

/** What left the file on this consent; after a withdrawal, who has to be told. */
export function Hinausgegangen({ e, hinaus, visit }: Props) {
  const offen = e.stand === "widerrufen" && hinaus.some((one) => one.mitgeteiltAm === null);
  return (
    <Card title="Was hinausging">
      <Table
        caption="Was auf diese Einwilligung hin hinausging, das Letzte zuerst"
        hideCaption
        rows={hinaus}
        empty={<EmptyState>Auf diese Einwilligung hin ist nichts hinausgegangen.</EmptyState>}
        columns={[
          { label: "Am", cell: (one: Weitergegeben) => <Day iso={one.am} /> },
          { label: "Wie", cell: (one: Weitergegeben) => WEGE[one.art] },
          { label: "Welche Angaben", cell: (one: Weitergegeben) => angaben(one.kategorien) },
          {
            label: "Vom Widerruf erfahren",
            cell: (one: Weitergegeben) =>
              one.mitgeteiltAm !== null ? (
                <Day iso={one.mitgeteiltAm} />
              ) : e.stand === "widerrufen" ? (
                "noch nicht"
              ) : (
                "–"
              ),
          },
        ]}
      />
      {offen ? (
        <>
          <p>Wer etwas bekommen hat, muss vom Widerruf erfahren. Der Brief nennt, was wann hinausging.</p>
          <Actions>
            <ButtonLink kind="secondary" small href={`${ONE}/${e.id}/brief`}>
              Brief als PDF
            </ButtonLink>
            {may(visit.actor, "einwilligung.schreiben") ? (
              <Form action={`${ONE}/${e.id}/mitgeteilt`}>
                <Button kind="secondary" small>
                  Ist mitgeteilt
                </Button>
              </Form>
            ) : null}
          </Actions>
        </>
      ) : null}
    </Card>
  );
}
