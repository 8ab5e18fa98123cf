import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change, formPage } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CardPage,
  Confirm,
  DescriptionList,
  Entered,
  Form,
  Page,
  Table,
} from "../../../ui/index.ts";
import { discardBatch } from "../commands/discard-batch.ts";
import { dropZeile, takeZeile } from "../commands/settle-zeile.ts";
import { ZEILENGRUENDE } from "../model/zeile.ts";
import { ABGEBEN, LIST, STAPEL, ZEILEN, getan } from "../parts/getan.ts";
import { type Stapel, type Zeile, stapelOf, zeileOf, zeilenVon } from "../queries/stapel.ts";

const BREADCRUMB = [{ label: "Neuzuweisungen", href: LIST }];
const title = ({ angekuendigt }: Stapel): string => `Liste vom ${tagText(angekuendigt)}`;

async function form(visit: Visit, id: string, rejected?: Rejected) {
  const { actor } = visit;
  const { stapel, zeilen } = await openRecordAs(actor, { art: "stapel", id }, "stapel", async (tx) => ({
    stapel: await stapelOf(tx, actor, id),
    zeilen: await zeilenVon(tx, actor, id),
  }));
  const own = may(actor, "zuweisung.schreiben") && stapel.kontoId === actor.kontoId;
  return (
    <Page frame={visit.frame} title={title(stapel)} heading={false} rejected={rejected} wide breadcrumb={BREADCRUMB}>
      <Card title={title(stapel)} level={1}>
        <DescriptionList
          items={[
            { term: "Zeilen mit Inhalt", value: String(stapel.zeilen) },
            { term: "Überschriften und Summen", value: String(stapel.ohneDaten) },
            { term: "Haushalte", value: `${stapel.haushalte} mit ${anzahl(stapel.menschen, "Mensch", "Menschen")}` },
            { term: "davon noch offen", value: String(stapel.offen) },
            ...(stapel.nie.length === 0
              ? []
              : [{ term: "Nie übernommen", value: `${stapel.nie.join(", ")}: Dafür gibt es kein Feld.` }]),
          ]}
        />
        <Actions>
          <ButtonLink kind="secondary" href={`${LIST}?stapel=${id}`}>
            Meine Haushalte aus dieser Liste
          </ButtonLink>
          {own ? (
            <ButtonLink kind="secondary" href={`${ABGEBEN}?stapel=${id}`}>
              Haushalte abgeben
            </ButtonLink>
          ) : null}
          {own ? (
            <ButtonLink kind="tertiary" href={`${STAPEL}/${id}/zuruecknehmen`}>
              Stapel zurücknehmen
            </ButtonLink>
          ) : null}
        </Actions>
      </Card>
      <Wartende zeilen={zeilen} />
    </Page>
  );
}

/** What a row says, as far as somebody has to know it to decide. */
function inhalt({ haushalt, grund }: Zeile): string {
  if (grund === "unklar") return haushalt.menschen[0]?.hinweis ?? "";
  return haushalt.menschen
    .map(({ vorname, nachname, geburtsdatum }) =>
      [`${vorname} ${nachname}`.trim(), ...(geburtsdatum === null ? [] : [`geb. ${tagText(geburtsdatum)}`])].join(", "),
    )
    .join("; ");
}

function Wartende({ zeilen }: { readonly zeilen: readonly Zeile[] }) {
  if (zeilen.length === 0) return null;
  const act = ({ id, nr }: Zeile, way: "aufnehmen" | "verwerfen", verb: string) => (
    <Form action={`${ZEILEN}/${id}/${way}`}>
      <Button kind={way === "aufnehmen" ? "secondary" : "tertiary"} small>
        {verb} <span class="only-read">: Zeile {String(nr)}</span>
      </Button>
    </Form>
  );
  return (
    <Card title={anzahl(zeilen.length, "Zeile wartet auf Sie", "Zeilen warten auf Sie")} id="zeilen">
      <p class="hint">
        Steht jemand schon in einem Stapel, hat KIM ihn nicht noch einmal aufgenommen. Was nicht zu verstehen ist, wird
        als Haushalt ohne Namen mit diesem Text aufgenommen, oder gar nicht.
      </p>
      <Table
        caption="Zeilen, über die Sie entscheiden"
        hideCaption
        cards
        rows={zeilen}
        columns={[
          { label: "Zeile", cell: ({ nr }) => String(nr) },
          { label: "Warum", cell: ({ grund }) => ZEILENGRUENDE[grund] },
          { label: "Was da steht", whole: true, names: true, cell: (zeile) => <Entered>{inhalt(zeile)}</Entered> },
          {
            label: "Entscheiden",
            whole: true,
            cell: (zeile) => (
              <Actions>
                {act(zeile, "aufnehmen", "Aufnehmen")}
                {act(zeile, "verwerfen", "Verwerfen")}
              </Actions>
            ),
          },
        ]}
      />
    </Card>
  );
}

export const show = page({
  path: `${STAPEL}/:stapel`,
  permission: "zuweisung.lesen",
  notices: getan,
  show: (visit) => form(visit, idOf(visit, "stapel")),
});

const again = async (visit: Visit, rejected: Rejected) => {
  const id = idOf(visit, "zeile");
  const { stapelId } = await readAs(visit.actor, (tx) => zeileOf(tx, visit.actor, id));
  return form(visit, stapelId, rejected);
};

export const take = change(
  `${ZEILEN}/:zeile/aufnehmen`,
  "zuweisung.schreiben",
  { schema: NOTHING, again },
  async (tx, visit) =>
    getan.after(`${STAPEL}/${await takeZeile(tx, visit.actor, idOf(visit, "zeile"))}`, "aufgenommen"),
);

export const drop = change(
  `${ZEILEN}/:zeile/verwerfen`,
  "zuweisung.schreiben",
  { schema: NOTHING, again },
  async (tx, visit) => getan.after(`${STAPEL}/${await dropZeile(tx, visit.actor, idOf(visit, "zeile"))}`, "verworfen"),
);

async function backForm(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit, "stapel");
  const stapel = await readAs(visit.actor, (tx) => stapelOf(tx, visit.actor, id));
  const self = `${STAPEL}/${id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Stapel zurücknehmen"
      rejected={rejected}
      breadcrumb={[...BREADCRUMB, { label: title(stapel), href: self }]}
    >
      <Confirm action={`${self}/zuruecknehmen`} confirm="Stapel zurücknehmen" back={self} danger rejected={rejected}>
        <p>
          War es die falsche Datei? {anzahl(stapel.haushalte, "Haushalt", "Haushalte")} und alles, was noch wartet,
          werden gelöscht. Das geht, solange nichts verteilt ist und niemand eine Akte hat; holen lässt es sich nicht
          mehr.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const back = formPage(
  `${STAPEL}/:stapel/zuruecknehmen`,
  "zuweisung.schreiben",
  { form: backForm, schema: NOTHING },
  async (tx, visit) => {
    await discardBatch(tx, visit.actor, idOf(visit, "stapel"));
    return getan.after(LIST, "zurueckgenommen");
  },
);
