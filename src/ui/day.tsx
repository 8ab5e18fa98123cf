/** A calendar day. `iso` is `2026-11-20`; shown is `20.11.2026`. */
export function Day(props: { readonly iso: string }) {
  return <time datetime={props.iso}>{props.iso.split("-").toReversed().join(".")}</time>;
}
