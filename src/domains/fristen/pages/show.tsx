import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, Day, DescriptionList, Entered, Named, Page, Table } from "../../../ui/index.ts";
import { anzahl } from "../../../platform/words.ts";
import { aktenzeichen } from "../../faelle/index.ts";
import { fremdeAkte } from "../../zustaendigkeit/index.ts";
import { TUN, type Tun, hindernis, schrittText } from "../model/frist.ts";
import { LIST, getan } from "../parts/getan.ts";
import { mitRueckgaengig } from "../parts/rueckgaengig.ts";
import { Wann } from "../parts/tabelle.tsx";
import { type Frist, type SchrittZeile, fristOf, verlaufOf } from "../queries/frist.ts";

/** A Frist: what it is about, what can be done, and everything that became of it. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const id = idOf(visit);
    const { actor } = visit;
    const { frist, verlauf, fremd } = await openRecordAs(actor, { art: "frist", id }, "ansicht", async (tx) => {
      const one = await fristOf(tx, actor, id);
      return {
        frist: one,
        verlauf: await verlaufOf(tx, actor, one),
        fremd: await fremdeAkte(tx, actor, one.kontoId),
      };
    });
    return (
      <Page
        frame={mitRueckgaengig(visit)}
        title="Frist"
        heading={false}
        extra
        breadcrumb={[{ label: "Fristen", href: LIST }]}
      >
        <Card title={<Entered>{frist.titel}</Entered>} level={1}>
          <DescriptionList
            items={[
              { term: "Bis", value: <Wann frist={frist} /> },
              { term: "Erinnern ab", value: `${tagText(frist.ab)} (${anzahl(frist.vorlauf, "Tag", "Tage")} vorher)` },
              {
                term: "Person",
                value: (
                  <a href={`/personen/${frist.personId}`}>
                    <Entered>{frist.person}</Entered>
                  </a>
                ),
              },
              { term: "Fall", value: <Fall frist={frist} /> },
              { term: "Woher", value: <Woher frist={frist} /> },
            ]}
          />
          {may(actor, "fall.schreiben") ? <Tut frist={frist} /> : null}
          {fremd === undefined ? null : (
            <p class="hint">
              <Named says={fremd} />
            </p>
          )}
        </Card>
        <Verlauf verlauf={verlauf} />
      </Page>
    );
  },
});

/** Whoever wants another day changes what it follows from, there. */
const Woher = ({ frist: { art, personId, fallId } }: { readonly frist: Frist }) => {
  if (art === "hand") return <>von Hand gesetzt</>;
  const [href, wo] =
    fallId !== null
      ? [`/faelle/${fallId}`, "Fall"]
      : art === "einwilligung"
        ? [`/personen/${personId}/einwilligungen`, "Einwilligungen"]
        : art === "zusicherung" || art === "einbuergerung"
          ? [`/personen/${personId}/einbuergerung`, "Einbürgerung und Aufenthalt"]
          : [`/personen/${personId}/lebenslage`, "Lebenslage"];
  return (
    <>
      aus den Angaben der Akte; ändert sich mit ihnen: <a href={href}>{wo}</a>
    </>
  );
};

const Fall = ({ frist: { fallId, aktenzeichen: az } }: { readonly frist: Frist }) =>
  fallId === null || az === null ? <>–</> : <a href={`/faelle/${fallId}`}>{aktenzeichen(az)}</a>;

const VERB: Readonly<Record<Tun, string>> = {
  erledigen: "Erledigt",
  verschieben: "Verschieben",
  verwerfen: "Verwerfen",
  oeffnen: "Wieder öffnen",
};

function Tut({ frist }: { readonly frist: Frist }) {
  const can = TUN.filter((tun) => hindernis(frist, tun) === undefined);
  const changes = frist.art === "hand" && frist.stand === "offen";
  return (
    <>
      {frist.art === "punkt" && frist.stand === "offen" ? <p>{hindernis(frist, "erledigen")}</p> : null}
      <Actions>
        {can.map((tun, i) => (
          <ButtonLink
            kind={i === 0 ? "primary" : "secondary"}
            small
            href={`${LIST}/auswahl?${new URLSearchParams({ tun, frist: `${frist.id}.${frist.version}` }).toString()}`}
          >
            {VERB[tun]}
          </ButtonLink>
        ))}
        {changes ? (
          <ButtonLink kind="tertiary" small href={`${LIST}/${frist.id}/bearbeiten`}>
            Angaben ändern
          </ButtonLink>
        ) : null}
      </Actions>
    </>
  );
}

const Verlauf = ({ verlauf }: { readonly verlauf: readonly SchrittZeile[] }) => (
  <Card title="Verlauf">
    <Table
      caption="Was aus der Frist wurde, das Erste zuerst"
      hideCaption
      cards
      rows={verlauf.map((schritt, i) => ({ schritt, vorher: verlauf[i - 1] }))}
      columns={[
        { label: "Am", cell: ({ schritt }) => <Day iso={schritt.am} /> },
        { label: "Was", cell: ({ schritt, vorher }) => schrittText(schritt, vorher) },
        { label: "Warum", cell: ({ schritt: { grund } }) => (grund === null ? "–" : <Entered>{grund}</Entered>) },
        { label: "Wer", cell: ({ schritt: { wer } }) => <Entered>{wer}</Entered> },
      ]}
    />
  </Card>
);
