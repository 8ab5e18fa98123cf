import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { Card, Day, DescriptionList, Entered, Named, Page, Status, Table } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { fremdeAkte } from "../../zustaendigkeit/index.ts";
import { STAENDE, isGueltig } from "../model/stand.ts";
import { eigenName, ZWECKE } from "../model/zwecke.ts";
import { Bestaetigung } from "../parts/bestaetigung.tsx";
import { Blatt } from "../parts/blatt.tsx";
import { ONE, getan, listOf } from "../parts/getan.ts";
import { Gegeben } from "../parts/gegeben.tsx";
import { Hinausgegangen } from "../parts/hinausgegangen.tsx";
import { Volljaehrig } from "../parts/volljaehrig.tsx";
import { Schritte } from "../parts/schritte.tsx";
import { angaben, bisText, standText, wem } from "../parts/worte.ts";
import { type Einwilligung, type SchrittZeile, einwilligungOf, weitergabenOf } from "../queries/einwilligungen.ts";
import { alleTexte, einwilligungText, uebersetzungen } from "../queries/texte.ts";

const ZWECK = "einwilligung";

/** One consent: what it says today, what comes next, what went out on it. */
export const show = page({
  path: `${ONE}/:id`,
  permission: "einwilligung.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const read = await openRecordAs(actor, { art: "einwilligung", id }, ZWECK, async (tx) => {
      const e = await einwilligungOf(tx, actor, id);
      const text = await einwilligungText(tx, actor, e.textId);
      return {
        e,
        text,
        fremd: await fremdeAkte(tx, actor, e.kontoId),
        hinaus: await weitergabenOf(tx, id),
        gedruckt: uebersetzungen(await alleTexte(tx, actor), text),
        listen: await codelisten(tx),
      };
    });
    const { e, text, fremd, hinaus, gedruckt, listen } = read;
    const legtAb = may(actor, "dokument.schreiben") && may(actor, "einwilligung.schreiben");
    return (
      <Page
        frame={visit.frame}
        title={ZWECKE[e.zweck]}
        heading={false}
        extra
        breadcrumb={[
          { label: "Person", href: `/personen/${e.personId}` },
          { label: "Einwilligungen", href: listOf(e.personId) },
        ]}
      >
        <Card title={ZWECKE[e.zweck]} level={1}>
          <p>
            <Entered>{e.person?.name ?? ""}</Entered>{" "}
            <Status kind={isGueltig(e, today()) ? "success" : "info"}>{standText(e, today())}</Status>
          </p>
          <DescriptionList
            items={[
              { term: "An wen", value: <Entered>{wem(e)}</Entered> },
              { term: "Welche Angaben", value: angaben(e.kategorien) },
              { term: "Erklärt", value: erklaert(e, nameOf(listen.verstaendigung, e.verstaendigung)) },
              { term: "Gegeben", value: <Gegeben e={e} liest={may(actor, "dokument.lesen")} legtAb={legtAb} /> },
              { term: "Gilt bis", value: e.gueltigAb === null ? "–" : bisText(e) },
              { term: "Wortlaut", value: `Fassung ${text.fassung}` },
            ]}
          />
          <Volljaehrig e={e} schreibt={may(actor, "einwilligung.schreiben")} />
          {may(actor, "einwilligung.schreiben") ? <Schritte e={e} /> : null}
          <p class="hint">
            <Named says={fremd} />
            Jedes Öffnen wird protokolliert.
          </p>
        </Card>
        <Blatt id={id} text={text} gedruckt={[...gedruckt.keys()]} sprache={e.sprache} />
        {e.stand === "widerrufen" ? <Bestaetigung id={id} sprache={e.sprache} /> : null}
        <Hinausgegangen e={e} hinaus={hinaus} visit={visit} />
        <Verlauf schritte={e.schritte} />
      </Page>
    );
  },
});

const erklaert = ({ sprache }: Einwilligung, hilfe: string): string =>
  sprache === null ? "noch nicht" : `${eigenName(sprache)}${hilfe === "" ? "" : `, ${hilfe}`}`;

const Verlauf = ({ schritte }: Pick<Einwilligung, "schritte">) => (
  <Card title="Verlauf">
    <Table
      caption="Was aus dieser Einwilligung wurde, das Erste zuerst"
      hideCaption
      cards
      rows={schritte}
      columns={[
        { label: "Am", cell: (s: SchrittZeile) => <Day iso={s.am} /> },
        { label: "Was", cell: (s: SchrittZeile) => STAENDE[s.nach] },
        { label: "Angaben danach", cell: (s: SchrittZeile) => angaben(s.kategorien) },
        { label: "Dazu", cell: (s: SchrittZeile) => (s.grund === null ? "" : <Entered>{s.grund}</Entered>) },
      ]}
    />
  </Card>
);
