import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  ButtonLink,
  Card,
  Choices,
  DoButton,
  EmptyState,
  Entered,
  Figure,
  Figures,
  Page,
} from "../../../ui/index.ts";
import { nameVon } from "../../luecken/index.ts";
import { KETTEN, LIST } from "../parts/getan.ts";
import { Kettenbild, Kettenliste } from "../parts/kettenbild.tsx";
import { type Jahr, jahrVon } from "../queries/jahr.ts";

const Query = z.object({
  jahr: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional(),
});

/** A year: what was reported, decided, done, and every chain that got that far. */
export const show = page({
  path: KETTEN,
  permission: "massnahme.lesen",
  show: async ({ actor, frame, url }) => {
    const jahr = readQuery(Query, url).jahr ?? Number(today().slice(0, 4));
    const of = await readAs(actor, (tx) => jahrVon(tx, actor, jahr));
    return (
      <Page frame={frame} title="Von der Lücke zur Wirkung" wide>
        <Choices
          label="Jahr"
          items={of.jahre.map((one) => ({
            label: String(one),
            href: `${KETTEN}?jahr=${one}`,
            current: one === jahr,
          }))}
        />
        <Zahlen jahr={of} />
        <Ketten jahr={of} />
        <Actions>
          <ButtonLink href={LIST}>Maßnahmen</ButtonLink>
          {of.ketten.length === 0 ? null : <DoButton does="print">Drucken</DoButton>}
        </Actions>
      </Page>
    );
  },
});

const Zahlen = ({ jahr: of }: { readonly jahr: Jahr }) => (
  <Figures label={`Im Jahr ${of.jahr}`}>
    <Figure
      label="Lücken gemeldet"
      value={of.gemeldet}
      note={of.offen === 0 ? null : `davon ${of.offen} ohne Beschluss und Maßnahme, hier nicht gezeichnet`}
    />
    <Figure label="Beschlüsse dazu" value={of.beschluesse} />
    <Figure label="Maßnahmen umgesetzt" value={of.umgesetzt} />
  </Figures>
);

function Ketten({ jahr: { jahr, ketten } }: { readonly jahr: Jahr }) {
  if (ketten.length === 0)
    return (
      <Card title="Noch keine Kette">
        <EmptyState>In diesem Jahr ist zu keiner Lücke etwas beschlossen und keine Maßnahme vorgeschlagen.</EmptyState>
      </Card>
    );
  return (
    <>
      <p>{anzahl(ketten.length, "Lücke mit Beschluss oder Maßnahme", "Lücken mit Beschluss oder Maßnahme")}</p>
      {/* Each by itself: one picture of all would be as small on paper as there are many, and would not break between pages. */}
      {ketten.map(({ zeile: { luecke }, kette }) => (
        <Card
          title={<Entered>{nameVon(luecke)}</Entered>}
          action={
            <a href={`${KETTEN}/${luecke.id}`} aria-label={`Diese allein: ${nameVon(luecke)}`}>
              Diese allein
            </a>
          }
        >
          <Kettenbild titel={`Von der Lücke zur Wirkung ${jahr}: ${nameVon(luecke)}`} kette={kette} />
          <Kettenliste ketten={[kette]} />
        </Card>
      ))}
    </>
  );
}
