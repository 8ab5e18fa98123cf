import type { Child } from "#jsx";
import { Icon } from "./icon.tsx";

type Props = {
  readonly title: string;
  /** While somebody types: it only says so, and hands stay where they are. */
  readonly typing?: boolean | undefined;
  readonly children: Child;
};

/** Something to look at before one goes on, because it may be there already. Once it was saved it takes the focus; the form goes on below. */
export const Question = ({ title, typing = false, children }: Props) => (
  <section
    class="kern-alert kern-alert--warning"
    aria-labelledby="aehnlich"
    {...(typing ? {} : { tabindex: -1, autofocus: true })}
  >
    <Icon name="warning" />
    <div>
      <h2 id="aehnlich">{title}</h2>
      {children}
    </div>
  </section>
);
