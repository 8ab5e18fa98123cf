import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import {
  Actions,
  Button,
  Card,
  DateField,
  Day,
  Form,
  Page,
  SelectField,
  Submit,
  Table,
  TextArea,
  TextField,
  fieldsOf,
  formatCount,
} from "../../../ui/index.ts";
import { setEinwohner, setKleineZahl } from "../commands/set-up.ts";
import { AB_WAHL, EinwohnerEingabe, KleineZahlEingabe } from "../model/einrichten.ts";
import { EINRICHTEN, PATH, getan } from "../parts/getan.ts";
import { Wege } from "../parts/wege.tsx";
import { type Einwohner, einwohnerAm } from "../queries/einwohner.ts";
import { zahlenstand } from "../queries/zahlenstand.ts";

const permission = "auswertung.einrichten";
const KLEINE_ZAHL = `${EINRICHTEN}/kleine-zahlen`;
const EINWOHNER = `${EINRICHTEN}/einwohner`;

/** A form of the page that was not accepted; the other one stands as it is. */
type Abgelehnt = { readonly kleine?: Rejected; readonly einwohner?: Rejected };

function KleineZahlen({ ab, rejected }: { readonly ab: number; readonly rejected: Rejected | undefined }) {
  return (
    <Card title="Kleine Zahlen">
      <p>
        Über dem einzelnen Träger steht „.“ statt Zahlen, die zu klein sind, und statt solcher, die sie verrieten. Was
        ein freigegebener Bericht nicht nennt, bleibt ungenannt, auch wenn Sie die Grenze wieder senken.
      </p>
      <Form action={KLEINE_ZAHL} rejected={rejected}>
        <SelectField
          {...fieldsOf({ ab: [String(ab)] }, rejected)("ab")}
          label="Ab welcher Zahl nennt KIM Zahlen?"
          options={AB_WAHL.map((n) => ({ value: String(n), label: `ab ${n}` }))}
        />
        <Actions>
          <Button kind="secondary">Speichern</Button>
        </Actions>
      </Form>
    </Card>
  );
}

type Ort = Einwohner & { readonly name: string };

function Zahlen({ rows }: { readonly rows: readonly Ort[] }) {
  return (
    <Table
      caption="Zuletzt eingetragene Einwohnerzahlen"
      rows={rows}
      columns={[
        { label: "Kommune", cell: (r) => r.name },
        { label: "Einwohner:innen", cell: (r) => formatCount(r.anzahl), figure: true },
        { label: "am", cell: (r) => <Day iso={r.stichtag} /> },
        { label: "Quelle", cell: (r) => r.quelle },
      ]}
    />
  );
}

function Einwohnerzahlen({
  rows,
  rejected,
}: {
  readonly rows: readonly Ort[];
  readonly rejected: Rejected | undefined;
}) {
  const field = fieldsOf(undefined, rejected);
  return (
    <Card title="Einwohnerzahlen">
      {rows.length === 0 ? (
        <p>Noch ist keine eingetragen. KIM bringt keine mit: Es gelten die amtlichen Ihres Kreises.</p>
      ) : (
        <Zahlen rows={rows} />
      )}
      <Form action={EINWOHNER} rejected={rejected}>
        <DateField
          {...field("stichtag")}
          label="Stichtag"
          hint="Der Tag, für den die Zahlen gelten, zum Beispiel 31.12.2025."
        />
        <TextField
          {...field("quelle")}
          label="Quelle"
          hint="Zum Beispiel: IT.NRW, Fortschreibung des Bevölkerungsstandes."
        />
        <TextArea
          {...field("zahlen")}
          label="Zahlen"
          hint="Je Zeile eine Kommune: Gemeindeschlüssel, Semikolon, Zahl. So kommt es auch aus einer CSV-Datei."
          rows={8}
        />
        <Submit label="Eintragen" cancel={PATH} />
      </Form>
    </Card>
  );
}

async function view(visit: Visit, { kleine, einwohner }: Abgelehnt = {}) {
  const { ab, rows } = await readAs(visit.actor, async (tx) => {
    const names = await tx.selectFrom("kim.kommune").select(["ags", "name"]).execute();
    const nameOf = new Map(names.map((k) => [k.ags, k.name]));
    const known = await einwohnerAm(tx, today());
    return {
      ab: (await zahlenstand(tx)).ab,
      rows: known.map((e) => ({ ...e, name: nameOf.get(e.ags) ?? e.ags })),
    };
  });
  return (
    <Page frame={visit.frame} title="Auswertung einrichten" rejected={kleine ?? einwohner} extra>
      <Wege visit={visit} here={EINRICHTEN} />
      <KleineZahlen ab={ab} rejected={kleine} />
      <Einwohnerzahlen rows={rows} rejected={einwohner} />
    </Page>
  );
}

/** What a Kreis decides about its figures, and what they are measured by. */
export const show = page({ path: EINRICHTEN, permission, notices: getan, show: (visit) => view(visit) });

export const saveKleineZahl = change(
  KLEINE_ZAHL,
  permission,
  { schema: KleineZahlEingabe, again: (visit, kleine) => view(visit, { kleine }) },
  async (tx, { actor }, input) => {
    await setKleineZahl(tx, actor, input);
    return getan.after(EINRICHTEN, "gespeichert");
  },
);

export const saveEinwohner = change(
  EINWOHNER,
  permission,
  { schema: EinwohnerEingabe, again: (visit, einwohner) => view(visit, { einwohner }) },
  async (tx, { actor }, input) => getan.after(EINRICHTEN, "eingetragen", await setEinwohner(tx, actor, input)),
);
