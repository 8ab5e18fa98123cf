import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  CardPage,
  type Column,
  ConflictNotice,
  Entered,
  Form,
  SelectCell,
  Submit,
  Table,
  TextCell,
  fieldsOf,
} from "../../../ui/index.ts";
import { setTeilnahme } from "../commands/set-teilnahme.ts";
import { ANTWORT, ANTWORTEN, TeilnahmeEingabe } from "../model/eingabe.ts";
import { type Mitglied, ROLLEN, istDabei, mitgliedText } from "../model/gremium.ts";
import { wirdProtokolliert } from "../model/sitzung.ts";
import { teilnahmeValues } from "../model/teilnahme.ts";
import { belowSitzung } from "../parts/below.ts";
import { SITZUNGEN, getan } from "../parts/getan.ts";
import { mitglieder } from "../queries/mitglieder.ts";
import { sitzungOf, teilnahmen } from "../queries/sitzungen.ts";

async function form(visit: Visit, rejected?: Rejected) {
  const { sitzung, rows, members } = await readAs(visit.actor, async (tx) => {
    const found = await sitzungOf(tx, idOf(visit));
    const all = await teilnahmen(tx, found.id);
    return {
      sitzung: found,
      rows: all,
      members: (await mitglieder(tx, visit.actor, { ids: all.map((r) => r.mitgliedId) })).filter((m) =>
        istDabei(m, found.tag),
      ),
    };
  });
  const self = `${SITZUNGEN}/${sitzung.id}`;
  const values = teilnahmeValues(rows);
  const met = wirdProtokolliert(sitzung.stand);
  const conflict = members.flatMap((m) => [
    { name: `antwort_${m.id}`, label: `Antwort von ${mitgliedText(m)}` },
    { name: `da_${m.id}`, label: `Anwesend: ${mitgliedText(m)}`, empty: "nein" },
    { name: `um_${m.id}`, label: `Ging um: ${mitgliedText(m)}` },
  ]);
  return (
    <CardPage {...belowSitzung(visit, sitzung)} title={met ? "Anwesenheit" : "Antworten"} rejected={rejected} extra>
      <ConflictNotice rejected={rejected} fields={conflict} stored={self} />
      {members.length === 0 ? (
        <p>Noch ist niemand eingeladen. Laden Sie zuerst ein; dann stehen die Mitglieder hier.</p>
      ) : null}
      {met ? (
        <p class="hint">
          Geht jemand früher, tragen Sie die Uhrzeit ein. Danach zählt seine Stimme nicht mehr; was vorher beschlossen
          wurde, bleibt.
        </p>
      ) : null}
      <Form action={`${self}/teilnahme`} record={{ version: sitzung.version, values }} rejected={rejected}>
        <Table
          caption="Mitglieder"
          hideCaption
          stack
          rows={members}
          columns={columns(met, fieldsOf(values, rejected), rejected?.values ?? values)}
        />
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

const OPTIONS = ANTWORT.map((value) => ({ value, label: ANTWORTEN[value] }));

function columns(
  met: boolean,
  field: ReturnType<typeof fieldsOf>,
  typed: Readonly<Record<string, readonly string[]>>,
): Column<Mitglied>[] {
  return [
    { label: "Mitglied", names: true, cell: (m) => <Entered>{mitgliedText(m)}</Entered> },
    { label: "Rolle", cell: ({ rolle, vertrittId }) => (vertrittId === null ? ROLLEN[rolle] : "Vertretung") },
    {
      label: "Antwort",
      cell: (m) => (
        <SelectCell
          {...field(`antwort_${m.id}`)}
          label={`Antwort von ${mitgliedText(m)}`}
          options={OPTIONS}
          empty="offen"
        />
      ),
    },
    ...(met
      ? [
          {
            label: "Anwesend",
            cell: (m: Mitglied) => (
              <label class="check">
                <input
                  type="checkbox"
                  id={`da_${m.id}`}
                  name={`da_${m.id}`}
                  value="ja"
                  checked={(typed[`da_${m.id}`] ?? []).includes("ja")}
                  aria-label={`${mitgliedText(m)} ist da`}
                />
              </label>
            ),
          },
          {
            label: "Ging um",
            cell: (m: Mitglied) => <TextCell {...field(`um_${m.id}`)} label={`${mitgliedText(m)} ging um`} />,
          },
        ]
      : []),
  ];
}

export const { show, save } = formPage(
  `${SITZUNGEN}/:id/teilnahme`,
  "gremium.schreiben",
  { form, schema: TeilnahmeEingabe },
  async (tx, { actor, at }, input) => {
    await setTeilnahme(tx, actor, at, input);
    return getan.after(`${SITZUNGEN}/${at.id}`, "gespeichert");
  },
);
