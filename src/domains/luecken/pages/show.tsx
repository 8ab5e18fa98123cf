import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, ButtonLink, Card, DescriptionList, DoButton, Entered, Page, Path } from "../../../ui/index.ts";
import { type Codelisten, codelisten, nameOf } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { type Beleg, belegText, verlaufJeQuartal } from "../model/gewicht.ts";
import type { Luecke } from "../model/luecke.ts";
import { type Stand, LEITER, STAENDE, isEnde } from "../model/stand.ts";
import { Aehnliche, Verbundene } from "../parts/andere.tsx";
import { AusRekonstruktion } from "../parts/aus-rekonstruktion.tsx";
import { Stimmen } from "../parts/antwort.tsx";
import { LIST, getan } from "../parts/getan.ts";
import { Schritte, vorlageNeu } from "../parts/schritte.tsx";
import { Verlauf } from "../parts/verlauf.tsx";
import { Verlaufsbild } from "../parts/verlaufsbild.tsx";
import { StandWort, genannteAnzahl } from "../parts/worte.tsx";
import { type Eine, eineLuecke } from "../queries/eine.ts";

const QUARTALE = 8;

/** A gap whole: what is missing, how heavy it is, where it stands, what became of it, what else says the same. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "luecke.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const { eine, listen, towns } = await readAs(actor, async (tx) => ({
      eine: await eineLuecke(tx, actor, idOf(visit)),
      listen: await codelisten(tx),
      towns: new Map((await kommunen(tx)).map(({ value, name }) => [value, name])),
    }));
    const { luecke, zeile, verlauf, aehnlich, blick } = eine;
    const steuert = may(actor, "luecke.steuern");
    return (
      <Page
        frame={visit.frame}
        title="Systemlücke"
        heading={false}
        wide
        breadcrumb={[{ label: "Systemlücken", href: LIST }]}
      >
        <Kopf visit={visit} eine={eine} listen={listen} towns={towns} />
        {luecke.inId === null ? null : <Verbundene.Hin luecke={luecke} top={zeile} steuert={steuert} />}
        <Card title="Meldungen je Quartal">
          <Verlaufsbild verlauf={verlaufJeQuartal(zeile.meldungen, today(), QUARTALE, blick)} />
        </Card>
        <Beispiele eine={eine} />
        <Stimmen antworten={eine.antworten} />
        {luecke.inId === null ? <Verbundene.Her zeile={zeile} steuert={steuert} /> : null}
        {luecke.inId === null ? (
          <Aehnliche luecke={luecke} aehnlich={aehnlich} towns={towns} listen={listen} steuert={steuert} />
        ) : null}
        <Verlauf luecke={luecke} verlauf={verlauf} zeile={zeile} />
      </Page>
    );
  },
});

/** A body has or may have its Vorlage; the first is made by a step. */
const MIT_VORLAGE: ReadonlySet<Stand> = new Set(["vorlage", "zurueckgestellt", "priorisiert"]);

/** From when on somebody may do something about it, as long as nothing is over. */
const MIT_MASSNAHME: ReadonlySet<Stand> = new Set(["priorisiert", "projektgruppe", "massnahme"]);

type KopfProps = {
  readonly visit: Visit;
  readonly eine: Eine;
  readonly listen: Codelisten;
  readonly towns: ReadonlyMap<string, string>;
};

function Kopf({ visit, eine, listen, towns }: KopfProps) {
  const { luecke, zeile } = eine;
  return (
    <Card
      title={<Entered>{luecke.thema ?? luecke.satz}</Entered>}
      level={1}
      action={<DoButton does="print">Drucken</DoButton>}
    >
      {luecke.thema === null ? null : (
        <p>
          <Entered>{luecke.satz}</Entered>
        </p>
      )}
      <p>
        <StandWort stand={luecke.stand} /> seit {tagText(luecke.standSeit)}
        {luecke.wiederAm === null ? null : `, wieder am ${tagText(luecke.wiederAm)}`}
      </p>
      <Leiter luecke={luecke} />
      <AusRekonstruktion eine={eine} />
      <DescriptionList items={angaben(eine, listen, towns)} />
      {may(visit.actor, "luecke.steuern") && luecke.inId === null ? (
        <Schritte luecke={luecke} schreibt={may(visit.actor, "gremium.schreiben")} />
      ) : null}
      <Wege visit={visit} eine={{ luecke, zeile }} />
    </Card>
  );
}

/** What there is to say of a gap, in words. */
function angaben({ luecke, zeile: { gewicht }, belege }: Eine, listen: Codelisten, towns: KopfProps["towns"]) {
  return [
    { term: "Handlungsfeld", value: nameOf(listen.handlungsfeld, luecke.handlungsfeld) },
    { term: "Rechtskreis", value: nameOf(listen.rechtskreis, luecke.rechtskreis) || "nicht angegeben" },
    { term: "Kommunen", value: gewicht.kommunen.map((ags) => towns.get(ags) ?? ags).join(", ") },
    {
      term: "Meldungen",
      value: `${genannteAnzahl(gewicht.meldungen, "Meldung", "Meldungen")} von ${anzahl(gewicht.standorte, "Standort", "Standorten")}`,
    },
    { term: "Aus Fällen", value: genannteAnzahl(gewicht.faelle, "Fall", "Fälle") },
    {
      term: "Betrifft etwa",
      value: gewicht.menschen === 0 ? "nicht angegeben" : genannteAnzahl(gewicht.menschen, "Mensch", "Menschen"),
    },
    { term: "Fällt auf seit", value: tagText(gewicht.seit) },
    { term: "Verweise, die abgelehnt wurden", value: belegWert(belege.abgelehnt) },
    { term: "Beratungen ohne Angebot", value: belegWert(belege.keinAngebot) },
    ...(luecke.faelle === null || luecke.standorte === null
      ? []
      : [
          {
            term: "Bei der Prüfung bestätigt",
            value: `${anzahl(luecke.faelle, "Fall", "Fälle")} an ${anzahl(luecke.standorte, "Standort", "Standorten")}`,
          },
        ]),
  ];
}

/** In the last two half-years, of its Handlungsfeld: beside the reports, not added to them. */
const belegWert = (beleg: Beleg): string =>
  beleg.anzahl === 0 && !beleg.mehr ? "keine" : `${belegText(beleg)} im letzten Jahr, in diesem Handlungsfeld`;

type WegeProps = { readonly visit: Visit; readonly eine: Pick<Eine, "luecke" | "zeile"> };

/** "With us as well", the paper of a body about it, and what became of it. */
function Wege({ visit, eine: { luecke, zeile } }: WegeProps) {
  const melden = may(visit.actor, "luecke.melden") && !isEnde(zeile.luecke.stand);
  const vorlage = may(visit.actor, "gremium.schreiben") && luecke.inId === null && MIT_VORLAGE.has(luecke.stand);
  const massnahme = may(visit.actor, "massnahme.steuern") && luecke.inId === null && MIT_MASSNAHME.has(luecke.stand);
  const kette = may(visit.actor, "massnahme.lesen");
  if (!melden && !vorlage && !kette) return null;
  return (
    <Actions>
      {melden ? (
        <ButtonLink kind="secondary" small href={`${LIST}/${luecke.id}/melden`}>
          Auch bei uns
        </ButtonLink>
      ) : null}
      {vorlage ? (
        <ButtonLink kind="secondary" small href={vorlageNeu(luecke)}>
          Vorlage ansehen oder erstellen
        </ButtonLink>
      ) : null}
      {massnahme ? (
        <ButtonLink kind="secondary" small href={`/massnahmen/neu?luecke=${luecke.id}`}>
          Maßnahme vorschlagen
        </ButtonLink>
      ) : null}
      {kette ? (
        <ButtonLink kind="tertiary" small href={`/ketten/${zeile.luecke.id}`}>
          Von der Lücke zur Wirkung
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

/** The ladder as a picture, with where the gap is; beside it (put off, refused, with the Land) nothing of it is lit. */
function Leiter({ luecke }: { readonly luecke: Luecke }) {
  const at = LEITER.findIndex((one) => one === luecke.stand);
  if (at < 0) return null;
  return (
    <Path
      label="Wie weit die Lücke ist"
      stations={LEITER.map((one, i) => ({
        label: STAENDE[one],
        state: i < at ? "erledigt" : i === at ? "jetzt" : "offen",
      }))}
    />
  );
}

function Beispiele({ eine: { zeile } }: { readonly eine: Eine }) {
  const told = zeile.meldungen.flatMap(({ beispiel }) => beispiel ?? []);
  return told.length === 0 ? null : (
    <Card title="Beispiele">
      <ul>
        {told.map((one) => (
          <li>
            <Entered class="text">{one}</Entered>
          </li>
        ))}
      </ul>
    </Card>
  );
}
