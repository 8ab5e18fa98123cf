import { type Visit, page } from "../../../platform/access.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Frame } from "../../../platform/frame.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { ButtonLink, Card, DescriptionList, Entered, Page, Status } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { type PersonKurz, merkmale, personsByIds } from "../../personen/index.ts";
import { type Fremd, fremdeAkte, schreibende } from "../../zustaendigkeit/index.ts";
import { type Woerter, angaben, orteIn } from "../model/angaben.ts";
import { type Fassung, fassungenOf } from "../rows/fassung.ts";
import { ortNamen } from "../queries/orte.ts";
import { LIST, getan } from "../parts/getan.ts";
import { openBeratung } from "../parts/open-beratung.ts";
import { Verlauf } from "../parts/verlauf.tsx";
import type { Beratung } from "../queries/beratungen.ts";
import { wochentag } from "../model/texte.ts";

const KEYS = [
  { keys: "k", does: "korrigieren" },
  { keys: "z", does: "zurückziehen oder den Rückzug aufheben" },
  { keys: "l", does: "Systemlücke melden" },
] as const;

type Gezeigt = {
  readonly b: Beratung;
  readonly fassungen: readonly Fassung[];
  readonly woerter: Woerter;
  readonly personen: readonly PersonKurz[];
  /** Whose file it is, where it is not one's own. */
  readonly fremd: Fremd | undefined;
  /** Who wrote it, where that was somebody else than whoever keeps it. */
  readonly von: string | undefined;
};

/** A consultation with its history and the words of its codes. */
async function gezeigt(tx: Tx, { actor }: Visit, b: Beratung): Promise<Gezeigt> {
  const fassungen = await fassungenOf(tx, actor, b.id);
  const orte = await ortNamen(tx, orteIn([b, ...fassungen.map((f) => f.werte)]));
  const personen = await personsByIds(tx, actor, b.personen);
  const fremd = await fremdeAkte(tx, actor, b.kontoId);
  const von = await schreibende(tx, actor, b.erfasstVon);
  return { b, fassungen, woerter: { listen: await codelisten(tx), orte }, personen, fremd, von };
}

/** One consultation of one's own. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "beratung.lesen",
  notices: getan,
  show: async (visit) => {
    const shown = await openBeratung(visit.actor, idOf(visit), (tx, b) => gezeigt(tx, visit, b));
    return <Eine frame={visit.frame} shown={shown} />;
  },
});

function Eine({ frame, shown }: { readonly frame: Frame; readonly shown: Gezeigt }) {
  const { b, fassungen, woerter } = shown;
  const path = `${LIST}/${b.id}`;
  return (
    <Page
      extra
      breadcrumb={[{ label: "Beratungen", href: LIST }]}
      frame={frame}
      title={`Beratung vom ${tagText(b.am)}`}
      heading={false}
      keys={KEYS}
      side={<Weiter b={b} />}
    >
      <Card
        title={`Beratung am ${wochentag(b.am)}`}
        level={1}
        action={
          b.zurueckgezogen ? null : (
            <ButtonLink href={`${path}/korrigieren`} shortcut="k">
              Korrigieren
            </ButtonLink>
          )
        }
      >
        {b.zurueckgezogen ? (
          <p>
            <Status kind="warning">Zurückgezogen: zählt nicht mit.</Status>
          </p>
        ) : null}
        {b.uebernommen ? <p class="hint">Aus einer übernommenen Liste.</p> : null}
        <DescriptionList items={items(shown)} />
      </Card>
      <Verlauf fassungen={fassungen} jetzt={b} woerter={woerter} />
    </Page>
  );
}

function items({ b, woerter, personen, fremd, von }: Gezeigt) {
  const coded = angaben(b, woerter).filter((a) => a.text !== "–" && a.name !== "am");
  const persons = personen.map((person, i) => (
    <>
      {i === 0 ? null : <br />}
      <a href={`/personen/${person.id}`}>
        <Entered>{person.name}</Entered>
      </a>
      <span class="opt"> · {merkmale(person).join(" · ")}</span>
    </>
  ));
  const away = b.personen.length - personen.length;
  if (away > 0)
    persons.push(
      <>
        {persons.length === 0 ? null : <br />}
        {away === 1 ? "noch jemand, deren Akte übergeben ist" : `noch ${away}, deren Akten übergeben sind`}
      </>,
    );
  const note =
    b.notiz === "geloescht" ? "Die Notiz ist nicht mehr lesbar: Ihr Schlüssel wurde gelöscht." : b.notiz?.text;
  return [
    ...(fremd === undefined
      ? []
      : [
          {
            term: "Akte von",
            value: (
              <>
                <Entered>{fremd.name}</Entered>
                {fremd.after}
              </>
            ),
          },
        ]),
    ...(von === undefined ? [] : [{ term: "Erfasst von", value: <Entered>{von}</Entered> }]),
    ...(persons.length === 0 ? [] : [{ term: "Wer war da", value: persons }]),
    ...coded.map((a) => ({ term: a.label, value: a.text })),
    ...(b.nichtZugeordnet.length === 0
      ? []
      : [{ term: "nicht zugeordnet", value: <Entered>{b.nichtZugeordnet.join(", ")}</Entered> }]),
    ...(note === undefined ? [] : [{ term: "Notiz", value: <Entered class="text">{note}</Entered> }]),
  ];
}

function Weiter({ b }: { readonly b: Beratung }) {
  return (
    <Card title="Stimmt etwas nicht?">
      <p class="hint">
        {b.zurueckgezogen
          ? "Sie haben diese Beratung zurückgezogen. Wenn sie doch gezählt werden soll, heben Sie das auf."
          : "Korrigieren ändert die Angaben; was vorher galt, bleibt im Verlauf. Zurückziehen heißt: Sie zählt nicht mehr, etwa weil sie doppelt erfasst ist."}
      </p>
      <ButtonLink kind="secondary" small href={`${LIST}/${b.id}/zurueckziehen`} shortcut="z">
        {b.zurueckgezogen ? "Rückzug aufheben" : "Zurückziehen"}
      </ButtonLink>
      {b.zurueckgezogen ? null : (
        <ButtonLink kind="tertiary" small href={`/luecken/neu?beratung=${b.id}`} shortcut="l">
          Was hier fehlt, fehlt vielen: Systemlücke melden
        </ButtonLink>
      )}
    </Card>
  );
}
