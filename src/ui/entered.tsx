import type { Child } from "hono/jsx";

/**
 * What somebody entered: a name, a note, a file. It keeps its own direction, breaks where it must, and no translation service is
 * to see it.
 */
export const Entered = (props: { readonly class?: string; readonly children?: Child }) => (
  <bdi translate="no" class={props.class}>
    {props.children}
  </bdi>
);
