import type { Visit } from "../../../platform/access.ts";
import { Button, Card, Form, HiddenField, Table } from "../../../ui/index.ts";
import type { WartendeRolle } from "../queries/wartende-rollen.ts";
import { roleName } from "./role-words.ts";

/** Where the second of two agrees. */
export const AGREE = "/verwaltung/erneuerungen/zustimmen";

/** Who was given a role to confirm others, and waits for the second one to agree. */
export function Appointed({ visit, rows }: { readonly visit: Visit; readonly rows: readonly WartendeRolle[] }) {
  const way = (row: WartendeRolle) =>
    row.kontoId === visit.actor.kontoId || row.vergebenVon === visit.actor.kontoId ? (
      "jemand anderes"
    ) : (
      <Form action={AGREE} native>
        <HiddenField name="rolle" value={row.id} />
        <Button kind="secondary" small>
          Zustimmen<span class="kern-sr-only">: {row.name}</span>
        </Button>
      </Form>
    );
  return (
    <Card title="Sollen künftig bestätigen">
      <p class="slim">
        Wer erneuerte Zugänge bestätigt, wird von zweien bestimmt. Stimmen Sie zu, wenn Sie die Person kennen und sie
        diese Aufgabe wirklich hat.
      </p>
      <Table
        caption="Rollen, denen noch jemand zustimmen muss"
        hideCaption
        rows={rows}
        columns={[
          { label: "Person", cell: (row) => <bdi>{row.name}</bdi> },
          { label: "Rolle", cell: (row) => roleName(row.rolle) },
          { label: "Vergeben von", cell: (row) => <bdi>{row.von}</bdi> },
          { label: "Zustimmen", cell: way },
        ]}
      />
    </Card>
  );
}
