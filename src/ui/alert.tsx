import type { Child } from "#jsx";
import { Icon } from "./icon.tsx";

const KERN = { info: "info", success: "success", warning: "warning", error: "danger" } as const;
const WORD = { info: "Hinweis", success: "Erledigt", warning: "Achtung", error: "Fehler" } as const;

export type AlertProps = {
  readonly kind: keyof typeof KERN;
  readonly title?: string | undefined;
  readonly children?: Child;
};

/** A message in its place on the page. Says its kind in a word for those who do not see colour or icon. */
export function Alert(props: AlertProps) {
  return (
    <div class={`kern-alert kern-alert--${KERN[props.kind]}`}>
      <Icon name={KERN[props.kind]} />
      <div>
        {props.title === undefined ? <span class="kern-sr-only">{WORD[props.kind]}: </span> : <h2>{props.title}</h2>}
        {props.children}
      </div>
    </div>
  );
}
