import { instant } from "../../../platform/words.ts";
import { Button, Form, HiddenField, Status, Table } from "../../../ui/index.ts";
import type { EigeneSitzung } from "../queries/konto.ts";

const STAND = { offen: "offen", gesperrt: "gesperrt", zweiter_faktor: "wartet auf Code" } as const;

/** Where one is signed in, with a button to end each but this. */
export function SessionTable(props: { readonly sitzungen: readonly EigeneSitzung[]; readonly current: string }) {
  return (
    <Table
      caption="Ihre Anmeldungen"
      hideCaption
      rows={props.sitzungen}
      columns={[
        { label: "Zuletzt benutzt", cell: (s) => <When sitzung={s} /> },
        {
          label: "Stand",
          cell: (s) => <Status kind={s.stand === "offen" ? "success" : "info"}>{STAND[s.stand]}</Status>,
        },
        {
          label: "Beenden",
          cell: (s) => (s.id === props.current ? "diese hier" : <EndButton sitzung={s} />),
        },
      ]}
    />
  );
}

const When = ({ sitzung }: { readonly sitzung: EigeneSitzung }) => (
  <>
    {instant(sitzung.zuletzt)}
    <br />
    <span class="hint">angemeldet seit {instant(sitzung.angelegt)}</span>
  </>
);

const EndButton = ({ sitzung }: { readonly sitzung: EigeneSitzung }) => (
  <Form action="/konto/sitzungen" native>
    <HiddenField name="sitzung" value={sitzung.id} />
    <Button kind="tertiary" small>
      Beenden
    </Button>
  </Form>
);
