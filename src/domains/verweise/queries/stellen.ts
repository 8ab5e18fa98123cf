import type { Choice } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { isOffen } from "../model/organisation.ts";
import { type Angebot, type OrganisationKurz, angeboteOf, organisationen } from "./organisationen.ts";

/** Where somebody can be sent: an organisation or one offer of it, with what it says about what it helps with. */
export type Stelle = Choice & {
  readonly organisation: OrganisationKurz;
  readonly angebot: Angebot | undefined;
  /** The one Handlungsfeld that it stands for, where there is only one. */
  readonly handlungsfeld: string | undefined;
};

/** Everything that can be chosen, organisations by name, each followed by its offers. */
export async function stellen(tx: Tx): Promise<Stelle[]> {
  const alle = await organisationen(tx);
  const angebote = await angeboteOf(
    tx,
    alle.map((one) => one.id),
  );
  const heute = today();
  return alle.flatMap((organisation): Stelle[] => {
    const open = isOffen(organisation.geschlossenAb, heute);
    const { id, name, felder } = organisation;
    const eines = felder.length === 1 ? felder[0] : undefined;
    return [
      { value: `organisation:${id}`, name, open, organisation, angebot: undefined, handlungsfeld: eines },
      ...angebote
        .filter((one) => one.organisationId === id)
        .map((angebot) => ({
          value: `angebot:${angebot.id}`,
          name: `${name} – ${angebot.name}`,
          open: open && isOffen(angebot.geschlossenAb, heute),
          organisation,
          angebot,
          handlungsfeld: angebot.handlungsfeld,
        })),
    ];
  });
}

/** How a referral names where it leads. */
export const stelleValue = (of: { readonly organisationId: string; readonly angebotId: string | null }): string =>
  of.angebotId === null ? `organisation:${of.organisationId}` : `angebot:${of.angebotId}`;
