import type { Child } from "#jsx";
import { Actions, ButtonLink } from "./button.tsx";

type CardProps = {
  readonly title?: Child;
  /** 1 where the card is the page's one task, 2 otherwise. */
  readonly level?: 1 | 2 | undefined;
  /** Beside the title: a link or a quiet button. */
  readonly action?: Child;
  readonly id?: string | undefined;
  readonly children?: Child;
};

/** A surface for one thing. Never a card in a card. */
export function Card(props: CardProps) {
  const heading = props.level === 1 ? <h1>{props.title}</h1> : <h2>{props.title}</h2>;
  return (
    <section class="card" id={props.id}>
      {props.title === undefined ? null : props.action === undefined ? (
        heading
      ) : (
        <div class="head">
          {heading}
          {props.action}
        </div>
      )}
      {props.children}
    </section>
  );
}

/** A card that ends with the one way on. */
export const WayCard = ({
  way,
  href,
  children,
  ...card
}: CardProps & { readonly way: string; readonly href: string }) => (
  <Card {...card}>
    {children}
    <Actions>
      <ButtonLink kind="primary" href={href}>
        {way}
      </ButtonLink>
    </Actions>
  </Card>
);
