import { Actions, ButtonLink, DescriptionList, PaperBlock } from "../../../ui/index.ts";
import type { Papier } from "../model/konzeptpapier.ts";

/** A paper as a page: what its PDF and Word file say, numbered as there. */
export function PapierKarte({ papier }: { readonly papier: Papier }) {
  const numbers = nummern(papier);
  return (
    <article class="card paper">
      <h2>{papier.titel}</h2>
      <p>{papier.untertitel}</p>
      <DescriptionList items={papier.kopf.map(({ wort, wert }) => ({ term: wort, value: wert }))} />
      {papier.abschnitte.map((a, i) => (
        <>
          {a.ebene === 1 ? (
            <h3 id={`kapitel-${i}`}>
              {numbers[i]} {a.titel}
            </h3>
          ) : (
            <h4 id={`kapitel-${i}`}>
              {numbers[i]} {a.titel}
            </h4>
          )}
          {a.bloecke.map((block) => (
            <PaperBlock block={block} ebene={a.ebene} />
          ))}
        </>
      ))}
    </article>
  );
}

/** What a paper holds, each chapter with the way to it. */
export function Inhalt({ papier }: { readonly papier: Papier }) {
  const numbers = nummern(papier);
  return (
    <nav aria-label="Inhalt">
      <Actions>
        {papier.abschnitte.flatMap(({ ebene, titel }, i) =>
          ebene === 1
            ? [
                <ButtonLink kind="tertiary" small href={`#kapitel-${i}`}>
                  {numbers[i]} {titel}
                </ButtonLink>,
              ]
            : [],
        )}
      </Actions>
    </nav>
  );
}

/** "1", "1.1", "1.2", "2" as PDF and Word count. */
function nummern({ abschnitte }: Papier): string[] {
  let [one, two] = [0, 0];
  return abschnitte.map(({ ebene }) => {
    if (ebene === 1) [one, two] = [one + 1, 0];
    else two += 1;
    return ebene === 1 ? String(one) : `${one}.${two}`;
  });
}
