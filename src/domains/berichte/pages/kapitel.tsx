import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import {
  Actions,
  Button,
  ButtonLink,
  CardPage,
  type Column,
  ConflictNotice,
  Form,
  Table,
  TextCell,
  fieldsOf,
} from "../../../ui/index.ts";
import { orderKapitel } from "../commands/order-kapitel.ts";
import { Ordnung } from "../model/eingabe.ts";
import { ordnungValues } from "../model/form-values.ts";
import { KAPITEL, type Kapitel, ausZahlen, textOf, ueberholte, unveraenderte } from "../model/kapitel.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { entwurfOf, halbjahresberichtOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/kapitel`;

/** What a chapter says now, in a word or two: whether somebody has to look at it. */
function zustand({ grundlage }: Halbjahresbericht, kapitel: Kapitel): string {
  const [old, same] = [ueberholte(grundlage, [kapitel]).length > 0, unveraenderte([kapitel]).length > 0];
  if (old) return "geschrieben, Zahlen geändert";
  if (same) return "wie im letzten Bericht";
  if (kapitel.text !== null) return "geschrieben";
  if (ausZahlen(kapitel.art) && textOf(grundlage, kapitel) !== "") return "Vorschlag aus den Zahlen";
  return KAPITEL[kapitel.art].bloecke !== undefined || kapitel.art === "zahlen" ? "nur Zahlen" : "leer, entfällt";
}

function columns(bericht: Halbjahresbericht, rejected: Rejected | undefined, values: ReturnType<typeof ordnungValues>) {
  const field = fieldsOf(values, rejected);
  const all: Column<Kapitel>[] = [
    { label: "Kapitel", names: true, cell: (k) => <Name kapitel={k} /> },
    {
      label: "Platz",
      cell: (k) => <TextCell {...field(`rang_${k.id}`)} label={`Platz von ${k.titel}`} />,
    },
    { label: "Im Bericht", cell: (k) => <Dabei kapitel={k} checked={ticked(`dabei_${k.id}`)} /> },
    { label: "Text", cell: (k) => zustand(bericht, k) },
  ];
  const ticked = (name: string) => ((rejected?.values ?? values)[name] ?? []).includes("ja");
  return all;
}

/** A part of the chapter before it stands behind a dash. */
const Name = ({ kapitel: { id, art, titel } }: { readonly kapitel: Kapitel }) => (
  <>
    {KAPITEL[art].ebene === 2 ? "– " : ""}
    <a href={`${LIST}/kapitel/${id}`}>{titel}</a>
  </>
);

/** The notes on the figures stay: without them nobody knows what was counted. */
function Dabei({ kapitel, checked }: { readonly kapitel: Kapitel; readonly checked: boolean }) {
  if (kapitel.art === "zahlen") return <>immer</>;
  return (
    <label class="check">
      <input
        type="checkbox"
        id={`dabei_${kapitel.id}`}
        name={`dabei_${kapitel.id}`}
        value="ja"
        checked={checked}
        aria-label={`${kapitel.titel} steht im Bericht`}
      />
    </label>
  );
}

const conflictFields = (kapitel: readonly Kapitel[]) =>
  kapitel.flatMap((k) => [
    { name: `rang_${k.id}`, label: `Platz von „${k.titel}“` },
    { name: `dabei_${k.id}`, label: `„${k.titel}“ im Bericht`, empty: "nein" },
  ]);

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, bericht } = await readAs(visit.actor, async (tx) => {
    const found = await entwurfOf(tx, visit.actor, idOf(visit));
    return { akte: found, bericht: await halbjahresberichtOf(tx, visit.actor.kreis, found, today()) };
  });
  const { kapitel } = bericht;
  const self = `${LIST}/${akte.id}`;
  const values = ordnungValues(kapitel);
  return (
    <CardPage {...belowBericht(visit, akte)} title="Kapitel schreiben und ordnen" rejected={rejected} extra>
      <ConflictNotice rejected={rejected} fields={conflictFields(kapitel)} stored={`${self}/kapitel`} />
      <Form action={`${self}/kapitel`} record={{ version: akte.version, values }} rejected={rejected}>
        <p>
          Die Zahl sagt, an welcher Stelle ein Kapitel steht. Was nicht im Bericht steht, behält seinen Text. Ein
          Kapitel ohne Text und ohne Zahlen entfällt von selbst.
        </p>
        <Table
          caption="Kapitel des Berichts"
          hideCaption
          stack
          rows={kapitel}
          columns={columns(bericht, rejected, values)}
        />
        <Actions>
          <Button>Reihenfolge speichern</Button>
          <ButtonLink kind="tertiary" href={self}>
            Abbrechen
          </ButtonLink>
          <ButtonLink kind="tertiary" href={`${self}/kapitel/neu`}>
            Kapitel hinzufügen
          </ButtonLink>
        </Actions>
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: Ordnung, notices: getan },
  async (tx, { actor, at }, input) => {
    await orderKapitel(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}/kapitel`, "geordnet");
  },
);
