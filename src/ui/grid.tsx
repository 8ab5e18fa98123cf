import type { Child } from "#jsx";

/** Several fields side by side, twelve columns; one below the other on a phone. */
export function Row(props: { readonly children?: Child }) {
  return <div class="row">{props.children}</div>;
}

type ColProps = {
  readonly span: 3 | 4 | 5 | 6 | 8 | 9;
  /** Stays half a row on a phone: for two short fields that belong together. */
  readonly half?: boolean | undefined;
  readonly children?: Child;
};

export function Col(props: ColProps) {
  return <div class={`c${props.span}${props.half === true ? " half" : ""}`}>{props.children}</div>;
}
