import type { Child } from "#jsx";

export type BoardColumn = { readonly title: string; readonly count: number; readonly cards: readonly Child[] };

/** Things by where they are, a column each; on a phone one below the other. What can be done stands on the card as buttons. */
export function Board(props: { readonly columns: readonly BoardColumn[] }) {
  return (
    <div class="board">
      {props.columns.map(({ title, count, cards }) => (
        <section class="card">
          <h2>
            {title} <span class="n">{count}</span>
          </h2>
          <ul>
            {cards.map((card) => (
              <li>{card}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
