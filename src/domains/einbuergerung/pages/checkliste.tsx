import { z } from "zod";
import { PageAs, Redirect, type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { optionalCode, optionalDay } from "../../../platform/fields.ts";
import { readFilter } from "../../../platform/filter.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { type Span, tagText } from "../../../platform/span.ts";
import {
  Actions,
  Alert,
  ButtonLink,
  Card,
  Choices,
  DateField,
  Entered,
  FilterBar,
  HiddenField,
  Page,
} from "../../../ui/index.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { genannt, personNames } from "../../personen/index.ts";
import { BEGINN, WORTLAUT } from "../model/regel.ts";
import { belowPerson } from "../parts/below.tsx";
import { REGELN, checklisteOf, getan } from "../parts/getan.ts";
import { Behoerde } from "../parts/vorgang.tsx";
import { HINWEIS, Unterlagen, WegKarte } from "../parts/weg.tsx";
import { behoerdeIn } from "../queries/behoerden.ts";
import { type Checkliste, type Weg, checkliste, papiere } from "../queries/checkliste.ts";
import { einbuergerungenOf } from "../queries/einbuergerungen.ts";
import { wartezeitOf } from "../queries/regeln.ts";

/** Why somebody opens the person; the purpose of the access log. */
export const ZWECK = "einbuergerung";

const Query = z.object({
  weg: optionalCode(),
  tag: optionalDay("Geben Sie einen Tag an, oder lassen Sie das Feld leer.", "back"),
});

async function read(visit: Visit, tag: string) {
  const { actor } = visit;
  const id = idOf(visit);
  return openRecordAs(actor, { art: "person", id }, ZWECK, async (tx) => {
    const liste = await checkliste(tx, actor, id, { tag, dokumente: may(actor, "dokument.lesen") });
    const ebh = await behoerdeIn(tx, liste.person.kommune?.code);
    return {
      liste,
      ebh,
      wartezeit: ebh === null ? undefined : await wartezeitOf(tx, actor.kreis, ebh),
      vorgaenge: await einbuergerungenOf(tx, id),
    };
  });
}

/** What each way asks for, today or on another day, and what the file says of it. */
export const show = page({
  path: checklisteOf(":id"),
  permission: "person.lesen",
  notices: getan,
  show: async (visit) => {
    const asked = readFilter(Query, visit.url, today());
    if (!asked.ok) return wrong(visit, asked.rejected);
    if (asked.plain !== undefined) return new Redirect(asked.plain);
    const tag = asked.filter.tag ?? today();
    const { liste, ebh, wartezeit, vorgaenge } = await read(visit, tag);
    const code = asked.filter.weg ?? vorgaenge[0]?.perspektive;
    const weg = liste.wege.find(({ perspektive }) => perspektive.code === code) ?? liste.wege[0];
    const { id } = liste.person;
    const { actor } = visit;
    return (
      <Page {...belowPerson(visit, id)} title="Einbürgerung und Aufenthalt" heading={false} wide>
        <Kopf liste={liste} weg={weg} tag={tag} />
        {weg === undefined || tag < BEGINN ? null : <WegKarte weg={weg} tag={tag} />}
        {weg?.perspektive.art === "aufenthalt" ? (
          <Auslaenderbehoerde person={id} darf={may(actor, "freigabe.schreiben")} />
        ) : (
          <Behoerde
            person={id}
            ebh={ebh}
            kommune={liste.person.kommune?.name}
            wartezeit={wartezeit}
            vorgaenge={vorgaenge}
            darf={{ schreiben: may(actor, "person.schreiben"), freigeben: may(actor, "freigabe.schreiben") }}
          />
        )}
        {weg === undefined || !may(actor, "dokument.lesen") ? null : <Unterlagen papiere={papiere(liste, weg, tag)} />}
      </Page>
    );
  },
});

type KopfProps = { readonly liste: Checkliste; readonly weg: Weg | undefined; readonly tag: string };

function Kopf({ liste: { person, wege, deutsche }, weg, tag }: KopfProps) {
  const self = checklisteOf(person.id);
  const at = (code: string | undefined, on: string) =>
    `${self}?${new URLSearchParams([...(code === undefined ? [] : [["weg", code]]), ...(on === today() ? [] : [["tag", on]])]).toString()}`;
  const code = weg?.perspektive.code;
  return (
    <Card title="Einbürgerung und Aufenthalt" level={1}>
      <p>
        <Entered>{genannt(person)}</Entered>
      </p>
      <p class="hint">
        {HINWEIS} {WORTLAUT}
      </p>
      {deutsche ? <Alert kind="info">Nach der Akte ist sie oder er schon deutsch.</Alert> : null}
      <Choices
        label="Welcher Weg"
        items={wege.map(({ perspektive }) => ({
          label: perspektive.paragraf,
          href: at(perspektive.code, tag),
          current: perspektive.code === code,
        }))}
      />
      {weg === undefined ? null : (
        <Choices
          label="Welche Rechtslage"
          items={weg.zeiten.map((zeit) => ({
            label: zeitText(zeit),
            href: at(code, tagIn(zeit)),
            current: zeit.von <= tag && (zeit.bis === null || tag <= zeit.bis),
          }))}
        />
      )}
      <FilterBar action={self} label="Rechtslage und Akte an einem Tag" verb="Ansehen" active={tag !== today()}>
        {code === undefined ? null : <HiddenField name="weg" value={code} />}
        <DateField name="tag" label="An welchem Tag" value={tag} />
      </FilterBar>
      {tag < BEGINN ? (
        <Alert kind="warning">Die Regeln in KIM beginnen am {tagText(BEGINN)}. Was davor galt, steht hier nicht.</Alert>
      ) : null}
      <p>Als Blatt drucken, ohne Namen:</p>
      <Choices
        label="Als Blatt drucken"
        items={DRUCKSPRACHE.map((sprache) => ({
          label: DRUCKSPRACHEN[sprache].name,
          href: `${self}/blatt?${new URLSearchParams({ weg: code ?? "", sprache }).toString()}`,
          current: false,
        }))}
      />
      <Actions>
        <ButtonLink kind="tertiary" small href={`${REGELN}?weg=${code ?? ""}`}>
          Alle Fassungen lesen
        </ButtonLink>
      </Actions>
    </Card>
  );
}

const zeitText = ({ von, bis }: Span): string =>
  bis === null ? `${von > today() ? "ab" : "seit"} ${tagText(von)}` : `${tagText(von)} bis ${tagText(bis)}`;

/** A day of that time: today where it is in it, else the one nearest to it. */
function tagIn({ von, bis }: Span): string {
  const heute = today();
  if (von > heute) return von;
  return bis === null || bis >= heute ? heute : bis;
}

const Auslaenderbehoerde = ({ person, darf }: { readonly person: string; readonly darf: boolean }) => (
  <Card title="Mit der Ausländerbehörde">
    <p>
      Die Ausländerbehörde erfährt von niemandem, dass er oder sie beraten wird. Mit einer Einwilligung können Sie eine
      Fallbesprechung anfragen: Sie sieht dann nur die Kopie, die Sie freigeben.
    </p>
    {darf ? (
      <Actions>
        <ButtonLink kind="secondary" href={`/personen/${person}/freigaben/neu?art=abh`}>
          Fallbesprechung vorbereiten
        </ButtonLink>
      </Actions>
    ) : null}
  </Card>
);

/** A day that is none has no law: only what was typed, and why. */
async function wrong(visit: Visit, rejected: Rejected) {
  const id = idOf(visit);
  // The same walls as everywhere: a foreign person has no such page.
  await openRecordAs(visit.actor, { art: "person", id }, ZWECK, (tx) => personNames(tx, visit.actor, [id]));
  return new PageAs(
    <Page {...belowPerson(visit, id)} title="Einbürgerung und Aufenthalt" rejected={rejected} wide>
      <FilterBar action={checklisteOf(id)} label="Rechtslage und Akte an einem Tag" verb="Ansehen" rejected={rejected}>
        <DateField name="tag" label="An welchem Tag" rejected={rejected} />
      </FilterBar>
    </Page>,
    { status: 422 },
  );
}
