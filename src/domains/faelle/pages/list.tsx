import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import {
  ButtonLink,
  Card,
  Choices,
  type Column,
  Day,
  EmptyState,
  Entered,
  Page,
  Pager,
  Table,
} from "../../../ui/index.ts";
import { Wessen, vertretene, wessenAkte, wessenTitel, wessenWahl } from "../../zustaendigkeit/index.ts";
import { FALLART, FALLARTEN, type Fallart, aktenzeichen } from "../model/fall.ts";
import { PHASEN } from "../model/phasen.ts";
import { LIST, getan } from "../parts/getan.ts";
import { type Auswahl, type FallKurz, fallListe } from "../queries/liste.ts";

const STAND = ["offen", "beendet", "nachsorge", "alle"] as const satisfies readonly Auswahl[];

const Query = z.object({
  stand: z.enum(STAND).default("offen"),
  wessen: Wessen,
  art: z.enum(FALLARTEN).optional(),
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});

const STAENDE: Readonly<Record<Auswahl, string>> = {
  offen: "laufende",
  beendet: "beendete",
  nachsorge: "mit Nachsorge",
  alle: "alle",
};

/** One's own cases: those that go on, until somebody asks for others. */
export const show = page({
  path: LIST,
  permission: "fall.lesen",
  notices: getan,
  show: async (visit) => {
    const { stand, wessen, art, aeltere, neuere } = readQuery(Query, visit.url);
    const { actor } = visit;
    const { liste, fuer } = await readAs(actor, async (tx) => ({
      liste: await fallListe(tx, actor, { stand, wessen, art }, { older: aeltere, newer: neuere }),
      fuer: await vertretene(tx, actor),
    }));
    const { faelle, neuer, aelter } = liste;
    const whose = wessen === undefined ? {} : { wessen };
    const ofWhom = { ...whose, ...(art === undefined ? {} : { art }) };
    const href = (words: Readonly<Record<string, string>>) => `${LIST}?${new URLSearchParams(words).toString()}`;
    const beyond = (word: string, place: Place | undefined) =>
      place === undefined ? undefined : href({ stand, ...ofWhom, [word]: `${place.am}_${place.id}` });
    return (
      <Page frame={visit.frame} title="Fälle" heading={false} wide>
        <Card
          title={wessenTitel(wessen, { eigene: "Meine Fälle", vertretung: "Fälle in Vertretung" })}
          level={1}
          {...(may(actor, "fall.schreiben") ? { action: OHNE_KONTAKT } : {})}
        >
          <Choices
            label="Wessen Fälle"
            items={wessenWahl(fuer, wessen, (of) => (of === undefined ? LIST : href({ wessen: of })))}
          />
          <Choices
            label="Welche Fälle"
            items={STAND.map((one) => ({
              label: STAENDE[one],
              href:
                one === "offen" && wessen === undefined && art === undefined ? LIST : href({ stand: one, ...ofWhom }),
              current: one === stand,
            }))}
          />
          <ArtWahl visit={visit} art={art} href={(of) => href({ stand, ...whose, ...of })} />
          <Table
            caption="Fälle, der zuletzt begonnene zuerst"
            hideCaption
            rows={faelle}
            href={({ id }) => `${LIST}/${id}`}
            empty={<EmptyState>{stand === "offen" ? NICHTS_OFFEN : "Hier ist kein Fall."}</EmptyState>}
            columns={[
              { label: "Aktenzeichen", cell: (fall) => aktenzeichen(fall) },
              { label: "Person", cell: ({ person }) => <Entered>{person}</Entered> },
              ...(may(actor, "muki.lesen") ? [ART] : []),
              { label: "Phase", cell: (fall) => PHASEN[fall.phase] },
              { label: "seit", cell: ({ phaseSeit }) => <Day iso={phaseSeit} /> },
              { label: "Anfrage", cell: ({ begonnen }) => <Day iso={begonnen} /> },
              ...akteVon(wessenAkte(fuer, wessen)),
            ]}
          />
          <Pager newer={beyond("neuere", neuer)} older={beyond("aeltere", aelter)} />
        </Card>
      </Page>
    );
  },
});

type ArtProps = {
  readonly visit: Visit;
  readonly art: Fallart | undefined;
  readonly href: (words: Readonly<Record<string, string>>) => string;
};

/** Which kind of cases: asked only where there are two. */
const ArtWahl = ({ visit, art, href }: ArtProps) =>
  may(visit.actor, "muki.lesen") ? (
    <Choices
      label="Was für Fälle"
      items={[undefined, ...FALLARTEN].map((one) => ({
        label: one === undefined ? "beide Arten" : FALLART[one],
        href: href(one === undefined ? {} : { art: one }),
        current: one === art,
      }))}
    />
  ) : null;

/** Only MuKi-S has cases of two kinds. */
const ART: Column<FallKurz> = { label: "Art", cell: ({ art }) => FALLART[art] };

/** Whose each is, where the list is over several accounts. */
const akteVon = (wer: ReturnType<typeof wessenAkte>): Column<FallKurz>[] =>
  wer === undefined ? [] : [{ label: "Akte von", cell: (fall) => <Entered>{wer(fall)}</Entered> }];

const OHNE_KONTAKT = (
  <ButtonLink kind="secondary" small href={`${LIST}/ohne-kontakt`}>
    Ohne Kontakt
  </ButtonLink>
);

const NICHTS_OFFEN = "Sie führen gerade keinen Fall. Einen Fall beginnen Sie auf der Seite einer Person.";
